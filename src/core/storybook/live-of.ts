import type { SceneGraph, Weather } from '../../shared/story.ts';
import type { Falling, Live, Star } from './live.ts';
import type { Surface } from './paint/surface.ts';
import type { SkyStar } from './sky.ts';

/** As the weather is drawn (weather.ts): rain slants to the left, gusts blow to the right. */
const WINDS: Readonly<Record<Weather, number>> = {
  clear: 0.2,
  cloudy: 0.3,
  wind: 0.8,
  rain: -0.4,
  storm: -0.9,
  snow: 0.2,
  fog: 0.1,
};

const FALLING: Partial<Readonly<Record<Weather, Falling>>> = {
  rain: { kind: 'rain', strength: 0.6, slant: -0.14 },
  storm: { kind: 'storm', strength: 1, slant: -0.34 },
  snow: { kind: 'snow', strength: 0.6, slant: 0.06 },
};

export interface LiveRequest {
  readonly graph: SceneGraph;
  /** The weather of the scene is felt where we are. */
  readonly outside: boolean;
  readonly stars: readonly SkyStar[];
  /** The sky layer as its style has finished it. */
  readonly sky: Surface;
  /** Pixels by which the style may have moved a star. */
  readonly moved: number;
}

export function liveOf({ graph, outside, stars, sky, moved }: LiveRequest): Live {
  const falling = outside ? FALLING[graph.weather] : undefined;
  return {
    stars: stars.map((star) => starIn(sky, star, moved)),
    ...(falling ? { falling } : {}),
    wind: outside ? WINDS[graph.weather] : 0,
  };
}

function starIn(sky: Surface, star: SkyStar, moved: number): Star {
  const { width, height } = sky;
  const { x, y } = moved > 0 ? brightest(sky, star, moved) : star;
  return {
    x: short(x / width),
    y: short(y / height),
    radius: short(star.radius / width),
    strength: short(star.strength),
  };
}

/** Where a star is now that was drawn within `reach` pixels of here; the place itself when nothing is brighter. */
function brightest({ width, height, pixels }: Surface, star: SkyStar, reach: number): { x: number; y: number } {
  const [column, row] = [Math.floor(star.x), Math.floor(star.y)];
  let best = { x: star.x, y: star.y };
  let most = lightAt(column, row);
  for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) {
    for (let x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
      const light = lightAt(x, y);
      if (light > most) {
        most = light;
        best = { x: x + 0.5, y: y + 0.5 };
      }
    }
  }
  return best;

  function lightAt(x: number, y: number): number {
    const at = (Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 4;
    return pixels[at]! + pixels[at + 1]! + pixels[at + 2]!;
  }
}

/** Five decimals: a fiftieth of a pixel of the largest film, and a third of the bytes. */
function short(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
