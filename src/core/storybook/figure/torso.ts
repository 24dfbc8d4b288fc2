import { type Ink, ellipse, line, path, round, smooth } from '../ink.ts';
import { darker, lighter } from '../paint/colour.ts';
import type { Point } from './limbs.ts';
import type { Outfit } from './outfit.ts';
import type { Pose } from './pose.ts';
import type { Species } from './species.ts';

export function torsoOf(
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
