import { svgDocument } from './ink.ts';
import { blit } from './paint/blit.ts';
import { rasterise } from './paint/rasterise.ts';
import { fillSky, halo } from './paint/soft.ts';
import { type Surface, createSurface } from './paint/surface.ts';
import { type Sky, cloudReach } from './sky.ts';

/** The sky as the picture shows it, and as it is behind what moves in it. All opaque but the clouds. */
export interface SkySheets {
  readonly whole: Surface;
  /** Without lightning. */
  readonly clouded: Surface;
  /** Without clouds and lightning. */
  readonly bare: Surface;
  /** The clouds alone, one `cloudReach` further to either side than the picture; as high as clouds go. */
  readonly clouds: Surface | undefined;
}

/** Rows below the lowest cloud that a style may still carry its colour into. */
const BELOW_CLOUDS = 48;

export function paintSky(sky: Sky, width: number, height: number, horizon: number): SkySheets {
  const whole = paintParts(sky, sky.lights + sky.clouds + sky.lightning, width, height);
  const clouded = sky.lightning === '' ? whole : paintParts(sky, sky.lights + sky.clouds, width, height);
  if (sky.clouds === '') return { whole, clouded, bare: clouded, clouds: undefined };
  const bare = paintParts(sky, sky.lights, width, height);
  const rows = Math.min(height, Math.ceil(horizon * 0.66) + BELOW_CLOUDS);
  return { whole, clouded, bare, clouds: paintClouds(sky, width, rows) };
}

/** Each sheet once. */
export function sheetsOf({ whole, clouded, bare }: SkySheets): readonly Surface[] {
  return [...new Set([whole, clouded, bare])];
}

function paintParts(sky: Sky, body: string, width: number, height: number): Surface {
  const surface = createSurface(width, height);
  fillSky(surface, sky.stops);
  if (sky.halo) {
    const { x, y, radius, colour, strength } = sky.halo;
    halo(surface, x, y, radius, colour, strength);
  }
  if (body !== '') {
    const sprite = rasterise(svgDocument(sky.ink, width, height, body), width);
    blit(surface, sprite, { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
  }
  return surface;
}

function paintClouds(sky: Sky, width: number, rows: number): Surface {
  const reach = cloudReach(width);
  const wide = width + 2 * reach;
  return rasterise(svgDocument(sky.ink, wide, rows, sky.cloudBand, -reach), wide);
}
