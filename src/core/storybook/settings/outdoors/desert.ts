import { line, path, round } from '../../ink.ts';
import { between } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';

export function desert(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.6);
  kit.pass('far', 0.75, down(0.35), (ink) => {
    let out = '';
    for (let i = 0; i < 3; i++) {
      const x = (i + between(random, 0.2, 0.8)) * width * 0.33;
      const h = between(random, 110, 190) * u;
      out += path(
        `M${round(x - h)} ${round(horizon + 20 * u)}L${round(x - h * 0.6)} ${round(horizon - h)}H${round(x + h * 0.5)}L${round(x + h)} ${round(horizon + 20 * u)}Z`,
        ink.linear('#e3a073', '#c97f5c'),
      );
    }
    return out + ground.hill(ink, width, height, horizon, 30 * u, '#ecc183', random);
  });
  kit.pass(
    'scenery',
    0.25,
    horizon - 260 * u,
    (ink) =>
      ground.hill(ink, width, height, horizon + 60 * u, 34 * u, '#efc681', random, 4) +
      [between(random, 0.04, 0.14), between(random, 0.84, 0.95)]
        .map((t) => plant.cactus(ink, t * width, horizon + 110 * u, between(random, 210, 280) * u))
        .join(''),
  );
  kit.pass('ground', 0.03, horizon + 80 * u, (ink) => {
    let out = ground.hill(ink, width, height, horizon + 135 * u, 22 * u, '#f4d595', random, 4);
    for (let i = 0; i < 12; i++)
      out += line(
        `M${round(random() * width)} ${round(down(between(random, 0.8, 0.96)))}q${round(60 * u)} ${round(-12 * u)} ${round(130 * u)} 0`,
        '#e2b871',
        4 * u,
        'opacity=".7"',
      );
    return (
      out +
      ground.stone(ink, width * 0.9, down(0.87), 40 * u, '#c99a6c') +
      ground.stone(ink, width * 0.07, down(0.9), 30 * u, '#c99a6c')
    );
  });
  return { horizon, backY: horizon + 140 * u };
}
