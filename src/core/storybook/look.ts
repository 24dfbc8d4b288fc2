import { INDOOR_SETTINGS, type SceneGraph, type TimeOfDay, type Weather } from '../../shared/story.ts';
import type { Tint } from './paint/blit.ts';
import { mix } from './paint/colour.ts';
import { parseHex } from './paint/soft.ts';

type Rgb = readonly [number, number, number];

/** The light of a scene: what hour, weather and mood do to every colour in it. */
export interface Look {
  /** Colours of the sky, from the top (0) to the horizon (1). */
  readonly sky: readonly (readonly [number, string])[];
  /** What far things fade into. */
  readonly haze: string;
  /** 0..1: how fast they do. */
  readonly air: number;
  /** The colour that the light lays on everything. */
  readonly ambient: Rgb;
  readonly lift: Rgb;
  /** Lamps and windows are lit. */
  readonly lamps: boolean;
  /** 0..1: how dark the shadows under things are. */
  readonly shadow: number;
  /** 0..1. */
  readonly stars: number;
  readonly indoors: boolean;
}

const SKIES: Readonly<Record<TimeOfDay, readonly string[]>> = {
  dawn: ['#6f86cf', '#b9a0d3', '#f7b3a8', '#ffe3b4'],
  day: ['#4aa3e8', '#7cc3f2', '#b5e0f5', '#e6f6f0'],
  dusk: ['#37357f', '#8a5298', '#e27a7f', '#ffbd74'],
  night: ['#0c1442', '#1b2a6b', '#344a94', '#6a76b8'],
};

const AMBIENT: Readonly<Record<TimeOfDay, { readonly mul: Rgb; readonly lift: Rgb }>> = {
  dawn: { mul: [0.97, 0.86, 0.86], lift: [0.05, 0.025, 0.05] },
  day: { mul: [1, 1, 1], lift: [0, 0, 0] },
  dusk: { mul: [0.88, 0.7, 0.74], lift: [0.07, 0.02, 0.05] },
  night: { mul: [0.48, 0.54, 0.8], lift: [0.02, 0.035, 0.085] },
};

const INDOOR_AMBIENT: Readonly<Record<TimeOfDay, { readonly mul: Rgb; readonly lift: Rgb }>> = {
  dawn: { mul: [0.98, 0.92, 0.88], lift: [0.02, 0.01, 0.01] },
  day: { mul: [1, 1, 1], lift: [0, 0, 0] },
  dusk: { mul: [0.94, 0.8, 0.72], lift: [0.03, 0.01, 0.02] },
  night: { mul: [0.66, 0.6, 0.68], lift: [0.02, 0.015, 0.06] },
};

/** How much of which grey the weather mixes into the sky, how dim it makes the light and how thick the air. */
const WEATHER: Readonly<
  Record<Weather, { readonly grey: string; readonly part: number; readonly dim: number; readonly air: number }>
> = {
  clear: { grey: '#ffffff', part: 0, dim: 1, air: 0.5 },
  cloudy: { grey: '#b9c6d3', part: 0.45, dim: 0.95, air: 0.55 },
  wind: { grey: '#b7cdd8', part: 0.3, dim: 0.97, air: 0.5 },
  rain: { grey: '#8c9db0', part: 0.7, dim: 0.86, air: 0.68 },
  storm: { grey: '#4c5672', part: 0.78, dim: 0.84, air: 0.66 },
  snow: { grey: '#d3deea', part: 0.6, dim: 0.97, air: 0.72 },
  fog: { grey: '#dfe5e8', part: 0.75, dim: 0.95, air: 0.95 },
};

export function lookOf(graph: SceneGraph): Look {
  const indoors = INDOOR_SETTINGS.has(graph.setting);
  const weather = WEATHER[graph.weather];
  const dark = graph.time === 'night' ? 0.72 : graph.time === 'dusk' ? 0.35 : 0;
  const grey = mix(weather.grey, '#141b3d', dark);
  const colours = skyColours(graph).map((colour, i, all) =>
    mix(colour, grey, weather.part * (i === all.length - 1 ? 0.85 : 1)),
  );
  const light = (indoors ? INDOOR_AMBIENT : AMBIENT)[graph.time];
  const dim = indoors ? 1 : weather.dim;
  const scary = graph.mood === 'scary' || graph.mood === 'tense' ? 0.94 : 1;
  const special = graph.setting === 'space' || graph.setting === 'moon';
  const under = graph.setting === 'underwater' || graph.setting === 'cave';
  const ambient: Rgb = special
    ? [0.86, 0.86, 0.98]
    : graph.setting === 'underwater'
      ? [light.mul[0] * 0.78, Math.min(1, light.mul[1] * 0.98), 1 - (1 - light.mul[2]) * 0.5]
      : graph.setting === 'cave'
        ? [light.mul[0] * 0.8, light.mul[1] * 0.74, light.mul[2] * 0.86]
        : light.mul;
  return {
    sky: [
      [0, colours[0]!],
      [0.24, colours[1]!],
      [0.46, colours[2]!],
      [0.62, colours[3]!],
      [1, colours[3]!],
    ],
    haze: special ? '#2a2a66' : graph.setting === 'underwater' ? mix('#3f9ec4', '#12356e', dark) : colours[3]!,
    air: indoors || special ? 0.1 : under ? 0.62 : weather.air,
    ambient: [ambient[0] * dim * scary, ambient[1] * dim * scary, ambient[2] * (dim + (1 - dim) * 0.4) * scary],
    lift: light.lift,
    lamps:
      graph.time === 'night' ||
      graph.time === 'dusk' ||
      graph.setting === 'cave' ||
      (graph.weather === 'storm' && !indoors),
    shadow: graph.weather === 'clear' || indoors ? 0.42 : 0.28,
    stars: special
      ? 1
      : graph.time === 'night'
        ? graph.weather === 'clear' || graph.weather === 'wind'
          ? 1
          : graph.weather === 'snow'
            ? 0.25
            : 0
        : graph.time === 'dusk'
          ? 0.35
          : graph.time === 'dawn'
            ? 0.15
            : 0,
    indoors,
  };
}

function skyColours(graph: SceneGraph): readonly string[] {
  if (graph.setting === 'space' || graph.setting === 'moon') return ['#0a0b2e', '#1d1650', '#3a2470', '#5b3c8e'];
  return SKIES[graph.time];
}

/** The tint of things at a distance, 0 (here) to 1 (horizon). */
export function tintAt(look: Look, distance: number, alpha = 1): Tint {
  const fog = Math.min(0.96, distance * look.air * (look.air > 0.9 ? 1.1 : 1));
  const haze = parseHex(look.haze).map((value) => value / 255) as [number, number, number];
  const channel = (i: 0 | 1 | 2): { mul: number; add: number } => ({
    mul: look.ambient[i] * (1 - fog),
    add: look.lift[i] * (1 - fog) + haze[i] * fog,
  });
  const [r, g, b] = [channel(0), channel(1), channel(2)];
  return { mul: [r.mul, g.mul, b.mul], add: [r.add, g.add, b.add], alpha };
}

/** Those who act stand out from the dark: half of the night is taken off them. */
export function tintOfFigures(look: Look, part = 0.4): Tint {
  const ease = (value: number): number => value + (1 - value) * part;
  return {
    mul: [ease(look.ambient[0]), ease(look.ambient[1]), ease(look.ambient[2])],
    add: [look.lift[0] * 0.7, look.lift[1] * 0.7, look.lift[2] * 0.7],
    alpha: 1,
  };
}
