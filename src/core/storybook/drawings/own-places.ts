import { box, ellipse, line, path } from '../ink.ts';
import { randomFrom } from '../random.ts';
import * as building from '../scenery/buildings.ts';
import * as ground from '../scenery/ground.ts';
import * as plant from '../scenery/plants.ts';
import { type OwnDrawing, own } from './own-drawing.ts';

/** What stands outdoors, and what one travels in. The foot is the middle of the lower edge. */
export const OWN_PLACES: Readonly<Record<string, OwnDrawing>> = {
  lighthouse: own((ink, lights) => building.lighthouse(ink, 50, 200, 198, lights), 100, 200),
  tower: own((ink, lights) => building.tower(ink, 50, 200, 62, 112, '#d9d2dc', '#7a6fb5', lights), 100, 200),
  cottage: own((ink, lights) => building.house(ink, 52, 110, 92, '#f6e3c3', '#c8624f', lights), 108, 112),
  fence: own((ink) => building.picketFence(ink, 2, 50, 126, 48), 130, 50),
  gate: own(
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
  bridge: own(
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
  well: own(
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
  cave: own(
    (ink) =>
      path('M4 110Q-4 50 34 24Q70 -8 106 26Q142 52 136 110Z', ink.linear('#a79ab0', '#675a78', 40)) +
      path('M38 110Q36 56 70 50Q104 56 102 110Z', ink.linear('#2b2038', '#46385a')) +
      ground.stone(ink, 24, 112, 16, '#9a8ea6') +
      ground.stone(ink, 118, 112, 14, '#9a8ea6'),
    140,
    112,
  ),
  rock: own(
    (ink) => ground.stone(ink, 50, 68, 46, '#a3a1ad') + plant.grassTuft(16, 70, 14, '#7fb35e', randomFrom(3)),
    100,
    70,
  ),
  bush: own((ink) => plant.bush(ink, 62, 80, 74, '#6bb45a'), 124, 82),
  reeds: own((ink) => plant.reeds(ink, 50, 100, 92, randomFrom(5)), 100, 100),
  nest: own(
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
  'bathtub-boat': own(
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
  'rowing-boat': own(
    (ink) =>
      path('M2 20Q80 44 158 20Q150 62 118 66H42Q10 62 2 20Z', ink.linear('#cf8f5a', '#86532f')) +
      path('M2 20Q80 44 158 20Q154 32 80 38Q6 32 2 20Z', ink.linear('#7c4d30', '#a56d42')) +
      line('M20 46Q80 58 140 46', '#eac08d', 4) +
      line('M98 34L140 70', '#c99a66', 5) +
      ellipse(143, 73, 11, 5, '#d9aa74', 'transform="rotate(40 143 73)"'),
    160,
    80,
  ),
  train: own(
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
};
