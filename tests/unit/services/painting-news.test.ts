import { expect, test } from 'vitest';
import { paintingNews } from '../../../src/core/services/scenes/painting-news.ts';
import type { StudioEvent } from '../../../src/shared/views.ts';

test('a quick painter’s steps are told ten times a second, each take’s own, and its last step and its end always', async () => {
  const told: Extract<StudioEvent, { type: 'painting' }>[] = [];
  let now = 0;
  const publish = (event: StudioEvent): void => {
    if (event.type === 'painting') told.push(event);
  };
  const news = paintingNews(publish, 'project', () => now);
  // Would catch sixty events a second, each of which every window draws.
  for (let step = 1; step <= 60; step += 1) {
    news('scene', 'one', { step, steps: 60 });
    // Would catch a take whose steps are not told because another one is painted beside it.
    if (step === 2) news('scene', 'two', { step: 1, steps: 9 });
    now += 16;
  }
  news('scene', 'one', undefined);
  // Would catch a picture that is painted anew at once and whose first step is not told.
  news('scene', 'one', { step: 1, steps: 60 });
  await expect.poll(() => told.length).toBeGreaterThan(10);
  const steps = told.filter(({ takeId }) => takeId === 'one').map(({ painting }) => painting?.step);
  expect(steps).toEqual([1, 8, 15, 22, 29, 36, 43, 50, 57, 60, undefined, 1]);
  expect(told.filter(({ takeId }) => takeId === 'two').map(({ painting }) => painting?.step)).toEqual([1]);
});
