import type { CastMember, SceneGraph, Style } from '../../shared/story.ts';
import { type NotDrawn, layOut } from './layout/layout.ts';
import { type Placed, boxOf, headOf } from './layout/geometry.ts';
import { type Look, lookOf, tintAt, tintOfFigures } from './look.ts';
import { paintBackdrop } from './paint-backdrop.ts';
import { type Affine, blit } from './paint/blit.ts';
import { glow, halo, softSpot } from './paint/soft.ts';
import { type Box, type Surface, createSurface, inkBox, layOver } from './paint/surface.ts';
import { randomFrom } from './random.ts';
import { type Backdrop, LAYERS, type LayerName, buildBackdrop } from './settings/backdrop.ts';
import { SETTING_ARTISTS } from './settings/index.ts';
import { STYLE_TREATMENTS, cutOut } from './style.ts';
import { paintSky, paintWeather } from './weather.ts';

/** Raised whenever the same request would give another picture than before; part of the illustrate stage's key. */
export const STORYBOOK_VERSION = 3;

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

export interface DrawnLayer {
  readonly name: LayerName;
  /** 0 (far) .. 1 (near): how much it moves when the camera does. */
  readonly depth: number;
  /** The whole picture's size, premultiplied; only `box` has ink. */
  readonly surface: Surface;
  readonly box: Box;
}

export interface DrawnScene {
  /** Back to front; laid one over the other they are `picture`. */
  readonly layers: readonly DrawnLayer[];
  /** Opaque. */
  readonly picture: Surface;
  /** What the camera must keep in sight: who acts, heads included. Parts of width and height, 0..1. */
  readonly focus: Box;
  readonly heads: readonly Box[];
  readonly notDrawn: readonly NotDrawn[];
}

const DEPTHS: Readonly<Record<LayerName, number>> = {
  sky: 0,
  far: 0.2,
  scenery: 0.45,
  ground: 0.7,
  figures: 0.8,
  front: 1,
};

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
  const layers = Object.fromEntries(LAYERS.map((name) => [name, createSurface(width, height)])) as Record<
    LayerName,
    Surface
  >;
  paintSky(
    layers.sky,
    graph,
    look,
    backdrop.horizon,
    layout,
    randomFrom('sky', request.seed, graph.time, graph.entities.map(({ word }) => word).join()),
    backdrop.openSky,
  );
  paintBackdrop(layers, backdrop, look, treatment.cutOut);
  const u = Math.min(height, width * 0.75) / 1000;
  for (const one of layout.placed) paintPlaced(layers, one, look, backdrop, u, treatment.cutOut);
  if (
    !look.indoors &&
    graph.setting !== 'underwater' &&
    graph.setting !== 'space' &&
    graph.setting !== 'moon' &&
    graph.setting !== 'cave'
  )
    paintWeather(layers.front, graph, look, randomFrom('weather', request.seed, graph.weather));
  for (const name of LAYERS) {
    for (const spot of backdrop.glows)
      glow(
        layers[name],
        spot.x,
        spot.y,
        spot.radius,
        spot.colour,
        spot.strength * (name === 'figures' || name === 'front' ? 0.5 : 1),
      );
    treatment.finish(layers[name]);
  }
  const drawn: DrawnLayer[] = [];
  const picture = createSurface(width, height);
  for (const name of LAYERS) {
    const surface = layers[name];
    const box = name === 'sky' ? { x: 0, y: 0, width, height } : inkBox(surface);
    if (!box) continue;
    drawn.push({ name, depth: DEPTHS[name], surface, box });
    if (name === 'sky') picture.pixels.set(surface.pixels);
    else layOver(picture, surface);
  }
  const normal = (box: Box): Box =>
    clampBox({ x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height });
  const heads = layout.placed.map(headOf).filter((box) => box !== undefined);
  return {
    layers: drawn,
    picture,
    focus: normal(focusOf(layout.placed, width, height)),
    heads: heads.map(normal),
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

/** Drawings that give light. */
const SHINES = /candle|lantern|storyloom:lamp|match|fire|torch|jack-o-lantern|diya|light-bulb|star|lighthouse|sun/;

function affineOf(one: Placed): Affine {
  const { scale, foot, x, y } = one;
  const angle = (one.turn * Math.PI) / 180;
  const [c, s] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const sign = one.flip ? -1 : 1;
  const a = c * sign;
  const b = s * sign;
  return { a, b, c: -s, d: c, e: x - (a * foot[0] - s * foot[1]), f: y - (b * foot[0] + c * foot[1]) };
}

function paintPlaced(
  layers: Readonly<Record<LayerName, Surface>>,
  one: Placed,
  look: Look,
  backdrop: Backdrop,
  u: number,
  paper: boolean,
): void {
  const layer =
    one.sort === 'boat' && one.order === -900
      ? layers.scenery
      : one.sort === 'sky'
        ? /wind|cloud/.test(one.entity.drawing)
          ? layers.scenery
          : layers.far
        : one.sort === 'scenery' && one.order < backdrop.standY - 250 * u
          ? layers.ground
          : layers.figures;
  const box = boxOf(one);
  const actor = one.sort === 'figure' || one.sort === 'animal';
  const tint =
    actor || one.sort === 'thing' || one.sort === 'boat'
      ? tintOfFigures(look, actor ? 0.56 : 0.4)
      : one.sort === 'sky'
        ? { mul: [1, 1, 1] as const, add: [0, 0, 0] as const, alpha: 1 }
        : tintAt(look, 0.1);
  if (one.shadow && !paper) {
    const wide = box.width * (one.sort === 'scenery' ? 0.56 : 0.46);
    const raised = Math.max(0, backdrop.standY - 40 * u - one.y) / (400 * u);
    softSpot(
      layer,
      one.x,
      Math.max(one.y, one.sort === 'scenery' ? one.y : Math.min(one.y + 400 * u, one.y)) - 2 * u,
      wide,
      Math.min(wide * 0.2, 34 * u),
      [30, 24, 58],
      look.shadow * 1.25 * (1 - Math.min(0.5, raised)),
    );
    softSpot(layer, one.x, one.y - 2 * u, wide * 0.6, Math.min(wide * 0.11, 16 * u), [30, 24, 58], look.shadow);
  }
  const shines = look.lamps && SHINES.test(one.entity.drawing);
  const visible =
    one.clipY === undefined ? layer : { ...layer, height: Math.max(1, Math.min(layer.height, Math.round(one.clipY))) };
  if (one.sort === 'sky' && /sun|star|moon|comet/.test(one.entity.drawing)) {
    halo(layers.sky, box.x + box.width / 2, box.y + box.height / 2, box.width * 1.4, [1, 0.92, 0.7], 0.55);
  }
  if (paper) {
    const cut = cutOut(one.sprite, (4.5 * u) / one.scale);
    const moved: Placed = { ...one, sprite: cut.sprite, foot: [one.foot[0] + cut.grown, one.foot[1] + cut.grown] };
    blitShadow(visible, moved, 9 * u, look.shadow);
    blit(visible, cut.sprite, affineOf(moved), tint);
  } else blit(visible, one.sprite, affineOf(one), shines ? undefined : tint);
  if (one.clipY !== undefined && backdrop.waterY !== undefined) ripples(layer, box, one.clipY, u);
  if (shines && one.sort !== 'sky')
    for (const name of LAYERS)
      glow(
        layers[name],
        box.x + box.width / 2,
        box.y + box.height * 0.3,
        Math.max(130 * u, box.width * 1.4),
        [1, 0.8, 0.45],
        0.6,
      );
}

/** The same picture in one dark colour, a little lower: the shadow of a card on the card behind. */
function blitShadow(layer: Surface, one: Placed, drop: number, strength: number): void {
  const map = affineOf(one);
  for (const [k, alpha] of [
    [0.5, 0.5],
    [1, 0.35],
    [1.5, 0.2],
  ] as const)
    blit(
      layer,
      one.sprite,
      { ...map, e: map.e + drop * 0.5 * k, f: map.f + drop * k },
      { mul: [0, 0, 0], add: [0.12, 0.09, 0.2], alpha: strength * alpha },
    );
}

/** Where something comes out of the water. */
function ripples(layer: Surface, box: Box, y: number, u: number): void {
  const middle = box.x + box.width / 2;
  softSpot(layer, middle, y + 3 * u, box.width * 0.62, 15 * u, [236, 250, 255], 0.75);
  softSpot(layer, middle, y + 15 * u, box.width * 0.8, 12 * u, [236, 250, 255], 0.4);
}

export type { NotDrawn };
