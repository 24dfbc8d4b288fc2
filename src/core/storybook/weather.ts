import type { SceneGraph } from '../../shared/story.ts';
import { createInk, ellipse, line, path, round, svgDocument } from './ink.ts';
import type { Look } from './look.ts';
import { blit } from './paint/blit.ts';
import { rasterise } from './paint/rasterise.ts';
import { parseHex, softSpot } from './paint/soft.ts';
import type { Surface } from './paint/surface.ts';
import { type Random, between } from './random.ts';
import { shapeOf } from './shape.ts';

/** Whether the sky of a setting lets its weather through to where we are. */
export function feelsWeather(setting: SceneGraph['setting'], indoors: boolean): boolean {
  return !indoors && setting !== 'underwater' && setting !== 'space' && setting !== 'moon' && setting !== 'cave';
}

/** Rain and snow between us and the scene, the same on each of `layers` (of one size). */
export function paintFalling(layers: readonly Surface[], graph: SceneGraph, random: Random): void {
  const { width, height } = layers[0]!;
  const { u } = shapeOf(width, height);
  let body = '';
  if (graph.weather === 'rain' || graph.weather === 'storm') {
    const slant = graph.weather === 'storm' ? 0.34 : 0.14;
    for (let i = 0; i < (graph.weather === 'storm' ? 170 : 130); i++) {
      const x = between(random, -0.05, 1.1) * width;
      const y = random() * height;
      const len = between(random, 28, 70) * u;
      body += `M${round(x)} ${round(y)}l${round(-len * slant)} ${round(len)}`;
    }
    body = line(body, '#dcebf8', 2.6 * u, 'opacity=".5"');
  } else if (graph.weather === 'snow') {
    for (let i = 0; i < 150; i++) {
      const r = between(random, 2, 8) * u;
      body += ellipse(
        random() * width,
        random() * height,
        r,
        r,
        '#ffffff',
        `opacity="${round(between(random, 0.5, 0.95))}"`,
      );
    }
  }
  paintBody(layers, body);
}

/** Wind and mist between us and the scene. */
export function paintAir(layer: Surface, graph: SceneGraph, look: Look, random: Random): void {
  const { width, height } = layer;
  const { u } = shapeOf(width, height);
  let body = '';
  if (graph.weather === 'wind') {
    for (let i = 0; i < 9; i++) {
      const x = between(random, -0.1, 0.85) * width;
      const y = between(random, 0.1, 0.75) * height;
      const len = between(random, 180, 380) * u;
      body += line(
        `M${round(x)} ${round(y)}q${round(len * 0.3)} ${round(-20 * u)} ${round(len * 0.6)} 0t${round(len * 0.4)} ${round(-6 * u)}q${round(34 * u)} ${round(-8 * u)} ${round(30 * u)} ${round(-34 * u)}q${round(-10 * u)} ${round(-22 * u)} ${round(-30 * u)} ${round(-6 * u)}`,
        '#ffffff',
        4.5 * u,
        'opacity=".55"',
      );
      if (i % 2 === 0 && graph.season !== 'winter')
        body += path(
          `M${round(x + len * 0.5)} ${round(y - 30 * u)}q${round(16 * u)} ${round(-18 * u)} ${round(34 * u)} ${round(-6 * u)}q${round(-14 * u)} ${round(18 * u)} ${round(-34 * u)} ${round(6 * u)}Z`,
          graph.season === 'autumn' ? '#dd7a35' : '#8fbf5a',
        );
    }
  } else if (graph.weather === 'fog') {
    const mist = parseHex(look.haze);
    for (let i = 0; i < 7; i++)
      softSpot(
        layer,
        random() * width,
        between(random, 0.5, 0.95) * height,
        between(random, 500, 800) * u,
        between(random, 60, 130) * u,
        mist,
        0.42,
      );
  }
  paintBody([layer], body);
}

function paintBody(layers: readonly Surface[], body: string): void {
  if (body === '') return;
  const { width, height } = layers[0]!;
  const sprite = rasterise(svgDocument(createInk(), width, height, body), width);
  for (const layer of layers) blit(layer, sprite, { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
}
