/**
 * Storybook pictures a second on one thread, with a cold and a warm cache of drawings, encoding included.
 *
 *   node tools/run.mjs tools/bench/storybook.ts [WIDTHxHEIGHT]
 */
import { pathToFileURL } from 'node:url';
import { SETTINGS, type SceneGraph, type Setting } from '../../src/shared/story.ts';
import { encodePng } from '../../src/core/media/raster.ts';
import { drawScene } from '../../src/core/storybook/draw-scene.ts';
import { clearSpriteCache, spriteCacheStatistics } from '../../src/core/storybook/paint/rasterise.ts';
import { opaquePixels, straightPixels } from '../../src/core/storybook/paint/surface.ts';

export interface StorybookSpeed {
  /** Milliseconds of processor time of one picture: the drawing, the flattened PNG, all layers' PNGs. */
  readonly draw: number;
  readonly flat: number;
  readonly layers: number;
}

/** Milliseconds of processor time: other programs on the machine do not count. */
function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function sceneOf(setting: Setting, index: number): SceneGraph {
  const being = (id: string, drawing: string): SceneGraph['entities'][number] => ({
    id,
    word: id,
    drawing,
    role: 'character',
    count: 1,
    attributes: [],
    weight: 0.8,
    action: index % 2 ? 'walk' : 'talk',
  });
  return {
    setting,
    time: index % 3 ? 'day' : 'night',
    season: 'summer',
    weather: 'clear',
    mood: 'calm',
    undrawn: [],
    entities: [
      being('fox', 'fox'),
      being('girl', 'girl'),
      { ...being('umbrella', 'umbrella'), role: 'prop' },
      { ...being('bread', 'bread'), role: 'prop', count: 2 },
    ],
  };
}

/** One picture of each setting; `cold` empties the cache of drawings before each. */
export async function measureStorybook(width: number, height: number, cold: boolean): Promise<StorybookSpeed> {
  const sum = { draw: 0, flat: 0, layers: 0 };
  const settings = SETTINGS.filter((_, index) => index % 3 === 0);
  for (const [index, setting] of settings.entries()) {
    if (cold) clearSpriteCache();
    const start = busy();
    const drawn = drawScene({
      graph: sceneOf(setting, index),
      cast: [],
      story: 'bench',
      style: 'day-storybook',
      seed: 1,
      width,
      height,
    });
    const drew = busy();
    await encodePng({ width, height, channels: 3, pixels: opaquePixels(drawn.picture) });
    const encoded = busy();
    for (const { surface, box } of drawn.layers)
      await encodePng({ width: box.width, height: box.height, channels: 4, pixels: straightPixels(surface, box) });
    sum.draw += drew - start;
    sum.flat += encoded - drew;
    sum.layers += busy() - encoded;
  }
  const count = settings.length;
  return { draw: sum.draw / count, flat: sum.flat / count, layers: sum.layers / count };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [width, height] = (process.argv[2] ?? '1920x1080').split('x').map(Number) as [number, number];
  await measureStorybook(width, height, false);
  const warm = await measureStorybook(width, height, false);
  const cold = await measureStorybook(width, height, true);
  const show = (name: string, { draw, flat, layers }: StorybookSpeed): void => {
    console.log(
      `${name}: draw ${draw.toFixed(0)} ms, flat PNG ${flat.toFixed(0)} ms, layers ${layers.toFixed(0)} ms: ${(1000 / (draw + flat)).toFixed(2)} pictures/s (${(1000 / (draw + flat + layers)).toFixed(2)} with layers)`,
    );
  };
  show('warm', warm);
  show('cold', cold);
  console.log(
    `cold/warm ${((cold.draw + cold.flat) / (warm.draw + warm.flat)).toFixed(2)}; cache ${(spriteCacheStatistics().bytes / 1e6).toFixed(0)} MB`,
  );
}
