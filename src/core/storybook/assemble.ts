import { type Box, type Surface, createSurface, inkBox, layOver, takeApart } from './paint/surface.ts';
import type { SkySheets } from './paint-sky.ts';
import { LAYERS, type LayerName } from './settings/backdrop.ts';
import type { FallingSheets, Sheets } from './sheets.ts';
import { cloudReach } from './sky.ts';

/**
 * 'clouds' are the sky's own, which drift: one and a half pictures wide, a quarter beyond either side, and without a seam where
 * they repeat. 'lightning' and 'weather' (what falls) are there when the weather has them.
 */
export type DrawnLayerName = LayerName | 'sky' | 'clouds' | 'lightning' | 'weather';

export interface DrawnLayer {
  readonly name: DrawnLayerName;
  /** 0 (far) .. 1 (near): how much it moves when the camera does. */
  readonly depth: number;
  /** Premultiplied, of the picture's size; the clouds' begins `left` pixels left of the picture and ends as far right of it. */
  readonly surface: Surface;
  readonly left: number;
  /** All of its ink, in pixels of the picture. Of what wraps: the whole width. */
  readonly box: Box;
  /** What leaves the box on one side comes in again on the other without a seam. */
  readonly wraps: boolean;
}

const DEPTHS: Readonly<Record<DrawnLayerName, number>> = {
  sky: 0,
  clouds: 0.1,
  lightning: 0.1,
  far: 0.2,
  scenery: 0.45,
  ground: 0.7,
  figures: 0.8,
  front: 1,
  weather: 1,
};

/**
 * The picture, and the layers that it is made of. The picture is painted as a whole first (sky with its clouds, front with its
 * rain); clouds, lightning and weather are then taken out of it, so that it does not hang on how it can be taken apart.
 */
export function assemble(
  sky: SkySheets,
  { layers: sheets }: Sheets,
  falling: FallingSheets | undefined,
  width: number,
  height: number,
): { readonly layers: readonly DrawnLayer[]; readonly picture: Surface } {
  const layers: DrawnLayer[] = [];
  const add = (name: DrawnLayerName, surface: Surface, box: Box | undefined = inkBox(surface)): void => {
    if (box) layers.push({ name, depth: DEPTHS[name], surface, left: 0, box, wraps: false });
  };
  add('sky', sky.bare, { x: 0, y: 0, width, height });
  if (sky.clouds) {
    const left = cloudReach(width);
    takeApart(sky.clouded, sky.bare, sky.clouds, left);
    const ink = inkBox(sky.clouds);
    const box = ink && { x: -left, y: ink.y, width: sky.clouds.width, height: ink.height };
    if (box) layers.push({ name: 'clouds', depth: DEPTHS.clouds, surface: sky.clouds, left, box, wraps: true });
  }
  if (sky.whole !== sky.clouded) {
    const lightning = createSurface(width, height);
    takeApart(sky.whole, sky.clouded, lightning);
    add('lightning', lightning);
  }
  const picture = createSurface(width, height);
  picture.pixels.set(sky.whole.pixels);
  for (const name of LAYERS) {
    if (name === 'front' && falling) continue;
    add(name, sheets[name]);
    layOver(picture, sheets[name]);
  }
  if (!falling) return { layers, picture };
  const dry = createSurface(width, height);
  dry.pixels.set(picture.pixels);
  add('front', sheets.front);
  layOver(dry, sheets.front);
  layOver(picture, falling.whole);
  takeApart(picture, dry, falling.alone);
  add('weather', falling.alone);
  return { layers, picture };
}
