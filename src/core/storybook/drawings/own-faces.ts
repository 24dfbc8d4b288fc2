import { box, ellipse, line, path } from '../ink.ts';
import { type OwnDrawing, own } from './own-drawing.ts';

const FACE = (x: number, y: number, k: number): string =>
  ellipse(x - 7 * k, y, 1.7 * k, 2.7 * k, '#33262e') +
  ellipse(x + 7 * k, y, 1.7 * k, 2.7 * k, '#33262e') +
  ellipse(x - 11 * k, y + 6 * k, 3.4 * k, 2.2 * k, '#ff9d8a', 'opacity=".6"') +
  ellipse(x + 11 * k, y + 6 * k, 3.4 * k, 2.2 * k, '#ff9d8a', 'opacity=".6"') +
  line(`M${x - 4 * k} ${y + 5 * k}Q${x} ${y + 9.5 * k} ${x + 4 * k} ${y + 5 * k}`, '#33262e', 1.6 * k);

/** Things that are persons in a story: they have a face. */
export const OWN_FACES: Readonly<Record<string, OwnDrawing>> = {
  'sun-face': own(
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
  wind: own(
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
  'snowflake-person': own(
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
  'loaf-person': own(
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
