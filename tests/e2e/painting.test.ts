/** Pictures that a model paints: seen as they come, stopped and gone on with; and what is said where there is no model. */
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createModelManager } from '../../src/core/models/manager.ts';
import { loadRegistry } from '../../src/core/models/registry.ts';
import { tryUpscaler } from '../../src/core/runtime/upscale/trial.ts';
import { tinyUpscaler } from '../helpers/tiny-upscalers.ts';
import { editorOf } from './pages/editor-page.ts';
import { libraryOf } from './pages/library-page.ts';
import { lookDialogOf } from './pages/look-dialog.ts';
import { shellOf } from './pages/shell.ts';
import { violationsOf } from './support/axe.ts';
import { noBrowser } from './support/browser.ts';
import { useBrowserLab } from './support/lab.ts';

const root = resolve(import.meta.dirname, '../..');
const TINY = resolve(root, 'tests/fixtures/diffusion/models/sd-tiny');

describe.skipIf(noBrowser)('Painted pictures', { timeout: 300_000 }, () => {
  const lab = useBrowserLab({
    narrator: 'tone',
    hasOwnModels: true,
    prepare: async (data, directory) => {
      // Of pictures so large that a test can come in between on any machine: 150 steps take a quarter of a minute.
      const painter = join(data, '..', 'tiny-painter');
      cpSync(TINY, painter, { recursive: true });
      writeFileSync(join(painter, 'storyloom.json'), JSON.stringify({ side: 384 }));
      const registry = loadRegistry(resolve(root, 'models/registry.json'));
      const models = createModelManager({
        ...{ directory, registry },
        tryUpscaler: (graph) => tryUpscaler(graph, { threads: 1 }),
      });
      await models.importOwn(painter, { title: 'Tiny painter' });
      const upscaler = join(data, '..', 'blocks.onnx');
      writeFileSync(upscaler, tinyUpscaler());
      await models.importOwn(upscaler, { title: 'Blocks' });
    },
  });

  test('a picture is painted step by step, stopped, gone on with and painted anew, with the keyboard alone', async () => {
    const page = await lab.open();
    const editor = editorOf(page);
    const look = lookDialogOf(page);
    const { create } = libraryOf(page);
    await libraryOf(page).new();
    await create.story.fill('A fox ran through the forest.');
    await create.do.click();
    await editor.isReady(1);

    await look.open();
    await look.tab('Pictures');
    // More steps than the page would offer.
    await set(page, { pictureModel: 'tiny-painter', pictureSteps: 150 });
    await look.engines.getByRole('radio', { name: /^Storybook/u }).focus();
    await page.keyboard.press('ArrowDown');
    await look.dialog.getByText('150 steps').waitFor();
    await look.dialog.getByText(/^Step \d+ of 150$/u).waitFor();
    await page.keyboard.press('Escape');
    await look.dialog.waitFor({ state: 'hidden' });

    // Would catch pictures whose steps nobody sees, and a stop that the page or the studio passes over.
    await editor.painting.step.waitFor();
    await editor.painting.shown.waitFor();
    await editor.painting.stop.press('Enter');
    await editor.painting.state.getByText('Stopped').waitFor();
    await editor.scene(1).getByText('Stopped').waitFor();
    expect(await editor.painting.shown.count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);

    await set(page, { pictureSteps: 2 });
    await editor.isReady(1);
    const painted = await editor.picture.shown.getAttribute('src');

    // Would catch a scene that is left alone because it becomes again what it was when it was stopped.
    await set(page, { pictureSteps: 150 });
    await editor.painting.step.waitFor();

    // A painted picture is a take like a drawing: there may be another, and the first one is still there.
    await set(page, { pictureSteps: 60 });
    await editor.picture.new.focus();
    await page.keyboard.press('Enter');
    const take = page.getByRole('button', { name: 'Stop painting Take 2' });
    // The first one's painting may be in the way until it is done.
    await take.press('Enter', { timeout: 120_000 });
    await page.getByRole('button', { name: 'Paint what is missing' }).waitFor();
    await set(page, { pictureSteps: 2 });
    await editor.isReady(1);
    const another = await editor.picture.shown.getAttribute('src');
    expect(another).not.toBe(painted);
    await editor.picture.choose(1);
    await expect.poll(() => editor.picture.shown.getAttribute('src')).toBe(painted);

    // Would catch a choice of who enlarges that the picture does not follow.
    await look.open();
    await look.tab('Pictures');
    await look.upscaler.click();
    await page.getByRole('option', { name: 'Blocks' }).click();
    await look.upscaler.getByText('Blocks').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await look.done();
    await expect.poll(() => editor.picture.shown.getAttribute('src')).not.toBe(painted);
    await editor.isReady(1);
    await page.context().close();
  });

  test('a model that is not here is said to be missing where it is chosen and where it is needed, and led to', async () => {
    const page = await lab.open();
    const editor = editorOf(page);
    const look = lookDialogOf(page);
    const { create } = libraryOf(page);
    await libraryOf(page).new();
    await create.story.fill('Rain fell on the sea.');
    await create.do.click();
    await editor.isOpen();
    await set(page, { pictures: 'over-storybook', pictureModel: 'sd-turbo' });
    await editor.panel.getByText(/^The film’s picture model, SD-Turbo.*, is not here/u).waitFor();
    await editor.painting.state.getByRole('button', { name: 'See the models' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await look.open();
    await look.tab('Pictures');
    expect(await violationsOf(page)).toEqual([]);
    await look.dialog.getByRole('button', { name: 'See the models' }).click();
    await shellOf(page).dialog().waitFor({ state: 'hidden' });
    await page.getByRole('article', { name: 'Tiny painter' }).waitFor();
    await page.context().close();
  });
});

/** As another window of the project would. */
async function set(page: Page, values: Readonly<Record<string, unknown>>): Promise<void> {
  const projectId = new URL(page.url()).hash.split('/').at(-1)!;
  await page.evaluate(
    async ([id, edit]) => {
      const answer = await fetch(`/api/projects/${id}/edits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ edit }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    [projectId, { type: 'set-project', set: values }] as const,
  );
}
