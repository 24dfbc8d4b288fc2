import { box, ellipse, line, path } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import { randomFrom } from '../random.ts';
import * as building from '../scenery/buildings.ts';
import * as furniture from '../scenery/furniture.ts';
import * as ground from '../scenery/ground.ts';
import * as plant from '../scenery/plants.ts';
import type { OwnDrawing } from './own.ts';

const big = (draw: OwnDrawing['draw'], width = 100, height = 100): OwnDrawing => ({ width, height, draw });

const FACE = (x: number, y: number, k: number): string =>
  ellipse(x - 7 * k, y, 1.7 * k, 2.7 * k, '#33262e') +
  ellipse(x + 7 * k, y, 1.7 * k, 2.7 * k, '#33262e') +
  ellipse(x - 11 * k, y + 6 * k, 3.4 * k, 2.2 * k, '#ff9d8a', 'opacity=".6"') +
  ellipse(x + 11 * k, y + 6 * k, 3.4 * k, 2.2 * k, '#ff9d8a', 'opacity=".6"') +
  line(`M${x - 4 * k} ${y + 5 * k}Q${x} ${y + 9.5 * k} ${x + 4 * k} ${y + 5 * k}`, '#33262e', 1.6 * k);

/** A small bird that looks to the left, as those of the set do; with wings up when it flies. */
const smallBird = (back: string, breast: string, beak: string, flying: boolean): OwnDrawing => ({
  width: 110,
  height: flying ? 110 : 96,
  draw: (ink) => {
    const body = ink.ball(breast, back);
    const up = flying ? 22 : 0;
    const wing = flying
      ? path('M48 62Q34 20 58 2Q82 30 78 66Z', ink.linear(back, darker(back, 0.25)))
      : path('M46 56Q70 40 88 62Q78 78 60 74Q48 70 46 56Z', ink.linear(darker(back, 0.08), darker(back, 0.3)));
    return (
      path(`M76 ${52 + up}L108 ${40 + up}L106 ${56 + up}L80 ${68 + up}Z`, darker(back, 0.2)) +
      (flying ? '' : line('M50 80V94M62 80V94M44 94h10M57 94h10', beak, 3.5)) +
      ellipse(56, 58 + up * 0.6, 33, 25, body) +
      ellipse(30, 34 + up * 0.6, 20, 19, ink.ball(lighter(breast, 0.2), back)) +
      path(`M12 ${32 + up * 0.6}L-2 ${39 + up * 0.6}L13 ${43 + up * 0.6}Z`, beak) +
      ellipse(24, 31 + up * 0.6, 3, 4, '#33262e') +
      wing
    );
  },
});

/** Birds that the illustrator puts for 'bird' by the word of the text; not in the lexicon. */
export const OWN_BIRDS: Readonly<Record<string, OwnDrawing>> = {
  gull: smallBird('#c3ccd8', '#ffffff', '#f2b13c', false),
  'gull-flying': smallBird('#c3ccd8', '#ffffff', '#f2b13c', true),
  sparrow: smallBird('#9a6b48', '#ecd7b8', '#6b4a34', false),
  'sparrow-flying': smallBird('#9a6b48', '#ecd7b8', '#6b4a34', true),
};

/** Things that the emoji do not have, in the same soft look. The foot is the middle of the lower edge. */
export const OWN_THINGS: Readonly<Record<string, OwnDrawing>> = {
  lighthouse: big((ink, lights) => building.lighthouse(ink, 50, 200, 198, lights), 100, 200),
  tower: big((ink, lights) => building.tower(ink, 50, 200, 62, 112, '#d9d2dc', '#7a6fb5', lights), 100, 200),
  cottage: big((ink, lights) => building.house(ink, 52, 110, 92, '#f6e3c3', '#c8624f', lights), 108, 112),
  fence: big((ink) => building.picketFence(ink, 2, 50, 126, 48), 130, 50),
  gate: big(
    (ink) => {
      const wood = ink.linear('#d0a06a', '#9a6a42');
      let out =
        box(4, 10, 13, 90, wood, 4) +
        box(113, 10, 13, 90, wood, 4) +
        ellipse(10.5, 10, 9, 7, '#e2b780') +
        ellipse(119.5, 10, 9, 7, '#e2b780');
      for (let i = 0; i < 6; i++)
        out += path(
          `M${20 + i * 15.4} 96V${34 + Math.abs(i - 2.5) * 4}q6.5 -9 13 0V96Z`,
          ink.linear('#e6bd86', '#b58350'),
        );
      return (
        out +
        box(18, 46, 94, 8, '#a87646', 3) +
        box(18, 80, 94, 8, '#a87646', 3) +
        line('M24 84L106 50', '#a87646', 7) +
        ellipse(103, 66, 4, 4, '#5f5a6a')
      );
    },
    130,
    100,
  ),
  bridge: big(
    (ink) => {
      let out =
        path('M0 78Q80 8 160 78L160 92Q80 30 0 92Z', ink.linear('#cf9d68', '#8e6140')) +
        path('M0 60Q80 -10 160 60', 'none', 'stroke="#b07d4d" stroke-width="6"');
      for (let i = 0; i <= 8; i++) {
        const t = i / 8;
        const y = 78 * (1 - t) ** 2 + 2 * t * (1 - t) * 8 + 78 * t * t;
        out += line(`M${t * 160} ${y}v-19`, '#8e6140', 5);
      }
      return out;
    },
    160,
    94,
  ),
  well: big(
    (ink) =>
      box(16, 30, 7, 50, '#8f6440') +
      box(77, 30, 7, 50, '#8f6440') +
      path('M2 34Q50 -14 98 34Q50 24 2 34Z', ink.linear('#d5715e', '#96434a')) +
      line('M20 44H80', '#6d4a32', 5) +
      line('M50 44V66', '#8a7a62', 2) +
      box(43, 62, 14, 13, ink.linear('#c58d58', '#8a5c3a', 90), 3) +
      path('M12 76H88L84 110H16Z', ink.linear('#c9c3cc', '#8d879c', 60)) +
      [0, 1, 2]
        .map((r) =>
          [0, 1, 2, 3]
            .map((c) => box(17 + c * 17 + (r % 2) * 6, 82 + r * 9, 13, 6, '#e2dde5', 2.5, 'opacity=".6"'))
            .join(''),
        )
        .join('') +
      ellipse(50, 76, 38, 6, '#5f5a70'),
    100,
    110,
  ),
  cave: big(
    (ink) =>
      path('M4 110Q-4 50 34 24Q70 -8 106 26Q142 52 136 110Z', ink.linear('#a79ab0', '#675a78', 40)) +
      path('M38 110Q36 56 70 50Q104 56 102 110Z', ink.linear('#2b2038', '#46385a')) +
      ground.stone(ink, 24, 112, 16, '#9a8ea6') +
      ground.stone(ink, 118, 112, 14, '#9a8ea6'),
    140,
    112,
  ),
  rock: big(
    (ink) => ground.stone(ink, 50, 68, 46, '#a3a1ad') + plant.grassTuft(16, 70, 14, '#7fb35e', randomFrom(3)),
    100,
    70,
  ),
  bush: big((ink) => plant.bush(ink, 62, 80, 74, '#6bb45a'), 124, 82),
  reeds: big((ink) => plant.reeds(ink, 50, 100, 92, randomFrom(5)), 100, 100),
  nest: big(
    (ink) => {
      let out = ellipse(50, 30, 40, 16, '#5d3f2c');
      for (const [x, tone] of [
        [34, '#f4ead8'],
        [50, '#dff0f2'],
        [66, '#f4ead8'],
      ] as const)
        out += ellipse(x, 24, 10, 13, ink.ball('#ffffff', tone));
      out += path('M6 28Q50 50 94 28Q92 62 50 62Q8 62 6 28Z', ink.linear('#b98554', '#7a5133'));
      for (let i = 0; i < 16; i++)
        out += line(
          `M${10 + i * 5} ${34 + (i % 3) * 5}q10 ${6 - (i % 4) * 3} 20 ${(i % 5) - 1}`,
          i % 2 ? '#d6a56e' : '#8f6340',
          2.2,
        );
      return out;
    },
    100,
    64,
  ),
  'bathtub-boat': big(
    (ink) =>
      box(60, 6, 5, 60, '#a87646', 2) +
      path('M66 8Q104 30 98 58H66Z', ink.linear('#fff8ea', '#f0cf9f')) +
      path('M60 14Q34 34 36 56H60Z', ink.linear('#f28a7a', '#d0584f')) +
      path('M4 60H136Q134 104 98 108H42Q6 104 4 60Z', ink.linear('#ffffff', '#c3cfe2')) +
      box(0, 55, 140, 11, ink.linear('#ffffff', '#d5deeb'), 5.5) +
      line('M128 58V36q0 -9 -9 -9q-8 0 -8 8', '#b9c2d1', 5) +
      ellipse(36, 106, 8, 6, '#e0b45c') +
      ellipse(104, 106, 8, 6, '#e0b45c'),
    140,
    112,
  ),
  'rowing-boat': big(
    (ink) =>
      path('M2 20Q80 44 158 20Q150 62 118 66H42Q10 62 2 20Z', ink.linear('#cf8f5a', '#86532f')) +
      path('M2 20Q80 44 158 20Q154 32 80 38Q6 32 2 20Z', ink.linear('#7c4d30', '#a56d42')) +
      line('M20 46Q80 58 140 46', '#eac08d', 4) +
      line('M98 34L140 70', '#c99a66', 5) +
      ellipse(143, 73, 11, 5, '#d9aa74', 'transform="rotate(40 143 73)"'),
    160,
    80,
  ),
  train: big(
    (ink, lights) => {
      let out = '';
      for (const [x, c] of [
        [4, '#d9a441'],
        [84, '#5f9a94'],
      ] as const) {
        out +=
          box(x, 30, 74, 52, ink.linear(c, c === '#d9a441' ? '#a8742f' : '#3f6f6e'), 8) +
          box(x - 3, 24, 80, 10, '#8a4a48', 5);
        for (let i = 0; i < 3; i++) {
          out += box(x + 8 + i * 22, 40, 15, 18, '#d6eefa', 3);
          lights.add(box(x + 8 + i * 22, 40, 15, 18, '#ffe08a', 3));
        }
      }
      out +=
        box(164, 22, 34, 60, ink.linear('#d9564c', '#9c3540'), 6) +
        box(160, 14, 42, 10, '#4a4a66', 5) +
        box(170, 32, 20, 20, '#d6eefa', 4) +
        box(196, 44, 62, 38, ink.linear('#e0665a', '#a03a42'), 12) +
        box(226, 14, 15, 32, '#4a4a66', 3) +
        box(221, 8, 25, 10, '#3a3a52', 4) +
        ellipse(258, 62, 9, 12, '#ffe9a8') +
        path('M250 82l22 14h-34Z', '#5a5a78');
      lights.add(box(170, 32, 20, 20, '#ffe08a', 4) + ellipse(258, 62, 7, 10, '#fff3bd'));
      for (const [x, y, r] of [
        [232, -4, 10],
        [216, -16, 13],
        [194, -24, 15],
      ] as const)
        out += ellipse(x, y + 24, r, r * 0.8, '#ffffff', 'opacity=".8"');
      for (const x of [20, 62, 100, 142, 178, 214, 242])
        out += ellipse(x, 88, 11, 11, '#3f3f58') + ellipse(x, 88, 5, 5, '#e8b54a');
      return out;
    },
    276,
    100,
  ),
  table: big((ink) => furniture.table(ink, 60, 80, 116, 70), 120, 82),
  bookshelf: big((ink) => furniture.bookshelf(ink, 40, 120, 78, 118, randomFrom(4)), 80, 120),
  stairs: big((ink) => furniture.stairs(ink, 60, 100, 118, 98, '#cbb7a8', 7), 120, 100),
  'cucumber-frame': big(
    (ink) =>
      path('M6 40L34 12H136L126 40Z', ink.linear('#e4f6fb', '#a9d5e6'), 'opacity=".9"') +
      line('M6 40L34 12H136L126 40ZM46 40L68 12M86 40L102 12', '#f9f3e3', 5) +
      box(4, 40, 124, 34, ink.linear('#cf9d68', '#94663f'), 3) +
      line('M4 52H128', '#8a5d3a', 2.5) +
      [24, 56, 92].map((x) => ellipse(x, 36, 9, 5, '#6fae54') + ellipse(x + 9, 33, 7, 4, '#8cc66b')).join(''),
    140,
    76,
  ),
  net: big(
    (ink) => {
      let out = '';
      for (let i = 0; i <= 7; i++)
        out += line(
          `M${6 + i * 15} 14Q${2 + i * 15} 50 ${14 + i * 13} 92M6 ${16 + i * 11}Q60 ${28 + i * 11} 116 ${16 + i * 11}`,
          '#e8dcc0',
          2,
        );
      return (
        box(2, 4, 7, 96, ink.linear('#b98554', '#80552f', 90), 3) +
        box(112, 4, 7, 96, ink.linear('#b98554', '#80552f', 90), 3) +
        out
      );
    },
    122,
    100,
  ),
  rake: big(
    (ink) =>
      box(27, 14, 6, 104, ink.linear('#d9a96a', '#a87442', 90), 3) +
      box(4, 8, 52, 9, ink.linear('#8d96aa', '#5a6279'), 4) +
      [8, 18, 28, 38, 48].map((x) => path(`M${x} 14h5l-1 -13q-1.5 -3 -3 0Z`, '#6d768c')).join(''),
    60,
    120,
  ),
  match: big(
    (ink) =>
      box(8, 26, 8, 74, ink.linear('#f3d9a4', '#cfa66a', 90), 3) +
      ellipse(12, 24, 7, 9, '#c2443f') +
      path('M12 -2Q24 10 18 20Q12 26 6 20Q0 10 12 -2Z', ink.linear('#fff2a0', '#ff9a3d')) +
      path('M12 8Q17 14 14 20Q12 22 10 20Q7 14 12 8Z', '#fffbe0'),
    24,
    102,
  ),
  lamp: big(
    (ink, lights) => {
      const shade = path('M22 8H68L84 58H6Z', ink.linear('#fff0cf', '#f0c07a'));
      lights.add(path('M22 8H68L84 58H6Z', '#ffe6a6'));
      return (
        box(40, 56, 10, 44, ink.linear('#dcae62', '#a3742f', 90)) +
        ellipse(45, 101, 26, 7, ink.linear('#dcae62', '#a3742f')) +
        shade
      );
    },
    90,
    110,
  ),
  lantern: big(
    (ink, lights) => {
      const glass =
        box(16, 34, 38, 50, '#ffe08a', 8) +
        path('M35 76Q22 64 35 44Q48 64 35 76Z', '#ff9a3d') +
        ellipse(35, 68, 4, 7, '#fff6cc');
      lights.add(glass);
      return (
        line('M18 26Q35 -14 52 26', '#5a6079', 4) +
        path('M12 34Q35 12 58 34Z', ink.linear('#6d7590', '#3f455e')) +
        glass +
        line('M17 34V84M53 34V84', '#4a5069', 5) +
        box(9, 82, 52, 13, ink.linear('#6d7590', '#3f455e'), 5)
      );
    },
    70,
    96,
  ),
  'clock-face': big((ink) => {
    let out = ellipse(50, 50, 48, 48, ink.ball('#f0cc86', '#9c6a35')) + ellipse(50, 50, 40, 40, '#fffaf0');
    for (let i = 0; i < 12; i++)
      out += line(
        `M${50 + 34 * Math.sin((i * Math.PI) / 6)} ${50 - 34 * Math.cos((i * Math.PI) / 6)}L${50 + 30 * Math.sin((i * Math.PI) / 6)} ${50 - 30 * Math.cos((i * Math.PI) / 6)}`,
        '#4d3d3a',
        3,
      );
    return (
      out + line('M50 50L33 44', '#4d3d3a', 5) + line('M50 50L28 69', '#4d3d3a', 3.5) + ellipse(50, 50, 4, 4, '#c8504a')
    );
  }),
  badge: big(
    (ink) =>
      path('M30 60L24 104L44 92L56 104L62 60Z', ink.linear('#d9564c', '#a23640')) +
      path(
        'M45 2L56 12L71 10L74 25L87 33L80 46L84 61L70 65L62 78L48 71L34 78L26 65L12 61L16 46L9 33L22 25L25 10L40 12Z',
        ink.ball('#ffe9a0', '#c98f2f'),
      ) +
      ellipse(48, 40, 23, 23, ink.ball('#fff3c0', '#dda63c')) +
      path('M48 24l5 10 11 1-8 8 2 11-10-5-10 5 2-11-8-8 11-1Z', '#b57a22'),
    96,
    106,
  ),
  horn: big(
    (ink) =>
      path('M10 46Q40 50 66 38Q92 24 96 4Q122 34 96 72Q90 62 70 60Q40 64 10 56Z', ink.linear('#ffe08a', '#b9782a')) +
      ellipse(98, 38, 13, 34, ink.linear('#c98a35', '#7a4a1e'), 'transform="rotate(12 98 38)"') +
      box(4, 44, 10, 14, '#d9a441', 4) +
      line('M42 50Q46 58 42 60', '#a8702a', 4),
    124,
    80,
  ),
  bucket: big(
    (ink) =>
      line('M12 26Q46 -20 80 26', '#6d768c', 4) +
      path('M10 26H82L72 92H20Z', ink.linear('#9fb4cc', '#5f7592', 90)) +
      ellipse(46, 26, 36, 9, '#54677f') +
      ellipse(46, 28, 31, 6.5, '#7fc7e6') +
      line('M14 48H78', '#c3d3e4', 3),
    92,
    94,
  ),
  basket: big(
    (ink) => {
      let out =
        line('M16 44Q50 -34 84 44', '#a9743f', 7) +
        line('M16 44Q50 -34 84 44', '#d9a869', 2.5) +
        path('M6 42H94L82 92Q50 100 18 92Z', ink.linear('#d9a463', '#96653a'));
      for (let r = 0; r < 4; r++)
        for (let i = 0; i < 8; i++)
          out += line(
            `M${14 + r * 1.5 + i * 9.4} ${52 + r * 11}q4.5 ${i % 2 ? 5 : -5} 9 0`,
            (i + r) % 2 ? '#efc78f' : '#84552e',
            3,
          );
      return (
        out +
        box(3, 38, 94, 10, ink.linear('#e6b877', '#b07b43'), 5) +
        path('M18 40Q34 26 50 38Q66 28 80 40Z', '#f6efe4')
      );
    },
    100,
    98,
  ),
  scarf: big(
    (ink) =>
      path('M14 10Q50 36 86 10Q94 22 84 30Q50 52 16 30Q6 22 14 10Z', ink.linear('#e8685c', '#b23a44')) +
      path('M54 36L78 30L92 86L66 92Z', ink.linear('#e8685c', '#a8343f')) +
      line('M60 62l24 -6M63 74l24 -6', '#ffe2b8', 5) +
      line('M68 92v8M75 90v8M82 88v8M89 87v8', '#b23a44', 3),
  ),
  jacket: big(
    (ink) =>
      path(
        'M34 8Q50 18 66 8L88 20L98 66L82 70L78 48V98Q50 104 22 98V48L18 70L2 66L12 20Z',
        ink.linear('#5f8fd6', '#34559c'),
      ) +
      line('M50 16V99', '#2c4886', 2.5) +
      path('M34 8L50 30L66 8Q50 18 34 8Z', '#f6efe4') +
      [44, 58, 72].map((y) => ellipse(43, y, 3.6, 3.6, '#f2c75c')).join('') +
      box(26, 70, 14, 4, '#2c4886', 2) +
      box(60, 70, 14, 4, '#2c4886', 2),
    100,
    104,
  ),
  cloak: big(
    (ink) =>
      path(
        'M50 4Q68 4 72 22Q98 60 98 108Q74 96 50 106Q26 96 2 108Q2 60 28 22Q32 4 50 4Z',
        ink.linear('#b5475a', '#6f2a45'),
      ) +
      path('M50 10Q62 12 62 24Q50 34 38 24Q38 12 50 10Z', '#4a1c33') +
      line('M34 36Q28 70 24 96M66 36Q72 70 76 96M50 40V98', '#8a3550', 3) +
      ellipse(50, 34, 6, 6, '#f2c75c'),
    100,
    110,
  ),
  'sun-face': big(
    (ink) => {
      let rays = '';
      for (let i = 0; i < 12; i++)
        rays += path('M52 16Q60 -4 68 16Z', i % 2 ? '#ffb43d' : '#ffcf5a', `transform="rotate(${i * 30} 60 60)"`);
      return (
        ellipse(60, 60, 60, 60, ink.fade('#fff1a8', 0.8)) +
        rays +
        ellipse(60, 60, 40, 40, ink.ball('#fff0a0', '#ffb638')) +
        FACE(60, 58, 1.3)
      );
    },
    120,
    120,
  ),
  wind: big(
    (ink) => {
      const c = ink.linear('#ffffff', '#b9cfe6');
      const cloud =
        ellipse(70, 60, 44, 38, c) +
        ellipse(34, 72, 28, 24, c) +
        ellipse(96, 78, 30, 24, c) +
        ellipse(52, 34, 26, 24, c) +
        ellipse(88, 38, 24, 22, c) +
        box(20, 66, 96, 32, c, 16);
      const face =
        line('M40 50q7 -5 14 0M74 50q7 -5 14 0', '#4f6488', 3.2) +
        line('M38 40l14 4M90 40l-14 4', '#4f6488', 4) +
        ellipse(36, 68, 11, 9, '#ffb0a8', 'opacity=".65"') +
        ellipse(92, 68, 11, 9, '#ffb0a8', 'opacity=".65"') +
        ellipse(64, 74, 8, 9, '#55688f') +
        ellipse(64, 76, 5, 6, '#34446b');
      let breath = '';
      for (const [y, len] of [
        [78, 66],
        [92, 86],
        [106, 60],
      ] as const)
        breath += line(`M112 ${y}q${len * 0.3} -9 ${len * 0.6} 0t${len * 0.4} -4`, '#ffffff', 5, 'opacity=".9"');
      return breath + cloud + face;
    },
    200,
    118,
  ),
  'snowflake-person': big(
    (ink) => {
      let arms = '';
      for (let i = 0; i < 6; i++)
        arms += `<g transform="rotate(${i * 60} 60 60)">${line('M60 60V6M60 22l-11 -10M60 22l11 -10M60 36l-13 -11M60 36l13 -11', '#cfeaff', 7)}${line('M60 60V6M60 22l-11 -10M60 22l11 -10M60 36l-13 -11M60 36l13 -11', '#ffffff', 3)}</g>`;
      return (
        ellipse(60, 60, 58, 58, ink.fade('#e8f6ff', 0.7)) +
        arms +
        ellipse(60, 60, 25, 25, ink.ball('#ffffff', '#b5dcf7')) +
        FACE(60, 58, 1)
      );
    },
    120,
    120,
  ),
  'loaf-person': big(
    (ink) =>
      line('M40 92V106M76 92V106', '#9a6233', 7) +
      ellipse(38, 107, 9, 5, '#7a4a28') +
      ellipse(79, 107, 9, 5, '#7a4a28') +
      line('M10 62Q-2 70 4 80M106 62Q118 54 113 44', '#b5763c', 7) +
      path(
        'M12 44Q8 12 58 10Q108 12 104 44Q112 52 104 62V84Q104 96 92 96H24Q12 96 12 84V62Q4 52 12 44Z',
        ink.linear('#eeb86c', '#b06f33'),
      ) +
      path('M22 46Q22 24 58 22Q94 24 94 46V86H22Z', ink.linear('#ffe2b0', '#f3c585')) +
      [34, 54, 74].map((x) => line(`M${x} 17q5 -3 8 -1`, '#fbe0b0', 3)).join('') +
      FACE(58, 56, 1.15),
    118,
    112,
  ),
};
