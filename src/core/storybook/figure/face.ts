import { packedSvg } from '../drawings/drawing-sprite.ts';
import { ellipse, line, round } from '../ink.ts';
import { type Sprite, blit, toSprite } from '../paint/blit.ts';
import { rasterise } from '../paint/rasterise.ts';
import type { Species } from './species.ts';

/** Faces of the drawing set are awake and glad: what makes them otherwise is painted over them, in their box of 32 x 32. */

const DARK = '#3a2a32';

/** Paints lids in the colour around each eye and draws the closed eye as a bow. */
export function closeEyes(open: Sprite, species: Species): Sprite {
  const { dx, y, rx, ry } = species.eyes;
  const lids = [-1, 1].map((side) => {
    const x = 16 + side * dx;
    return (
      ellipse(x, y, rx + 0.5, ry + 0.6, colourAt(open, x + side, y + ry + 1.6)) +
      line(`M${x - rx * 0.9} ${y}Q${x} ${y + ry * 1.25} ${x + rx * 0.9} ${y}`, DARK, species.human ? 0.7 : 0.9)
    );
  });
  return paintOver(open, lids.join(''));
}

/** Brows that rise to the middle, and in the smile's place a mouth with its corners down. */
export function sadden(glad: Sprite, species: Species): Sprite {
  const { eyes, smile } = species;
  let marks = '';
  if (smile) {
    const { y, rx, ry } = smile;
    marks += ellipse(16, y, rx + 0.7, ry + 0.5, colourAt(glad, 16, y + ry + 1.2));
    marks += line(`M${round(16 - rx * 0.6)} ${y + 1}Q16 ${y - 1.6} ${round(16 + rx * 0.6)} ${y + 1}`, DARK, 0.9);
  }
  if (!species.human) {
    const top = eyes.y - eyes.ry;
    for (const side of [-1, 1]) {
      const [inner, outer] = [16 + side * (eyes.dx - 1.3), 16 + side * (eyes.dx + 1.9)];
      marks += line(`M${inner} ${top - 2.4}L${outer} ${top - 0.9}`, DARK, 0.8);
    }
  }
  return paintOver(glad, marks);
}

function colourAt({ width, pixels }: Sprite, x: number, y: number): string {
  const k = width / 32;
  const at = (Math.round(y * k) * width + Math.round(x * k)) * 4;
  return `rgb(${pixels[at]},${pixels[at + 1]},${pixels[at + 2]})`;
}

function paintOver({ width, height, pixels }: Sprite, marks: string): Sprite {
  const surface = { width, height, pixels: new Uint8Array(pixels) };
  blit(surface, rasterise(packedSvg(marks), width), { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
  return toSprite(surface);
}
