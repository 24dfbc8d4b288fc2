import type { SceneGraph } from '../../shared/story.ts';
import { type Ink, createInk, ellipse, path, round } from './ink.ts';
import type { Look } from './look.ts';
import { mix } from './paint/colour.ts';
import { type Random, between } from './random.ts';
import { cloud } from './scenery/ground.ts';
import { shapeOf } from './shape.ts';

/** What the story itself puts into the sky, so that the illustrator does not add a second one. */
export interface SkyWishes {
  readonly hasSun: boolean;
  readonly hasMoon: boolean;
}

/** A star of the sky, in pixels. */
export interface SkyStar {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly strength: number;
}

export interface Halo {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: readonly [number, number, number];
  readonly strength: number;
}

/** A sky that is not painted yet: its gradient, and SVG of what is in it, back to front. */
export interface Sky {
  readonly stops: readonly (readonly [number, string])[];
  readonly halo: Halo | undefined;
  readonly ink: Ink;
  /** Stars, and sun or moon. */
  readonly lights: string;
  readonly clouds: string;
  /** The same clouds and more beside the picture, over its width and one `cloudReach` to either side; it repeats. */
  readonly cloudBand: string;
  readonly lightning: string;
  /** Those that no sun or moon hides. */
  readonly stars: readonly SkyStar[];
}

export interface SkyRequest {
  readonly graph: SceneGraph;
  readonly look: Look;
  readonly width: number;
  readonly height: number;
  readonly horizon: number;
  readonly wishes: SkyWishes;
  readonly random: Random;
  /** Of the clouds beside the picture, so that those within it are the same without them. */
  readonly besideRandom: Random;
  /** Sun, moon, clouds and stars may be drawn. */
  readonly open: boolean;
  /** Something tall in the scenery: its middle, and its width. */
  readonly tall: { readonly x: number; readonly width: number } | undefined;
}

/** Pixels of sky on either side of the picture that clouds drift in from. */
export function cloudReach(width: number): number {
  return Math.round(width / 4);
}

/** The sky with its stars, sun or moon, and clouds. */
export function planSky(request: SkyRequest): Sky {
  const { graph, look, width, height, horizon, wishes, random, open } = request;
  const ink = createInk();
  const scale = horizon / (height * 0.62);
  const stops = look.sky.map(([at, colour]) => [Math.min(1, at * scale), colour] as const);
  const empty = { halo: undefined, lights: '', clouds: '', cloudBand: '', lightning: '', stars: [] };
  if (!open) return { ...empty, stops, ink };
  const { u, tall: tallness } = shapeOf(width, height);
  const clear = (x: number): number => (tallness > 0 && request.tall ? clearOf(x, width, request.tall) : x);
  const special = graph.setting === 'space' || graph.setting === 'moon';
  const night = drawStars(Math.round(150 * look.stars), width, horizon * (special ? 1.05 : 0.85), u, random);
  const x = (random() < 0.5 ? between(random, 0.12, 0.3) : between(random, 0.7, 0.88)) * width;
  const disc = special ? undefined : drawDisc(graph, clear(x), horizon, u, wishes, ink, random);
  const kind = cloudKind(graph, look, u, special);
  const clouds: CloudShape[] = [];
  for (let i = 0; i < kind.count; i++) {
    const shape = cloudShape(kind, horizon, random);
    clouds.push({ ...shape, x: ((i + between(random, 0.05, 0.95)) / kind.count) * width });
  }
  const lightning =
    graph.weather === 'storm' && !(special && tallness > 0)
      ? drawLightning(clear(between(random, 0.2, 0.8) * width), horizon, u, ink)
      : '';
  return {
    stops,
    ink,
    halo: disc?.halo,
    lights: night.svg + (disc?.svg ?? ''),
    clouds: drawClouds(clouds, kind, ink),
    cloudBand: drawClouds(repeated([...clouds, ...cloudsBeside(kind, request)], width), kind, ink),
    lightning,
    stars: night.stars.filter(
      (star) => !disc || Math.hypot(star.x - disc.halo.x, star.y - disc.halo.y) > disc.radius + star.radius,
    ),
  };
}

/** The place itself, or its mirror where something tall would hide it: a narrow picture has no room beside. */
function clearOf(x: number, width: number, tall: { readonly x: number; readonly width: number }): number {
  if (Math.abs(x - tall.x) > tall.width) return x;
  return tall.x > width / 2 ? width * 0.24 : width * 0.76;
}

function drawStars(
  count: number,
  width: number,
  lowest: number,
  u: number,
  random: Random,
): { readonly svg: string; readonly stars: readonly SkyStar[] } {
  let svg = '';
  const stars: SkyStar[] = [];
  for (let i = 0; i < count; i++) {
    const size = between(random, 0.8, 2.6) * u;
    const x = random() * width;
    const y = random() * lowest;
    const strength = between(random, 0.35, 1);
    svg += ellipse(x, y, size, size, i % 7 ? '#ffffff' : '#ffe9b8', `opacity="${round(strength)}"`);
    const rays = i % 17 === 0;
    if (rays)
      svg += path(
        `M${round(x)} ${round(y - 9 * u)}Q${round(x)} ${round(y)} ${round(x + 9 * u)} ${round(y)}Q${round(x)} ${round(y)} ${round(x)} ${round(y + 9 * u)}Q${round(x)} ${round(y)} ${round(x - 9 * u)} ${round(y)}Q${round(x)} ${round(y)} ${round(x)} ${round(y - 9 * u)}Z`,
        '#fff6d6',
        'opacity=".9"',
      );
    stars.push({ x, y, radius: rays ? 9 * u : size, strength: rays ? Math.max(0.9, strength) : strength });
  }
  return { svg, stars };
}

interface Disc {
  readonly svg: string;
  readonly radius: number;
  readonly halo: Halo;
}

/** Sun or moon, where weather and story leave one to be seen. */
function drawDisc(
  graph: SceneGraph,
  x: number,
  horizon: number,
  u: number,
  wishes: SkyWishes,
  ink: Ink,
  random: Random,
): Disc | undefined {
  if (graph.weather !== 'clear' && graph.weather !== 'wind' && graph.weather !== 'snow') return undefined;
  if (graph.time === 'night') {
    if (wishes.hasMoon) return undefined;
    const y = horizon * between(random, 0.2, 0.36);
    const radius = between(random, 44, 62) * u;
    const svg = moonDisc(x, y, radius, ink, random() < 0.35);
    return { svg, radius, halo: { x, y, radius: 360 * u, colour: [0.85, 0.9, 1], strength: 0.5 } };
  }
  if (wishes.hasSun) return undefined;
  const day = graph.time === 'day';
  const y = horizon * (day ? between(random, 0.17, 0.3) : between(random, 0.74, 0.86));
  const radius = (day ? 50 : 66) * u;
  const tone = day ? '#fff3b0' : graph.time === 'dawn' ? '#ffe0b0' : '#ffc27a';
  return {
    svg:
      ellipse(x, y, radius * 2, radius * 2, ink.fade(tone, 0.55)) +
      ellipse(x, y, radius, radius, ink.ball('#fffbe6', tone)),
    radius,
    halo: { x, y, radius: (day ? 420 : 620) * u, colour: [1, 0.9, 0.65], strength: day ? 0.5 : 0.6 },
  };
}

function moonDisc(x: number, y: number, r: number, ink: Ink, crescent: boolean): string {
  const halo = ellipse(x, y, r * 2.6, r * 2.6, ink.fade('#fff1c4', 0.5));
  if (crescent)
    return (
      halo +
      path(
        `M${round(x + r * 0.35)} ${round(y - r)}A${round(r)} ${round(r)} 0 1 0 ${round(x + r)} ${round(y + r * 0.3)}A${round(r * 0.82)} ${round(r * 0.82)} 0 0 1 ${round(x + r * 0.35)} ${round(y - r)}Z`,
        ink.ball('#fffbe4', '#f3d894'),
      )
    );
  return (
    halo +
    ellipse(x, y, r, r, ink.ball('#fffdf0', '#f2dca0')) +
    ellipse(x + r * 0.32, y - r * 0.2, r * 0.2, r * 0.2, '#e8cd8e', 'opacity=".6"') +
    ellipse(x - r * 0.3, y + r * 0.3, r * 0.26, r * 0.24, '#e8cd8e', 'opacity=".5"') +
    ellipse(x - r * 0.4, y - r * 0.4, r * 0.12, r * 0.12, '#e8cd8e', 'opacity=".5"')
  );
}

function drawLightning(x: number, horizon: number, u: number, ink: Ink): string {
  const h = horizon * 0.7;
  return (
    ellipse(x, h * 0.4, 420 * u, 300 * u, ink.fade('#dfe6ff', 0.5)) +
    path(
      `M${round(x)} 0l${round(-h * 0.09)} ${round(h * 0.42)}h${round(h * 0.08)}l${round(-h * 0.12)} ${round(h * 0.5)}l${round(h * 0.24)} ${round(-h * 0.58)}h${round(-h * 0.09)}l${round(h * 0.1)} ${round(-h * 0.34)}Z`,
      '#fff6c4',
    )
  );
}

interface CloudKind {
  /** In the picture's width. */
  readonly count: number;
  /** Pixels. */
  readonly narrowest: number;
  readonly widest: number;
  readonly tone: string;
  readonly alpha: number;
}

function cloudKind({ weather, time }: SceneGraph, look: Look, u: number, airless: boolean): CloudKind {
  const dark = time === 'night' ? 0.62 : time === 'dusk' ? 0.3 : 0;
  const plain =
    weather === 'storm' ? '#5d6785' : weather === 'rain' ? '#a7b4c4' : weather === 'cloudy' ? '#dfe6ee' : '#ffffff';
  return {
    count: airless ? 0 : weather === 'clear' ? 4 : weather === 'fog' ? 3 : weather === 'wind' ? 6 : 9,
    narrowest: 170 * u,
    widest: (weather === 'clear' ? 330 : 560) * u,
    tone: mix(mix(plain, look.sky[2]![1], weather === 'clear' ? 0.12 : 0.2), '#1b2556', dark * 0.75),
    alpha: time === 'night' ? 0.5 : 0.9,
  };
}

/** The middle of a cloud's base, and its width, in pixels. */
interface CloudShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The higher, the nearer: wider. */
function cloudShape(kind: CloudKind, horizon: number, random: Random): Omit<CloudShape, 'x'> {
  const width = between(random, kind.narrowest, kind.widest);
  const y = horizon * between(random, 0.1, 0.66);
  return { width: width * (1 - (y / horizon) * 0.35), y };
}

function drawClouds(shapes: readonly CloudShape[], { tone, alpha }: CloudKind, ink: Ink): string {
  return shapes.map(({ x, y, width }) => cloud(ink, x, y, width, tone, alpha)).join('');
}

/** Half of a cloud's extent, as a part of its width (scenery/ground.ts). */
const HALF_CLOUD = 0.44;

/** Clouds from the picture's right edge on, as far as the band goes until it repeats; none of them is seen in the picture. */
function cloudsBeside(kind: CloudKind, { width, horizon, besideRandom: random }: SkyRequest): CloudShape[] {
  if (kind.count === 0) return [];
  const room = cloudReach(width) * 2;
  const count = Math.max(1, Math.round((kind.count * room) / width));
  return Array.from({ length: count }, (_, i) => {
    const shape = cloudShape(kind, horizon, random);
    const wide = Math.min(shape.width, room * 0.9);
    const half = wide * HALF_CLOUD;
    const x = Math.min(room - half, Math.max(half, ((i + between(random, 0.05, 0.95)) / count) * room));
    return { x: width + x, y: shape.y, width: wide };
  });
}

/** Each cloud wherever it is seen in a band that repeats. */
function repeated(shapes: readonly CloudShape[], width: number): CloudShape[] {
  const reach = cloudReach(width);
  const period = width + 2 * reach;
  return shapes.flatMap((shape) =>
    [-period, 0, period]
      .map((shift) => ({ ...shape, x: shape.x + shift }))
      .filter(({ x, width: wide }) => x + wide * HALF_CLOUD > -reach && x - wide * HALF_CLOUD < width + reach),
  );
}
