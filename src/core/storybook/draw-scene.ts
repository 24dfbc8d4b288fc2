import type { CastMember, SceneGraph, Style } from '../../shared/story.ts';
import { assemble, type DrawnLayer } from './assemble.ts';
import { type Placed, boxOf, headOf } from './layout/geometry.ts';
import { type NotDrawn, layOut } from './layout/layout.ts';
import type { Live } from './live.ts';
import { liveOf } from './live-of.ts';
import { lookOf } from './look.ts';
import { paintBackdrop } from './paint-backdrop.ts';
import { paintPlaced } from './paint-placed.ts';
import { paintSky } from './paint-sky.ts';
import type { Box, Surface } from './paint/surface.ts';
import { randomFrom } from './random.ts';
import { buildBackdrop } from './settings/backdrop.ts';
import { SETTING_ARTISTS } from './settings/index.ts';
import { createSheets, finishSheets, paintFallingSheets, shine } from './sheets.ts';
import { planSky } from './sky.ts';
import { STYLE_TREATMENTS, paperFor } from './style.ts';
import { feelsWeather, paintAir } from './weather.ts';
import { shapeOf } from './shape.ts';

/** Raised whenever the same request would give another picture or other layers than before; part of the illustrate stage's key. */
export const STORYBOOK_VERSION = 4;

export interface DrawRequest {
  readonly graph: SceneGraph;
  /** At least the members that appear. */
  readonly cast: readonly CastMember[];
  /** Anything that is the same for all scenes of a story: its people are of one family by it. */
  readonly story: string;
  readonly style: Style;
  /** Another seed is another take: another composition, not only other stars. */
  readonly seed: number;
  /** Pixels, 64 or more each. */
  readonly width: number;
  readonly height: number;
}

export interface DrawnScene {
  /** Back to front; laid one over the other they are `picture`, to the last bit. */
  readonly layers: readonly DrawnLayer[];
  /** Opaque. */
  readonly picture: Surface;
  /** What the camera must keep in sight: who acts, heads included. Parts of width and height, 0..1. */
  readonly focus: Box;
  readonly heads: readonly Box[];
  readonly live: Live;
  readonly notDrawn: readonly NotDrawn[];
}

/** Draws a scene: no model, no network; the same request gives the same bytes. */
export function drawScene(request: DrawRequest): DrawnScene {
  const { width, height, style } = request;
  const graph: SceneGraph =
    style === 'night-storybook' && request.graph.time === 'day' ? { ...request.graph, time: 'night' } : request.graph;
  const look = lookOf(graph);
  const treatment = STYLE_TREATMENTS[style];
  // The place looks the same in every scene of a take; only who is where differs.
  const placeRandom = randomFrom('place', request.seed, graph.setting);
  const backdrop = buildBackdrop(graph, look, width, height, placeRandom, SETTING_ARTISTS[graph.setting]);
  const layout = layOut({
    graph,
    cast: request.cast,
    story: request.story,
    backdrop,
    width,
    height,
    lamps: look.lamps,
    random: randomFrom('layout', request.seed, graph.setting, graph.entities.map(({ id }) => id).join()),
  });
  const skyOf = ['sky', request.seed, graph.time, graph.entities.map(({ word }) => word).join()] as const;
  const sky = planSky({
    graph,
    look,
    width,
    height,
    horizon: backdrop.horizon,
    wishes: layout,
    random: randomFrom(...skyOf),
    besideRandom: randomFrom('clouds', ...skyOf),
    open: backdrop.openSky,
    tall: backdrop.tall,
  });
  const painted = paintSky(sky, width, height, backdrop.horizon);
  const sheets = createSheets(painted, width, height);
  paintBackdrop(sheets.layers, backdrop, look, treatment.cutOut);
  const { u } = shapeOf(width, height);
  for (const one of layout.placed) paintPlaced(sheets, one, look, backdrop, u, treatment.cutOut);
  const outside = feelsWeather(graph.setting, look.indoors);
  const weatherOf = ['weather', request.seed, graph.weather] as const;
  if (outside) paintAir(sheets.layers.front, graph, look, randomFrom(...weatherOf));
  const falling = outside ? paintFallingSheets(sheets.layers.front, graph, randomFrom(...weatherOf)) : undefined;
  for (const light of backdrop.glows) shine(sheets, light, 0.5, falling);
  finishSheets(sheets, falling, treatment);
  const { layers, picture } = assemble(painted, sheets, falling, width, height);
  const normal = (box: Box): Box =>
    clampBox({ x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height });
  const heads = layout.placed.map(headOf).filter((box) => box !== undefined);
  return {
    layers,
    picture,
    focus: normal(focusOf(layout.placed, width, height)),
    heads: heads.map(normal),
    live: liveOf({
      graph,
      outside,
      stars: sky.stars,
      sky: painted.bare,
      moved: Math.ceil(treatment.moves * paperFor(width, height).scale),
    }),
    notDrawn: layout.notDrawn,
  };
}

function clampBox(box: Box): Box {
  const x = Math.min(1, Math.max(0, box.x));
  const y = Math.min(1, Math.max(0, box.y));
  return {
    x,
    y,
    width: Math.max(0.01, Math.min(1, box.x + box.width) - x),
    height: Math.max(0.01, Math.min(1, box.y + box.height) - y),
  };
}

/** Those who matter most; the whole middle when nobody acts. */
function focusOf(placed: readonly Placed[], width: number, height: number): Box {
  const actors = placed.filter(
    (one) => one.sort === 'figure' || one.sort === 'animal' || (one.sort === 'sky' && one.entity.role === 'character'),
  );
  const most = Math.max(0, ...actors.map((one) => one.entity.weight));
  const main = actors.filter((one) => one.entity.weight >= most * 0.6);
  const boxes = (main.length > 0 ? main : placed.filter((one) => one.sort !== 'sky')).map(boxOf);
  if (boxes.length === 0) return { x: width * 0.25, y: height * 0.25, width: width * 0.5, height: height * 0.5 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export type { DrawnLayer, NotDrawn };
