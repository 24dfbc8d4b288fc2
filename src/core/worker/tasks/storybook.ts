import { encodePng } from '../../media/raster.ts';
import { drawScene } from '../../storybook/draw-scene.ts';
import { opaquePixels, straightPixels } from '../../storybook/paint/surface.ts';
import type { EncodedLayer, EncodedScene, StorybookTasks } from '../../storybook/task.ts';
import { type Handlers, type TaskContext, throwIfStopped } from '../task.ts';

type DrawTask = StorybookTasks['storybook.draw']['input'];

async function draw(task: DrawTask, context: TaskContext): Promise<EncodedScene> {
  const start = performance.now();
  throwIfStopped(context);
  const { width, height } = task;
  const drawn = drawScene(task);
  context.report(0.6);
  throwIfStopped(context);
  const picture = await encodePng({ width, height, channels: 3, pixels: opaquePixels(drawn.picture) });
  const layers: EncodedLayer[] = [];
  if (task.layers) {
    for (const { name, depth, surface, left, box, wraps } of drawn.layers) {
      throwIfStopped(context);
      const pixels = straightPixels(surface, { ...box, x: box.x + left });
      layers.push({
        name,
        depth,
        box,
        wraps,
        png: await encodePng({ width: box.width, height: box.height, channels: 4, pixels }),
      });
    }
  }
  const { focus, heads, live, notDrawn } = drawn;
  return { picture, layers, focus, heads, live, notDrawn, milliseconds: performance.now() - start };
}

export const handlers = { 'storybook.draw': draw } satisfies Handlers<'storybook', StorybookTasks>;
