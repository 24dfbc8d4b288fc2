import type { SceneGraph } from '../../shared/story.ts';
import { createInk, ellipse, line, path, round, svgDocument } from './ink.ts';
import type { Look } from './look.ts';
import { blit, toSprite } from './paint/blit.ts';
import { mix } from './paint/colour.ts';
import { rasterise } from './paint/rasterise.ts';
import { fillSky, halo, parseHex, softSpot } from './paint/soft.ts';
import type { Surface } from './paint/surface.ts';
import { type Random, between } from './random.ts';
import { cloud } from './scenery/ground.ts';

/** What the story itself puts into the sky, so that the illustrator does not add a second one. */
export interface SkyWishes {
  readonly hasSun: boolean;
  readonly hasMoon: boolean;
}

/** The sky with its stars, sun or moon, and clouds. */
export function paintSky(
  layer: Surface,
  graph: SceneGraph,
  look: Look,
  horizon: number,
  wishes: SkyWishes,
  random: Random,
  open: boolean,
): void {
  const { width, height } = layer;
  const scale = horizon / (height * 0.62);
  fillSky(
    layer,
    look.sky.map(([at, colour]) => [Math.min(1, at * scale), colour] as const),
  );
  if (!open) return;
  const u = Math.min(height, width * 0.75) / 1000;
  const ink = createInk();
  let body = '';
  const stars = Math.round(150 * look.stars);
  const special = graph.setting === 'space' || graph.setting === 'moon';
  for (let i = 0; i < stars; i++) {
    const size = between(random, 0.8, 2.6) * u;
    const x = random() * width;
    const y = random() * horizon * (special ? 1.05 : 0.85);
    body += ellipse(x, y, size, size, i % 7 ? '#ffffff' : '#ffe9b8', `opacity="${round(between(random, 0.35, 1))}"`);
    if (i % 17 === 0)
      body += path(
        `M${round(x)} ${round(y - 9 * u)}Q${round(x)} ${round(y)} ${round(x + 9 * u)} ${round(y)}Q${round(x)} ${round(y)} ${round(x)} ${round(y + 9 * u)}Q${round(x)} ${round(y)} ${round(x - 9 * u)} ${round(y)}Q${round(x)} ${round(y)} ${round(x)} ${round(y - 9 * u)}Z`,
        '#fff6d6',
        'opacity=".9"',
      );
  }
  const clear = graph.weather === 'clear' || graph.weather === 'wind' || graph.weather === 'snow';
  const bodyX = (random() < 0.5 ? between(random, 0.12, 0.3) : between(random, 0.7, 0.88)) * width;
  let light: readonly [number, number, number, number] | undefined;
  if (clear && !special) {
    if (graph.time === 'night' && !wishes.hasMoon) {
      const y = horizon * between(random, 0.2, 0.36);
      const r = between(random, 44, 62) * u;
      body += moonDisc(bodyX, y, r, ink, random() < 0.35);
      light = [bodyX, y, 360 * u, 0.5];
    } else if (graph.time !== 'night' && !wishes.hasSun) {
      const low = graph.time === 'day' ? between(random, 0.17, 0.3) : between(random, 0.74, 0.86);
      const y = horizon * low;
      const r = (graph.time === 'day' ? 50 : 66) * u;
      const tone = graph.time === 'day' ? '#fff3b0' : graph.time === 'dawn' ? '#ffe0b0' : '#ffc27a';
      body +=
        ellipse(bodyX, y, r * 2, r * 2, ink.fade(tone, 0.55)) + ellipse(bodyX, y, r, r, ink.ball('#fffbe6', tone));
      light = [bodyX, y, (graph.time === 'day' ? 420 : 620) * u, graph.time === 'day' ? 0.5 : 0.6];
    }
  }
  const clouds = graph.weather === 'clear' ? 4 : graph.weather === 'fog' ? 3 : graph.weather === 'wind' ? 6 : 9;
  const dark = graph.time === 'night' ? 0.62 : graph.time === 'dusk' ? 0.3 : 0;
  const plain =
    graph.weather === 'storm'
      ? '#5d6785'
      : graph.weather === 'rain'
        ? '#a7b4c4'
        : graph.weather === 'cloudy'
          ? '#dfe6ee'
          : '#ffffff';
  const tone = mix(mix(plain, look.sky[2]![1], graph.weather === 'clear' ? 0.12 : 0.2), '#1b2556', dark * 0.75);
  if (!special)
    for (let i = 0; i < clouds; i++) {
      const w = between(random, 170, graph.weather === 'clear' ? 330 : 560) * u;
      const y = horizon * between(random, 0.1, 0.66);
      body += cloud(
        ink,
        ((i + between(random, 0.05, 0.95)) / clouds) * width,
        y,
        w * (1 - (y / horizon) * 0.35),
        tone,
        graph.time === 'night' ? 0.5 : 0.9,
      );
    }
  if (graph.weather === 'storm') {
    const x = between(random, 0.2, 0.8) * width;
    const h = horizon * 0.7;
    body +=
      ellipse(x, h * 0.4, 420 * u, 300 * u, ink.fade('#dfe6ff', 0.5)) +
      path(
        `M${round(x)} 0l${round(-h * 0.09)} ${round(h * 0.42)}h${round(h * 0.08)}l${round(-h * 0.12)} ${round(h * 0.5)}l${round(h * 0.24)} ${round(-h * 0.58)}h${round(-h * 0.09)}l${round(h * 0.1)} ${round(-h * 0.34)}Z`,
        '#fff6c4',
      );
  }
  if (light)
    halo(layer, light[0], light[1], light[2], graph.time === 'night' ? [0.85, 0.9, 1] : [1, 0.9, 0.65], light[3]);
  blit(layer, toSprite(rasterise(svgDocument(ink, width, height, body), width)), {
    a: 1,
    b: 0,
    c: 0,
    d: 1,
    e: 0,
    f: 0,
  });
}

function moonDisc(x: number, y: number, r: number, ink: ReturnType<typeof createInk>, crescent: boolean): string {
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

/** Rain, snow, wind and mist between us and the scene; nothing indoors. */
export function paintWeather(layer: Surface, graph: SceneGraph, look: Look, random: Random): void {
  const { width, height } = layer;
  const u = Math.min(height, width * 0.75) / 1000;
  const ink = createInk();
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
  } else if (graph.weather === 'wind') {
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
  if (body !== '')
    blit(layer, toSprite(rasterise(svgDocument(ink, width, height, body), width)), {
      a: 1,
      b: 0,
      c: 0,
      d: 1,
      e: 0,
      f: 0,
    });
}
