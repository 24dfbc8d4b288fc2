import { type Ink, ellipse, line, path, round } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import { type Point, limb, part, rad, type Limb } from './limbs.ts';
import type { Outfit } from './outfit.ts';
import type { Pose } from './pose.ts';
import type { Species } from './species.ts';
import { tailOf } from './tail.ts';
import { torsoOf } from './torso.ts';

/** A figure's drawing around its head, in units of its own (feet at y = 0, up is negative), facing right. */
export interface Body {
  readonly behind: string;
  readonly before: string;
  /** The middle of the head's box, its side and its turn in degrees. */
  readonly head: { readonly x: number; readonly y: number; readonly size: number; readonly turn: number };
  readonly nearHand: readonly [number, number];
  readonly farHand: readonly [number, number];
}

export function drawBody(ink: Ink, species: Species, outfit: Outfit, pose: Pose, adult: boolean): Body {
  const legLength = adult ? 26 : 21;
  const torso = adult ? 36 : 33;
  const headSize = adult ? 45 : 50;
  const limbColour = species.limbs ?? species.fur;
  const dressed = outfit.garment !== 'none';
  const sleeve =
    dressed && outfit.garment !== 'robe' ? outfit.main : outfit.garment === 'robe' ? outfit.main : limbColour;
  const trousers =
    outfit.garment === 'overall' ? darker(outfit.main, 0.22) : species.human ? outfit.second : limbColour;
  const shoe = species.human ? '#5a4038' : darker(limbColour, 0.22);
  const hip: Point = [0, -legLength - 2 + pose.drop - pose.rise];
  const neck: Point = [hip[0] + Math.sin(rad(pose.lean)) * torso, hip[1] - Math.cos(rad(pose.lean)) * torso];
  const inBody = (x: number, y: number): Point => {
    // y from the hip upwards, x to the front, turned by the lean.
    const c = Math.cos(rad(pose.lean));
    const s = Math.sin(rad(pose.lean));
    return [hip[0] + x * c + y * s, hip[1] + x * s - y * c];
  };
  const shoulderFar = inBody(-9, torso - 7);
  const shoulderNear = inBody(9, torso - 7);
  const armFar = limb(shoulderFar, pose.farArm, 13, 13);
  const armNear = limb(shoulderNear, pose.nearArm, 13, 13);
  const legFar = limb(inBody(-7.5, 2), pose.farLeg, legLength * 0.5, legLength * 0.5);
  const legNear = limb(inBody(7.5, 2), pose.nearLeg, legLength * 0.5, legLength * 0.5);
  const foot = (leg: Limb): string => {
    const y = leg.end[1] - 1;
    return ellipse(leg.end[0] + 3, y, 8.5, 5, ink.linear(lighter(shoe, 0.2), darker(shoe, 0.2)));
  };
  const leg = (one: Limb): string => part(one.d, trousers, 11.5) + foot(one);
  const arm = (one: Limb): string => {
    const hand = species.human || dressed ? (species.human ? species.fur : limbColour) : limbColour;
    return (
      part(one.d, sleeve, 9.5) +
      ellipse(one.end[0], one.end[1], 5.4, 5.4, ink.ball(lighter(hand, 0.2), darker(hand, 0.12)))
    );
  };

  let behind = '';
  if (outfit.cloak) {
    const [l, r, a, b] = [
      inBody(-14, torso - 3),
      inBody(13, torso - 3),
      inBody(-27, -legLength + 6),
      inBody(22, -legLength + 8),
    ];
    behind += path(
      `M${round(l[0])} ${round(l[1])}Q${round(a[0])} ${round((l[1] + a[1]) / 2)} ${round(a[0])} ${round(a[1])}Q${round((a[0] + b[0]) / 2)} ${round(a[1] + 6)} ${round(b[0])} ${round(b[1])}Q${round(b[0])} ${round((r[1] + b[1]) / 2)} ${round(r[0])} ${round(r[1])}Z`,
      ink.linear(outfit.main, darker(outfit.main, 0.32)),
    );
  }
  if (species.wings)
    for (const s of [-1, 1])
      behind += path(
        `M${round(neck[0] + s * 6)} ${round(neck[1] + 12)}C${round(neck[0] + s * 26)} ${round(neck[1] - 18)} ${round(neck[0] + s * 44)} ${round(neck[1] - 10)} ${round(neck[0] + s * 48)} ${round(neck[1] + 2)}Q${round(neck[0] + s * 40)} ${round(neck[1] + 2)} ${round(neck[0] + s * 38)} ${round(neck[1] + 12)}Q${round(neck[0] + s * 28)} ${round(neck[1] + 8)} ${round(neck[0] + s * 25)} ${round(neck[1] + 20)}Q${round(neck[0] + s * 16)} ${round(neck[1] + 14)} ${round(neck[0] + s * 6)} ${round(neck[1] + 26)}Z`,
        ink.linear('#ffb27a', '#e0604f'),
      );
  behind += tailOf(ink, species, inBody(-13, 5));
  if (species.spikes)
    behind +=
      ellipse(hip[0] - 5, hip[1] - torso * 0.5, 22, torso * 0.68, ink.ball('#96654c', '#64402f')) +
      Array.from({ length: 11 }, (_, i) => {
        const a = rad(100 + i * 16);
        const x = hip[0] - 5 + Math.cos(a) * 21;
        const y = hip[1] - torso * 0.5 - Math.sin(a) * torso * 0.66;
        return path(
          `M${round(x - 3)} ${round(y - 2)}L${round(x + Math.cos(a) * 7)} ${round(y - Math.sin(a) * 7)}L${round(x + 3)} ${round(y + 3)}Z`,
          '#7a4f3c',
        );
      }).join('');
  behind += arm(armFar) + leg(legFar) + leg(legNear);
  behind += torsoOf(ink, species, outfit, inBody, torso, legLength, pose);

  let before = '';
  const n = (x: number, y: number): string => {
    const p = inBody(x, torso + y);
    return `${round(p[0])} ${round(p[1])}`;
  };
  if (outfit.scarf) {
    const scarf = ink.linear(lighter(outfit.main, 0.12), darker(outfit.main, 0.18));
    before +=
      path(
        `M${n(-14, -1)}Q${n(0, -12)} ${n(14, -1)}Q${n(17, -5)} ${n(13, -8)}Q${n(0, -17)} ${n(-13, -8)}Q${n(-17, -5)} ${n(-14, -1)}Z`,
        scarf,
      ) +
      path(`M${n(3, -10)}L${n(12, -8)}L${n(15, -27)}L${n(6, -28)}Z`, scarf) +
      line(`M${n(5.5, -22)}L${n(14, -21)}`, lighter(outfit.main, 0.55), 2);
  }
  if (outfit.cloak)
    before +=
      path(
        `M${n(-15, -4)}Q${n(0, -13)} ${n(15, -4)}Q${n(17, -12)} ${n(10, -15)}L${n(2, -11)}L${n(-2, -11)}L${n(-10, -15)}Q${n(-17, -12)} ${n(-15, -4)}Z`,
        ink.linear(lighter(outfit.main, 0.1), outfit.main),
      ) +
      (() => {
        const p = inBody(0, torso - 10);
        return ellipse(p[0], p[1], 2.6, 2.6, '#f2c75c');
      })();
  if (outfit.badge) {
    const p = inBody(7, torso - 15);
    before +=
      ellipse(p[0], p[1], 5, 5, ink.ball('#fff3c0', '#d59a32')) + ellipse(p[0], p[1], 3, 3, '#b57a22', 'opacity=".5"');
  }
  before += arm(armNear);
  return {
    behind,
    before,
    head: {
      x: neck[0] + Math.sin(rad(pose.lean)) * 8,
      y: neck[1] - headSize * (species.chin / 32 - 0.5) + 4,
      size: headSize,
      turn: pose.headTilt + pose.lean * 0.4,
    },
    nearHand: armNear.end,
    farHand: armFar.end,
  };
}
