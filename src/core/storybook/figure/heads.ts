import { type Ink, ellipse, line, path } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';

/** Heads that the drawing set has only with a body in profile, drawn by us in a box of 32 x 32 in the set's look. */

const DARK = '#33262e';

function eyes(dx: number, y: number): string {
  return [16 - dx, 16 + dx]
    .map((x) => `<rect x="${x - 0.9}" y="${y - 1.5}" width="1.8" height="3" rx=".9" fill="${DARK}"/>`)
    .join('');
}

function mouth(y: number, sad: boolean): string {
  if (sad) return line(`M13.4 ${y + 2.2}q2.6 -2.6 5.2 0`, DARK, 0.9);
  return line(`M13.2 ${y}q0 2 1.5 2q1.3 0 1.3 -1.600q0 1.6 1.3 1.600q1.5 0 1.5 -2`, DARK, 0.9);
}

const nose = (y: number, colour = DARK): string =>
  path(`M14 ${y}q2 -1.1 4 0q.400 1.6 -2 2.200q-2.4 -.600 -2 -2.200Z`, colour);

const ears = (ink: Ink, x: number, y: number, r: number, fur: string, inner: string): string =>
  [-1, 1]
    .map(
      (s) =>
        ellipse(16 + s * x, y, r, r, ink.ball(lighter(fur, 0.1), darker(fur, 0.15))) +
        ellipse(16 + s * x, y + r * 0.1, r * 0.55, r * 0.55, inner),
    )
    .join('');

const skull = (ink: Ink, fur: string, rx = 12.5, ry = 11, y = 18.5): string =>
  ellipse(16, y, rx, ry, ink.ball(lighter(fur, 0.22), darker(fur, 0.16)));

const cheeks = (y: number, dx = 8): string =>
  [-1, 1].map((s) => ellipse(16 + s * dx, y, 1.8, 1.2, '#ff8f86', 'opacity=".45"')).join('');

const whiskers = (y: number): string =>
  line(
    `M8 ${y}L3 ${y - 1}M8 ${y + 1.5}L3.5 ${y + 2.5}M24 ${y}L29 ${y - 1}M24 ${y + 1.5}L28.5 ${y + 2.5}`,
    '#6b4a3a',
    0.35,
  );

type HeadArtist = (ink: Ink, sad: boolean) => string;

export const OWN_HEADS: Readonly<Record<string, HeadArtist>> = {
  otter: (ink, sad) =>
    ears(ink, 10.5, 10.5, 2.8, '#8a5f45', '#c98f74') +
    skull(ink, '#8f6449', 13, 11) +
    ellipse(16, 22.5, 8.8, 6.6, ink.ball('#f7e3c6', '#d9b48c')) +
    eyes(5, 17) +
    nose(18.6) +
    mouth(21.5, sad) +
    whiskers(22.5) +
    cheeks(20.5, 10),
  hedgehog: (ink, sad) => {
    let spikes = '';
    for (let i = 0; i <= 16; i++) {
      const a = Math.PI * (1.12 - (i / 16) * 1.24);
      const x = 16 + Math.cos(a) * 12;
      const y = 18 - Math.sin(a) * 11;
      spikes += path(
        `M${16 + Math.cos(a - 0.16) * 10} ${18 - Math.sin(a - 0.16) * 9}L${x + Math.cos(a) * 4} ${y - Math.sin(a) * 4}L${16 + Math.cos(a + 0.16) * 10} ${18 - Math.sin(a + 0.16) * 9}Z`,
        i % 2 ? '#7a4f3c' : '#96654c',
      );
    }
    return (
      spikes +
      ellipse(16, 18, 12, 11, ink.ball('#96654c', '#6b4433')) +
      ears(ink, 8.5, 13.5, 2.4, '#d9a877', '#f0b8a8') +
      path(
        'M6.5 21Q7 13.5 12 13.500Q14.5 13.5 16 16Q17.5 13.5 20 13.500Q25 13.5 25.5 21Q25 29 16 29Q7 29 6.5 21Z',
        ink.ball('#f8ddb8', '#dba978'),
      ) +
      eyes(4.5, 19) +
      nose(21.5) +
      mouth(24, sad) +
      cheeks(23, 7)
    );
  },
  squirrel: (ink, sad) =>
    [-1, 1]
      .map((s) =>
        path(
          `M${16 + s * 6} 11Q${16 + s * 8} 2 ${16 + s * 11} 2Q${16 + s * 12.5} 8 ${16 + s * 11} 13Z`,
          ink.linear('#b5703a', '#d08a4a'),
        ),
      )
      .join('') +
    skull(ink, '#d08a4a', 12, 10.5) +
    ellipse(16, 22.5, 8, 6.2, ink.ball('#fff1dc', '#f0cfa4')) +
    eyes(5, 17) +
    nose(19.5, '#7a3f38') +
    mouth(22, sad) +
    `<rect x="14.6" y="24" width="2.8" height="2.4" rx=".7" fill="#fff"/>` +
    cheeks(21, 8.5),
  badger: (ink, sad) =>
    ears(ink, 9.5, 9.5, 2.8, '#4d4a58', '#b9b4c4') +
    skull(ink, '#f0eef2', 12.5, 11) +
    [-1, 1]
      .map((s) =>
        path(
          `M${16 + s * 2.5} 29Q${16 + s * 3} 15 ${16 + s * 5} 8.200Q${16 + s * 9.5} 10 ${16 + s * 9} 17Q${16 + s * 8} 24 ${16 + s * 5} 28.600Z`,
          ink.linear('#57536a', '#3c394a'),
        ),
      )
      .join('') +
    [11.5, 20.5].map((x) => ellipse(x, 17.5, 1.3, 1.8, '#ffffff') + ellipse(x + 0.2, 17.6, 0.9, 1.4, DARK)).join('') +
    nose(22) +
    mouth(24.2, sad),
  beaver: (ink, sad) =>
    ears(ink, 10, 9.5, 2.6, '#8a5a3c', '#b98468') +
    skull(ink, '#94623f', 12.5, 11.2) +
    ellipse(16, 22.5, 7.5, 5.8, ink.ball('#e5bd92', '#c08f62')) +
    eyes(5, 16.5) +
    nose(18.8) +
    mouth(21.5, sad) +
    `<rect x="13.9" y="23.6" width="4.2" height="4" rx=".8" fill="#fffbe8"/><path d="M16 23.600v4" stroke="#d9c8a8" stroke-width=".4"/>`,
  sheep: (ink, sad) => {
    let wool = '';
    for (let i = 0; i < 11; i++)
      wool += ellipse(
        16 + Math.cos((i / 11) * 6.283) * 9,
        14 + Math.sin((i / 11) * 6.283) * 7.5,
        4.6,
        4.6,
        ink.ball('#ffffff', '#d9d4e2'),
      );
    return (
      wool +
      [-1, 1]
        .map((s) =>
          ellipse(16 + s * 11, 17.5, 4.2, 2.3, '#c99c82', `transform="rotate(${s * 20} ${16 + s * 11} 17.5)"`),
        )
        .join('') +
      path('M8.5 15Q16 11 23.5 15Q24 29.5 16 30Q8 29.5 8.5 15Z', ink.ball('#f3d6c0', '#cfa287')) +
      [12, 16, 20].map((x) => ellipse(x, 12.5, 3.4, 3, ink.ball('#ffffff', '#e2dde9'))).join('') +
      eyes(4.2, 19.5) +
      nose(23.5, '#8a5a58') +
      mouth(26, sad) +
      cheeks(23.5, 6)
    );
  },
  goat: (ink, sad) =>
    [-1, 1]
      .map((s) =>
        path(
          `M${16 + s * 4} 11Q${16 + s * 5} 2 ${16 + s * 11} 1Q${16 + s * 9} 6 ${16 + s * 8.5} 12Z`,
          ink.linear('#c9b48c', '#8f7a5c'),
        ),
      )
      .join('') +
    [-1, 1]
      .map((s) =>
        ellipse(16 + s * 11.5, 15.5, 4.5, 2.2, '#d9b48a', `transform="rotate(${s * 24} ${16 + s * 11.5} 15.5)"`),
      )
      .join('') +
    path('M7.5 16Q8 9 16 9Q24 9 24.5 16Q24 27 16 28Q8 27 7.5 16Z', ink.ball('#f3e4cf', '#cda97c')) +
    path('M13.5 27h5l-2.5 5Z', '#efe2cf') +
    eyes(4.5, 17) +
    nose(21.5, '#8a5a4a') +
    mouth(24, sad),
  deer: (ink, sad) =>
    [-1, 1]
      .map((s) =>
        line(
          `M${16 + s * 4} 10Q${16 + s * 6} 4 ${16 + s * 10} 1M${16 + s * 6} 5.500Q${16 + s * 4} 3 ${16 + s * 4.5} 1M${16 + s * 8} 3Q${16 + s * 11} 5 ${16 + s * 13} 4.5`,
          '#8f6a45',
          1.3,
        ),
      )
      .join('') +
    [-1, 1]
      .map((s) =>
        ellipse(
          16 + s * 11,
          13.5,
          4.5,
          2.4,
          ink.linear('#d59a62', '#b5763f'),
          `transform="rotate(${s * -24} ${16 + s * 11} 13.5)"`,
        ),
      )
      .join('') +
    path('M7 16Q8 8.5 16 8.500Q24 8.5 25 16Q23.5 28.5 16 29Q8.5 28.5 7 16Z', ink.ball('#e3ab74', '#b5763f')) +
    ellipse(16, 24.5, 5.5, 4.3, '#f6dfc2') +
    eyes(5, 17.5) +
    nose(22) +
    mouth(24.6, sad) +
    [
      [12, 11.5],
      [16, 10.5],
      [20, 11.5],
    ]
      .map(([x, y]) => ellipse(x!, y!, 0.8, 0.8, '#fbe9cf'))
      .join(''),
  donkey: (ink, sad) =>
    [-1, 1]
      .map(
        (s) =>
          path(
            `M${16 + s * 4} 11Q${16 + s * 4} -1 ${16 + s * 8} -1Q${16 + s * 11} 4 ${16 + s * 9} 12Z`,
            ink.linear('#a49aa6', '#857a8a'),
          ) +
          path(`M${16 + s * 5.5} 10Q${16 + s * 5.5} 2 ${16 + s * 7.5} 2Q${16 + s * 9} 5 ${16 + s * 8} 10Z`, '#e0b8bc'),
      )
      .join('') +
    path('M7.5 16Q8 9 16 9Q24 9 24.5 16Q24 29 16 29.500Q8 29 7.5 16Z', ink.ball('#bdb3bf', '#8a7f90')) +
    ellipse(16, 25, 6.8, 5, ink.ball('#f3ecee', '#cfc4ca')) +
    eyes(4.8, 17) +
    [-2, 2].map((d) => ellipse(16 + d, 23.8, 0.8, 1, '#6b5f70')).join('') +
    line(sad ? 'M13.5 28q2.5 -1.6 5 0' : 'M13.5 27q2.5 1.6 5 0', DARK, 0.9) +
    path('M13 9.500Q16 4 19 9.500Q16 13 13 9.500Z', '#5d5363'),
  dragon: (ink, sad) =>
    [-1, 1]
      .map(
        (s) =>
          path(
            `M${16 + s * 5} 10Q${16 + s * 6} 3 ${16 + s * 10} 1.500Q${16 + s * 10} 7 ${16 + s * 8.5} 12Z`,
            ink.linear('#ffe6a8', '#d99a4a'),
          ) +
          path(
            `M${16 + s * 11} 14L${16 + s * 16} 11L${16 + s * 15} 16L${16 + s * 16} 20L${16 + s * 11.5} 20Z`,
            ink.linear('#ff9d6a', '#e0604f'),
          ),
      )
      .join('') +
    skull(ink, '#4fb58a', 12.5, 11, 18) +
    ellipse(16, 23, 8.5, 6.3, ink.ball('#e6f3b8', '#a5cf8a')) +
    eyes(5, 16.5) +
    [-1.8, 1.8].map((d) => ellipse(16 + d, 20.5, 0.8, 0.9, '#3f7a5c')).join('') +
    line(sad ? 'M12 26.500Q16 23 20 26.5' : 'M11.5 24.500Q16 28.5 20.5 24.5', DARK, 1) +
    cheeks(21, 9) +
    path('M14 8L16 4L18 8Z', '#ffb45e'),
};
