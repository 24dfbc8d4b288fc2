import { path, round } from '../../ink.ts';
import { darker, lighter } from '../../paint/colour.ts';
import { between } from '../../random.ts';
import * as building from '../../scenery/buildings.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit, Places } from '../backdrop.ts';
import { SEA, roughness } from './sea-state.ts';

export function lighthouseRock(kit: Kit): Places {
  const { width, height, u, random, down } = kit;
  const horizon = down(0.56);
  const rough = roughness(kit);
  const right = random() < 0.5;
  const at = (right ? between(random, 0.73, 0.79) : between(random, 0.21, 0.27)) * width;
  const tall = Math.min(down(0.62), 640 * u);
  const foot = horizon + 96 * u;
  kit.pass(
    'far',
    0.65,
    horizon - 10 * u,
    (ink) =>
      ground.water(ink, width, height, horizon, SEA, random, rough) +
      ground.waveCrest(
        ink,
        width,
        height,
        horizon + 66 * u,
        (12 + rough * 56) * u,
        darker(SEA, 0.04),
        random,
        rough > 0.4,
      ),
  );
  kit.pass('scenery', 0.08, Math.max(0, foot - tall - 20 * u), (ink, lights) =>
    building.lighthouse(ink, at, foot, tall, lights),
  );
  kit.pass('ground', 0.03, horizon, (ink) => {
    const rock = '#8d8fa0';
    const s = right ? 1 : -1;
    let out = '';
    for (const [dx, dy, r] of [
      [-0.1, 90, 150],
      [0.12, 100, 190],
      [0.26, 150, 200],
    ] as const)
      out += ground.stone(ink, at + s * dx * width, foot + dy * u, r * u, darker(rock, 0.1));
    const edge = right ? 0 : width;
    out += path(
      `M${round(edge)} ${round(height)}L${round(edge)} ${round(horizon + 236 * u)}C${round(edge + s * width * 0.16)} ${round(horizon + 196 * u)} ${round(edge + s * width * 0.34)} ${round(horizon + 224 * u)} ${round(at - s * 230 * u)} ${round(horizon + 166 * u)}C${round(at - s * 150 * u)} ${round(horizon + 74 * u)} ${round(at + s * 120 * u)} ${round(horizon + 80 * u)} ${round(at + s * 270 * u)} ${round(horizon + 120 * u)}L${round(width - edge + s * 10)} ${round(horizon + 190 * u)}V${round(height + 5)}Z`,
      ink.linear(lighter(rock, 0.28), darker(rock, 0.28)),
    );
    for (let i = 0; i < 14; i++) {
      const x = random() * width;
      out += path(
        `M${round(x)} ${round(down(between(random, 0.84, 0.97)))}q${round(40 * u)} ${round(-16 * u)} ${round(90 * u)} 0`,
        'none',
        `stroke="${i % 2 ? lighter(rock, 0.4) : darker(rock, 0.25)}" stroke-width="${round(4 * u)}" stroke-linecap="round" opacity=".55"`,
      );
    }
    for (let i = 0; i < 5; i++)
      out += plant.grassTuft(random() * width, down(between(random, 0.86, 0.95)), 40 * u, '#8fae6a', random);
    return out;
  });
  if (kit.look.lamps) {
    const lampX = at;
    const lampY = foot - tall * 0.76 - tall * 0.07;
    kit.glow(lampX, lampY, 420 * u, 0.95, [1, 0.85, 0.5]);
    kit.pass(
      'scenery',
      0,
      0,
      (ink) => {
        const beam = (dx: number, spread: number): string =>
          path(
            `M${round(lampX)} ${round(lampY)}L${round(lampX + dx * width)} ${round(lampY - spread * 0.5)}V${round(lampY + spread)}Z`,
            ink.linear('#ffe9a8', '#ffe9a8', 90),
            'opacity=".2"',
          );
        return beam(right ? -0.9 : 0.9, 170 * u) + beam(right ? 0.5 : -0.5, 120 * u);
      },
      false,
    );
  }
  return {
    horizon,
    backY: horizon + 225 * u,
    waterY: horizon + 110 * u,
    standY: down(0.845),
    tall: { x: at, width: 230 * u },
  };
}
