import { box, ellipse, line, path } from '../ink.ts';
import { randomFrom } from '../random.ts';
import * as furniture from '../scenery/furniture.ts';
import { type OwnDrawing, own } from './own-drawing.ts';

/** Furniture, tools and garments that the emoji do not have, in the same soft look. */
export const OWN_OBJECTS: Readonly<Record<string, OwnDrawing>> = {
  table: own((ink) => furniture.table(ink, 60, 80, 116, 70), 120, 82),
  bookshelf: own((ink) => furniture.bookshelf(ink, 40, 120, 78, 118, randomFrom(4)), 80, 120),
  stairs: own((ink) => furniture.stairs(ink, 60, 100, 118, 98, '#cbb7a8', 7), 120, 100),
  'cucumber-frame': own(
    (ink) =>
      path('M6 40L34 12H136L126 40Z', ink.linear('#e4f6fb', '#a9d5e6'), 'opacity=".9"') +
      line('M6 40L34 12H136L126 40ZM46 40L68 12M86 40L102 12', '#f9f3e3', 5) +
      box(4, 40, 124, 34, ink.linear('#cf9d68', '#94663f'), 3) +
      line('M4 52H128', '#8a5d3a', 2.5) +
      [24, 56, 92].map((x) => ellipse(x, 36, 9, 5, '#6fae54') + ellipse(x + 9, 33, 7, 4, '#8cc66b')).join(''),
    140,
    76,
  ),
  net: own(
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
  rake: own(
    (ink) =>
      box(27, 14, 6, 104, ink.linear('#d9a96a', '#a87442', 90), 3) +
      box(4, 8, 52, 9, ink.linear('#8d96aa', '#5a6279'), 4) +
      [8, 18, 28, 38, 48].map((x) => path(`M${x} 14h5l-1 -13q-1.5 -3 -3 0Z`, '#6d768c')).join(''),
    60,
    120,
  ),
  match: own(
    (ink) =>
      box(8, 26, 8, 74, ink.linear('#f3d9a4', '#cfa66a', 90), 3) +
      ellipse(12, 24, 7, 9, '#c2443f') +
      path('M12 -2Q24 10 18 20Q12 26 6 20Q0 10 12 -2Z', ink.linear('#fff2a0', '#ff9a3d')) +
      path('M12 8Q17 14 14 20Q12 22 10 20Q7 14 12 8Z', '#fffbe0'),
    24,
    102,
  ),
  lamp: own(
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
  lantern: own(
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
  'clock-face': own((ink) => {
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
  badge: own(
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
  horn: own(
    (ink) =>
      path('M10 46Q40 50 66 38Q92 24 96 4Q122 34 96 72Q90 62 70 60Q40 64 10 56Z', ink.linear('#ffe08a', '#b9782a')) +
      ellipse(98, 38, 13, 34, ink.linear('#c98a35', '#7a4a1e'), 'transform="rotate(12 98 38)"') +
      box(4, 44, 10, 14, '#d9a441', 4) +
      line('M42 50Q46 58 42 60', '#a8702a', 4),
    124,
    80,
  ),
  bucket: own(
    (ink) =>
      line('M12 26Q46 -20 80 26', '#6d768c', 4) +
      path('M10 26H82L72 92H20Z', ink.linear('#9fb4cc', '#5f7592', 90)) +
      ellipse(46, 26, 36, 9, '#54677f') +
      ellipse(46, 28, 31, 6.5, '#7fc7e6') +
      line('M14 48H78', '#c3d3e4', 3),
    92,
    94,
  ),
  basket: own(
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
  scarf: own(
    (ink) =>
      path('M14 10Q50 36 86 10Q94 22 84 30Q50 52 16 30Q6 22 14 10Z', ink.linear('#e8685c', '#b23a44')) +
      path('M54 36L78 30L92 86L66 92Z', ink.linear('#e8685c', '#a8343f')) +
      line('M60 62l24 -6M63 74l24 -6', '#ffe2b8', 5) +
      line('M68 92v8M75 90v8M82 88v8M89 87v8', '#b23a44', 3),
  ),
  jacket: own(
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
  cloak: own(
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
};
