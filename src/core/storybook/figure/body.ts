import { type Ink, box, ellipse, line, path, round, smooth } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import type { Outfit } from './outfit.ts';
import type { Pose } from './pose.ts';
import type { Species } from './species.ts';

/** A figure's drawing around its head, in units of its own (feet at y = 0, up is negative), facing right. */
export interface Body {
  readonly behind: string;
  readonly before: string;
  /** The middle of the head's box, its side and its turn in degrees. */
  readonly head: { readonly x: number; readonly y: number; readonly size: number; readonly turn: number };
  readonly nearHand: readonly [number, number];
  readonly farHand: readonly [number, number];
}

type Point = readonly [number, number];

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

function along(from: Point, degrees: number, length: number): Point {
  return [from[0] + Math.sin(rad(degrees)) * length, from[1] + Math.cos(rad(degrees)) * length];
}

interface Limb {
  readonly middle: Point;
  readonly end: Point;
  readonly d: string;
}

function limb(from: Point, angles: readonly [number, number], upper: number, lower: number): Limb {
  const middle = along(from, angles[0], upper);
  const end = along(middle, angles[0] + angles[1], lower);
  const d = `M${round(from[0])} ${round(from[1])}Q${round(middle[0])} ${round(middle[1])} ${round(end[0])} ${round(end[1])}`;
  return { middle, end, d };
}

function part(d: string, colour: string, width: number): string {
  return (
    line(d, darker(colour, 0.2), width) +
    line(d, colour, width * 0.84) +
    line(d, lighter(colour, 0.25), width * 0.3, 'opacity=".45"')
  );
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

function torsoOf(
  ink: Ink,
  species: Species,
  outfit: Outfit,
  inBody: (x: number, y: number) => Point,
  torso: number,
  legLength: number,
  pose: Pose,
): string {
  const shape = (top: number, bottom: number, topY: number, bottomY: number): string => {
    const p = ([x, y]: Point): Point => inBody(x, y);
    return smooth(
      [
        p([-top, topY]),
        p([-bottom, (topY + bottomY) * 0.42]),
        p([-bottom * 0.86, bottomY]),
        p([0, bottomY - 3]),
        p([bottom * 0.86, bottomY]),
        p([bottom, (topY + bottomY) * 0.42]),
        p([top, topY]),
        p([0, topY + 3]),
      ],
      true,
    );
  };
  const fur = ink.linear(lighter(species.fur, 0.16), darker(species.fur, 0.18));
  const cloth = ink.linear(lighter(outfit.main, 0.16), darker(outfit.main, 0.2));
  const belly = inBody(2, torso * 0.38);
  const at = (x: number, y: number): string => {
    const q = inBody(x, y);
    return `${round(q[0])} ${round(q[1])}`;
  };
  const base = path(shape(11, 17, torso, -3), species.human ? ink.linear('#fdf6ea', '#e2d6c6') : fur);
  const tum = species.human
    ? ''
    : ellipse(belly[0], belly[1], 10.5, torso * 0.4, ink.ball(lighter(species.belly, 0.2), species.belly));
  const buttons = (colour: string): string =>
    [0.75, 0.5, 0.25]
      .map((t) => {
        const q = inBody(1.5, torso * t);
        return ellipse(q[0], q[1], 1.7, 1.7, colour);
      })
      .join('');
  switch (outfit.garment) {
    case 'none':
      return base + tum;
    case 'jacket':
      return (
        base +
        tum +
        path(
          `M${at(-11, torso)}Q${at(-20, torso * 0.4)} ${at(-17, -5)}Q${at(-9, -8)} ${at(-2.5, -5)}Q${at(-5, torso * 0.5)} ${at(-3, torso)}Z`,
          cloth,
        ) +
        path(
          `M${at(11, torso)}Q${at(20, torso * 0.4)} ${at(17, -5)}Q${at(11, -8)} ${at(6, -5)}Q${at(7, torso * 0.5)} ${at(5, torso)}Z`,
          cloth,
        ) +
        [0.7, 0.45, 0.2]
          .map((t) => {
            const q = inBody(9.5, torso * t);
            return ellipse(q[0], q[1], 2, 2, '#f2c75c');
          })
          .join('')
      );
    case 'shirt':
      return (
        base +
        path(shape(11.5, 17.5, torso, -1), cloth) +
        path(`M${at(-16, 4)}Q${at(0, -1)} ${at(16, 4)}L${at(15.5, -3)}Q${at(0, -8)} ${at(-15.5, -3)}Z`, outfit.second) +
        line(
          `M${at(-14, torso * 0.55)}Q${at(0, torso * 0.42)} ${at(15, torso * 0.55)}`,
          lighter(outfit.main, 0.5),
          2.6,
          'opacity=".8"',
        )
      );
    case 'coat':
      return (
        base +
        path(
          `M${at(-12, torso)}Q${at(-21, torso * 0.4)} ${at(-19, -legLength * 0.34)}Q${at(0, -legLength * 0.46)} ${at(19, -legLength * 0.34)}Q${at(21, torso * 0.4)} ${at(12, torso)}Z`,
          cloth,
        ) +
        path(`M${at(-4, torso)}L${at(1.5, torso * 0.66)}L${at(7, torso)}Z`, '#fdf6ea') +
        line(`M${at(1.5, torso * 0.66)}L${at(1.5, -legLength * 0.38)}`, outfit.second, 1.2) +
        buttons('#f2d28a') +
        path(
          `M${at(-12.5, torso)}L${at(-4, torso)}L${at(1.5, torso * 0.64)}L${at(-5, torso * 0.72)}Z`,
          lighter(outfit.main, 0.18),
        ) +
        path(
          `M${at(13, torso)}L${at(7, torso)}L${at(1.5, torso * 0.64)}L${at(8, torso * 0.72)}Z`,
          lighter(outfit.main, 0.18),
        )
      );
    case 'dress':
    case 'apron': {
      const hem = pose.drop > 8 ? -2 : -legLength * 0.62;
      const skirt = path(
        `M${at(-11, torso)}Q${at(-14, torso * 0.6)} ${at(-14, torso * 0.45)}Q${at(-22, 6)} ${at(-25, hem)}Q${at(-17, hem - 5)} ${at(-8, hem - 1)}Q${at(0, hem - 5)} ${at(9, hem - 1)}Q${at(17, hem - 5)} ${at(25, hem)}Q${at(22, 6)} ${at(14, torso * 0.45)}Q${at(14, torso * 0.6)} ${at(11, torso)}Z`,
        cloth,
      );
      const collar = path(
        `M${at(-10, torso)}Q${at(0, torso - 10)} ${at(10, torso)}Q${at(6, torso - 9)} ${at(0, torso - 8)}Q${at(-6, torso - 9)} ${at(-10, torso)}Z`,
        '#fff6ea',
      );
      const apron =
        outfit.garment === 'apron'
          ? path(
              `M${at(-7, torso * 0.75)}H${round(inBody(8, torso * 0.75)[0])}L${at(9, torso * 0.4)}Q${at(17, 4)} ${at(17, hem + 3)}Q${at(1, hem - 3)} ${at(-15, hem + 3)}Q${at(-15, 4)} ${at(-8, torso * 0.4)}Z`,
              ink.linear('#ffffff', '#e6e0ee'),
            )
          : line(`M${at(-14, torso * 0.45)}Q${at(0, torso * 0.34)} ${at(14, torso * 0.45)}`, outfit.second, 3) +
            line(
              `M${at(-23, hem + 4)}Q${at(0, hem - 1)} ${at(23, hem + 4)}`,
              lighter(outfit.main, 0.5),
              2,
              'opacity=".8"',
            );
      return base + skirt + collar + apron;
    }
    case 'overall':
      // Below a picture from the waist up: the clothes go on to the hips, the legs are seen.
      return (
        path(
          `M${at(-16, torso)}Q${at(-21, torso * 0.4)} ${at(-17, -4)}Q${at(0, -9)} ${at(17, -4)}Q${at(21, torso * 0.4)} ${at(16, torso)}Z`,
          cloth,
        ) + line(`M${at(-16.5, 1)}Q${at(0, -4)} ${at(16.5, 1)}`, outfit.second, 3.4)
      );
    case 'robe':
      return (
        path(
          `M${at(-15, torso)}Q${at(-23, torso * 0.4)} ${at(-25, -legLength + 4)}Q${at(0, -legLength - 2)} ${at(25, -legLength + 4)}Q${at(23, torso * 0.4)} ${at(15, torso)}Z`,
          cloth,
        ) + line(`M${at(-22.5, torso * 0.12)}Q${at(0, torso * 0.02)} ${at(22.5, torso * 0.12)}`, outfit.second, 3.4)
      );
  }
}

function tailOf(ink: Ink, species: Species, [x, y]: Point): string {
  const fur = ink.linear(lighter(species.fur, 0.1), darker(species.fur, 0.22));
  const tip = species.tailTip ?? species.fur;
  switch (species.tail) {
    case 'bushy':
      return (
        path(
          `M${x + 4} ${y + 5}C${x - 16} ${y + 16} ${x - 34} ${y + 2} ${x - 32} ${y - 18}C${x - 31} ${y - 28} ${x - 24} ${y - 32} ${x - 20} ${y - 34}C${x - 16} ${y - 24} ${x - 8} ${y - 16} ${x + 4} ${y - 4}Z`,
          fur,
        ) +
        path(
          `M${x - 32} ${y - 16}C${x - 31} ${y - 28} ${x - 24} ${y - 32} ${x - 20} ${y - 34}C${x - 18} ${y - 28} ${x - 16} ${y - 24} ${x - 13} ${y - 20}Q${x - 20} ${y - 22} ${x - 22} ${y - 15}Q${x - 28} ${y - 20} ${x - 32} ${y - 16}Z`,
          tip,
        )
      );
    case 'curl':
      return part(
        `M${x} ${y + 2}C${x - 20} ${y + 6} ${x - 24} ${y - 14} ${x - 16} ${y - 24}Q${x - 10} ${y - 28} ${x - 10} ${y - 20}`,
        species.fur,
        species.head === 'pig-face' ? 3.4 : 6,
      );
    case 'thin':
      return line(
        `M${x} ${y + 4}C${x - 14} ${y + 12} ${x - 20} ${y - 4} ${x - 30} ${y + 2}Q${x - 36} ${y + 6} ${x - 38} ${y}`,
        tip,
        3.4,
      );
    case 'puff':
      return ellipse(x - 4, y - 1, 7.5, 7, ink.ball('#ffffff', tip));
    case 'tuft':
      return (
        part(`M${x} ${y + 2}C${x - 16} ${y + 8} ${x - 26} ${y - 2} ${x - 28} ${y - 16}`, species.fur, 4.6) +
        ellipse(x - 28, y - 19, 5, 7, tip)
      );
    case 'ringed':
      return (
        part(`M${x} ${y + 3}C${x - 18} ${y + 10} ${x - 32} ${y} ${x - 30} ${y - 22}`, species.fur, 10) +
        line(
          `M${x - 13} ${y + 1}l-2 8M${x - 22} ${y - 3}l-6 6M${x - 26} ${y - 11}l-8 2M${x - 30} ${y - 22}l0 -1`,
          tip,
          4,
        )
      );
    case 'thick':
      return path(
        `M${x + 5} ${y - 6}C${x - 8} ${y + 2} ${x - 22} ${y + 10} ${x - 42} ${y + 13}Q${x - 20} ${y + 24} ${x + 6} ${y + 10}Z`,
        fur,
      );
    case 'squirrel':
      return (
        path(
          `M${x + 3} ${y + 7}C${x - 30} ${y + 12} ${x - 34} ${y - 26} ${x - 18} ${y - 48}C${x - 8} ${y - 58} ${x + 6} ${y - 50} ${x} ${y - 40}C${x - 12} ${y - 30} ${x - 12} ${y - 14} ${x + 4} ${y - 6}Z`,
          fur,
        ) +
        path(
          `M${x - 4} ${y + 1}C${x - 22} ${y} ${x - 24} ${y - 26} ${x - 12} ${y - 42}`,
          'none',
          `stroke="${lighter(species.fur, 0.35)}" stroke-width="3.5" stroke-linecap="round" opacity=".6"`,
        )
      );
    case 'flat':
      return `<g transform="rotate(24 ${x} ${y})">${ellipse(x - 16, y + 6, 18, 8.5, ink.ball(lighter(tip, 0.15), darker(tip, 0.2)))}${line(`M${x - 30} ${y + 6}h26M${x - 24} ${y + 1}l6 10M${x - 16} ${y - 1}l6 12`, darker(tip, 0.3), 1)}</g>`;
    case 'dragon':
      return (
        path(
          `M${x + 6} ${y - 4}C${x - 14} ${y + 4} ${x - 26} ${y + 16} ${x - 42} ${y + 4}Q${x - 28} ${y + 26} ${x + 8} ${y + 12}Z`,
          fur,
        ) + path(`M${x - 42} ${y + 6}L${x - 52} ${y - 4}L${x - 47} ${y - 9}L${x - 36} ${y - 1}Z`, tip)
      );
    case 'none':
      return '';
  }
}

/** What a feeling or doing adds around the head: tears, Z's, notes, marks of speech. `x`, `y`: the head's middle. */
export function marksOf(action: string, x: number, y: number, size: number, ink: Ink): string {
  const k = size / 50;
  if (action === 'cry')
    return [-1, 1]
      .map(
        (s) =>
          path(
            `M${x + s * 7 * k} ${y + 5 * k}q${s * 5 * k} ${8 * k} ${s * 1 * k} ${13 * k}q${-s * 7 * k} ${-2 * k} ${-s * 1 * k} ${-13 * k}Z`,
            ink.linear('#d9f3ff', '#6fbdf0'),
          ) +
          path(
            `M${x + s * 15 * k} ${y + 9 * k}q${s * 4 * k} ${6 * k} 0 ${9 * k}q${-s * 5 * k} ${-2 * k} 0 ${-9 * k}Z`,
            '#8fd0f5',
          ),
      )
      .join('');
  if (action === 'sing')
    return `<g fill="#fff3c9" stroke="#5b4a78" stroke-width="1.2">${[
      [26, -14],
      [36, -28],
    ]
      .map(
        ([dx, dy]) =>
          `<path d="M${x + dx! * k} ${y + dy! * k}v${-12 * k}l${7 * k} ${-2 * k}v${4 * k}l${-5 * k} ${1.5 * k}v${9 * k}a${3.5 * k} ${2.8 * k} 0 1 1 ${-2 * k} ${-2 * k}Z"/>`,
      )
      .join('')}</g>`;
  if (action === 'talk')
    return [
      [-24, 13],
      [0, 16],
      [22, 12],
    ]
      .map(([a, len]) =>
        line(
          `M${round(x + Math.cos(rad(a!)) * 28 * k)} ${round(y + Math.sin(rad(a!)) * 28 * k)}L${round(x + Math.cos(rad(a!)) * (28 + len! * 0.6) * k)} ${round(y + Math.sin(rad(a!)) * (28 + len! * 0.6) * k)}`,
          '#fff8e6',
          2.6 * k,
          'opacity=".85"',
        ),
      )
      .join('');
  return '';
}

export function zzz(x: number, y: number, k: number): string {
  return [
    [0, 0, 9],
    [11, -11, 12],
    [25, -25, 16],
  ]
    .map(([dx, dy, s]) =>
      line(
        `M${round(x + dx! * k)} ${round(y + dy! * k)}h${round(s! * k)}l${round(-s! * k)} ${round(s! * k)}h${round(s! * k)}`,
        '#fdfbff',
        2.8 * k,
      ),
    )
    .join('');
}

/** Glasses and a bow sit on the head, in its box of 32 x 32. */
export function onHead(outfit: Outfit, species: Species): string {
  let out = '';
  if (outfit.bow)
    out +=
      path(
        `M16 ${species.top + 4}l-6 -4q-2 4 0 8ZM16 ${species.top + 4}l6 -4q2 4 0 8Z`,
        outfit.main,
        `transform="translate(7 1) rotate(18 16 ${species.top + 4})"`,
      ) + ellipse(23, species.top + 5, 1.6, 1.6, outfit.second);
  if (outfit.glasses)
    out +=
      [-1, 1]
        .map((s) =>
          ellipse(
            16 + s * species.eyes.dx,
            species.eyes.y,
            3.6,
            3.4,
            '#ffffff',
            'fill-opacity=".25" stroke="#4d3d3a" stroke-width=".7"',
          ),
        )
        .join('') + box(14.5, species.eyes.y - 0.4, 3, 0.8, '#4d3d3a');
  return out;
}
