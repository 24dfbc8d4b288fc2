import { box, line, path, round } from '../../ink.ts';
import { darker } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import type { Kit, Places } from '../backdrop.ts';
import { SEA, roughness } from './sea-state.ts';

/** On deck: planks, rail, a mast with its sail; the sea goes by behind. */
export function ship(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.55);
  const rough = roughness(kit);
  const mast = (random() < 0.5 ? between(random, 0.16, 0.24) : between(random, 0.76, 0.84)) * width;
  kit.pass(
    'far',
    0.6,
    horizon - 40 * u,
    (ink) =>
      ground.water(ink, width, height, horizon, SEA, random, rough) +
      ground.waveCrest(
        ink,
        width,
        height,
        horizon + 80 * u,
        (16 + rough * 60) * u,
        darker(SEA, 0.05),
        random,
        rough > 0.4,
      ),
  );
  kit.pass('scenery', 0.06, 0, (ink) => {
    let out = box(mast - 17 * u, 0, 34 * u, horizon + 200 * u, ink.linear('#b5804f', '#7a5136', 90));
    out += line(`M${round(mast - 250 * u)} ${round(70 * u)}H${round(mast + 250 * u)}`, '#8a5f3d', 16 * u);
    out += path(
      `M${round(mast - 235 * u)} ${round(76 * u)}H${round(mast + 235 * u)}Q${round(mast + 270 * u)} ${round(250 * u)} ${round(mast + 220 * u)} ${round(390 * u)}Q${round(mast)} ${round(440 * u)} ${round(mast - 220 * u)} ${round(390 * u)}Q${round(mast - 270 * u)} ${round(250 * u)} ${round(mast - 235 * u)} ${round(76 * u)}Z`,
      ink.linear('#fffaf0', '#dccdb8', 60),
    );
    out += line(
      `M${round(mast - 60 * u)} ${round(horizon + 150 * u)}L${round(mast - 320 * u)} 0M${round(mast + 60 * u)} ${round(horizon + 150 * u)}L${round(mast + 320 * u)} 0`,
      '#8a6a4a',
      5 * u,
    );
    const rail = horizon + 120 * u;
    out += box(0, rail + 74 * u, width, 70 * u, ink.linear('#a5693f', '#7c4c31'));
    for (let x = 20 * u; x < width; x += 74 * u)
      out += path(
        `M${round(x - 9 * u)} ${round(rail + 80 * u)}Q${round(x - 15 * u)} ${round(rail + 40 * u)} ${round(x - 6 * u)} ${round(rail + 10 * u)}h${round(12 * u)}Q${round(x + 15 * u)} ${round(rail + 40 * u)} ${round(x + 9 * u)} ${round(rail + 80 * u)}Z`,
        '#d9a56c',
      );
    return out + box(0, rail, width, 20 * u, ink.linear('#dba86e', '#a8713f'), 8 * u);
  });
  kit.pass('ground', 0.02, horizon + 190 * u, (ink) => {
    const deck = horizon + 200 * u;
    let out = box(0, deck, width, height - deck + 5, ink.linear('#d7a673', '#a8734a'));
    for (let i = -9; i <= 9; i++)
      out += line(
        `M${round(width / 2 + i * width * 0.08)} ${round(deck)}L${round(width / 2 + i * width * 0.14)} ${round(height)}`,
        '#8f5f3d',
        3 * u,
        'opacity=".7"',
      );
    const bx = mast < width / 2 ? width * 0.93 : width * 0.07;
    out +=
      path(
        `M${round(bx - 60 * u)} ${round(deck + 100 * u)}Q${round(bx - 82 * u)} ${round(deck + 40 * u)} ${round(bx - 58 * u)} ${round(deck - 20 * u)}h${round(116 * u)}Q${round(bx + 82 * u)} ${round(deck + 40 * u)} ${round(bx + 58 * u)} ${round(deck + 100 * u)}Z`,
        ink.linear('#b98255', '#7f5133', 90),
      ) +
      line(
        `M${round(bx - 68 * u)} ${round(deck + 10 * u)}h${round(136 * u)}M${round(bx - 68 * u)} ${round(deck + 74 * u)}h${round(136 * u)}`,
        '#5c4a48',
        9 * u,
      );
    return out;
  });
  return { horizon, backY: horizon + 205 * u, standY: down(0.86), waterY: horizon + 90 * u };
}
