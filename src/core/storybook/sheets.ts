import type { SceneGraph } from '../../shared/story.ts';
import { glow } from './paint/soft.ts';
import { type Surface, createSurface } from './paint/surface.ts';
import type { SkySheets } from './paint-sky.ts';
import { sheetsOf } from './paint-sky.ts';
import { type Glow, LAYERS, type LayerName } from './settings/backdrop.ts';
import type { Random } from './random.ts';
import { cloudReach } from './sky.ts';
import { type StyleTreatment, paperFor } from './style.ts';
import { paintFalling } from './weather.ts';

/** Everything a scene is painted on. What falls is not on it: it comes last, over all light. */
export interface Sheets {
  readonly layers: Readonly<Record<LayerName, Surface>>;
  readonly skies: readonly Surface[];
  readonly clouds: Surface | undefined;
}

export function createSheets(sky: SkySheets, width: number, height: number): Sheets {
  const empty = LAYERS.map((name) => [name, createSurface(width, height)]);
  return {
    layers: Object.fromEntries(empty) as Record<LayerName, Surface>,
    skies: sheetsOf(sky),
    clouds: sky.clouds,
  };
}

/** Light falls on all sheets; on those who act, and on what is before them, `near` of it. */
export function shine({ layers, skies, clouds }: Sheets, light: Glow, near: number, falling?: FallingSheets): void {
  const { x, y, radius, colour, strength } = light;
  for (const sky of skies) glow(sky, x, y, radius, colour, strength);
  if (clouds) glow(clouds, x + cloudReach(skies[0]!.width), y, radius, colour, strength);
  for (const name of LAYERS) {
    const part = name === 'figures' || name === 'front' ? near : 1;
    glow(layers[name], x, y, radius, colour, strength * part);
  }
  if (falling)
    for (const surface of [falling.whole, falling.alone]) glow(surface, x, y, radius, colour, strength * near);
}

/** What falls between us and the scene. */
export interface FallingSheets {
  /** Over what is in front. */
  readonly whole: Surface;
  readonly alone: Surface;
}

export function paintFallingSheets(front: Surface, graph: SceneGraph, random: Random): FallingSheets | undefined {
  if (graph.weather !== 'rain' && graph.weather !== 'storm' && graph.weather !== 'snow') return undefined;
  const { width, height } = front;
  const whole = createSurface(width, height);
  whole.pixels.set(front.pixels);
  const alone = createSurface(width, height);
  paintFalling([whole, alone], graph, random);
  return { whole, alone };
}

/** The style's treatment of every sheet. */
export function finishSheets(sheets: Sheets, falling: FallingSheets | undefined, { finish }: StyleTreatment): void {
  const { width, height } = sheets.skies[0]!;
  const paper = paperFor(width, height);
  for (const sky of sheets.skies) finish(sky, paper);
  if (sheets.clouds) finish(sheets.clouds, { ...paper, left: cloudReach(width) });
  for (const name of LAYERS) finish(sheets.layers[name], paper);
  if (falling) for (const surface of [falling.whole, falling.alone]) finish(surface, paper);
}
