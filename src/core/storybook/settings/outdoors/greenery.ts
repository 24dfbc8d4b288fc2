import { type Ink, ellipse, path, round } from '../../ink.ts';
import { darker } from '../../paint/colour.ts';
import { between, pick } from '../../random.ts';
import * as ground from '../../scenery/ground.ts';
import * as plant from '../../scenery/plants.ts';
import type { Kit } from '../backdrop.ts';
import { BARK, isSnowy, land, leaf } from './land.ts';

export function anyTree(kit: Kit, ink: Ink, x: number, y: number, size: number, pineShare = 0.35): string {
  const { random } = kit;
  if (random() < pineShare)
    return plant.pine(
      ink,
      x,
      y,
      size * 1.05,
      isSnowy(kit) ? '#6f9a92' : pick(random, ['#4f9070', '#5c9d6a', '#447f68']),
      BARK,
      isSnowy(kit),
    );
  if (isSnowy(kit)) return plant.bareTree(x, y, size, '#7d6a6a', random);
  return plant.roundTree(ink, x, y, size, leaf(kit), BARK, random);
}

/** A row of trees of about one size. */
export function treeRow(kit: Kit, ink: Ink, y: number, size: number, count: number, pineShare: number): string {
  let out = '';
  for (let i = 0; i < count; i++) {
    const x = ((i + between(kit.random, 0.1, 0.9)) / count) * kit.width * 1.1 - kit.width * 0.05;
    out += anyTree(
      kit,
      ink,
      x,
      y + between(kit.random, -0.04, 0.06) * size,
      size * between(kit.random, 0.8, 1.15),
      pineShare,
    );
  }
  return out;
}

/** Tufts, flowers and stones on the near ground, thinner in the middle and none where captions lie. */
export function nearDetails(kit: Kit, ink: Ink, from: number, to: number, count: number): string {
  const { random, width, u } = kit;
  const [, , near] = land(kit);
  const snowy = isSnowy(kit);
  let out = '';
  const spots = Array.from(
    { length: Math.round(count * (1 + kit.tall * 0.6)) },
    () => [random(), from + (to - from) * random()] as const,
  ).sort((a, b) => a[1] - b[1]);
  for (const [t, y] of spots) {
    const x = t * width;
    const scale = 0.6 + (0.8 * (y - from)) / Math.max(1, to - from);
    const kind = random();
    if (snowy)
      out +=
        kind < 0.3
          ? ground.stone(ink, x, y, 16 * u * scale, '#c3d0de')
          : ellipse(x, y, 40 * u * scale, 9 * u * scale, '#ffffff', 'opacity=".7"');
    else if (kind < 0.55) out += plant.grassTuft(x, y, 34 * u * scale, darker(near, 0.12), random);
    else if (kind < 0.88)
      out += plant.flower(
        x,
        y,
        42 * u * scale,
        pick(
          random,
          kit.graph.season === 'autumn'
            ? ['#e0703f', '#d9a441', '#b9577a']
            : ['#ff9ab5', '#fff2f0', '#ffd34d', '#b79bf0', '#ff8f6b'],
        ),
        darker(near, 0.22),
      );
    else out += ground.stone(ink, x, y, 15 * u * scale, '#a8a6ae');
  }
  return out;
}

/** Big soft leaves and grass at the two lower corners: a frame that gives depth. */
export function frontCorners(kit: Kit): void {
  const { random, width, height, u, down } = kit;
  if (isSnowy(kit)) {
    kit.pass(
      'front',
      0,
      down(0.84),
      (ink) =>
        ellipse(width * -0.02, down(1.02), 330 * u, 120 * u, ink.linear('#ffffff', '#cfdeed')) +
        ellipse(width * 1.03, down(1.03), 380 * u, 130 * u, ink.linear('#ffffff', '#cfdeed')),
    );
    return;
  }
  const [, , near] = land(kit);
  kit.pass('front', 0, down(0.74), (ink) => {
    let out = '';
    for (const side of [0, 1]) {
      for (let i = 0; i < 7; i++) {
        const x = side * width + (side ? -1 : 1) * between(random, -20, 170) * u;
        const high = between(random, 90, 190) * u;
        const lean = (side ? -1 : 1) * between(random, 0.05, 0.5) * high;
        out += path(
          `M${round(x - 16 * u)} ${round(height + 5)}Q${round(x - 10 * u)} ${round(height - high * 0.6)} ${round(x + lean)} ${round(height - high)}Q${round(x + 26 * u)} ${round(height - high * 0.5)} ${round(x + 18 * u)} ${round(height + 5)}Z`,
          ink.linear(darker(near, 0.12), darker(near, 0.42)),
        );
      }
    }
    return out;
  });
}
