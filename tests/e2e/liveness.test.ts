/** The page answers at once, whatever there is in it and whatever is made meanwhile. */
import type { Page } from 'playwright-core';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { editorOf } from './pages/editor-page.ts';
import { exportDialogOf } from './pages/export-dialog.ts';
import { libraryOf } from './pages/library-page.ts';
import { lookDialogOf } from './pages/look-dialog.ts';
import { shellOf } from './pages/shell.ts';
import { noBrowser } from './support/browser.ts';
import { useBrowserLab } from './support/lab.ts';
import { longestTask } from './support/long-tasks.ts';
import { addProjects } from './support/many-projects.ts';
import { longStory } from './support/stories.ts';

/**
 * Of the processor's time, which other programs change little; on the clock a task also waits for its turn while a film takes
 * every core, and that is printed only. The aim is 100; cores that are shared are up to half as fast again.
 */
const LONGEST_TASK_MS = 150;
const FILM = 'The Long Film';

describe.skipIf(noBrowser)('The page stays live', { timeout: 180_000 }, () => {
  const lab = useBrowserLab({
    narrator: 'tone',
    prepare: (data) => {
      addProjects(data, { count: 1_000, film: { title: FILM, text: longStory(300) } });
    },
  });
  let page: Page;
  beforeAll(async () => {
    page = await lab.open();
  });
  afterAll(() => page.context().close());

  /** No task of the page takes long meanwhile. */
  async function staysLive(what: string, act: () => Promise<void>): Promise<void> {
    const { work, clock } = await longestTask(page, act);
    console.log(`${what}: the longest task took ${String(work)} ms of work, ${String(clock)} ms on the clock`);
    expect(work).toBeLessThan(LONGEST_TASK_MS);
  }

  test('the first screen of a thousand stories is there soon', async () => {
    await page.reload();
    await libraryOf(page).story(FILM).waitFor();
    const milliseconds = await page.evaluate(() => Math.round(performance.now()));
    console.log(`first screen after ${String(milliseconds)} ms`);
    // The aim is 1,500; a machine with other work to do gets more.
    expect(milliseconds).toBeLessThan(10_000);
  });

  test('a thousand stories: a few are in the page, the right ones after scrolling, and typing finds one', async () => {
    const library = libraryOf(page);
    await staysLive('a library of 1,000', async () => {
      expect(await library.stories.getAttribute('aria-rowcount')).toBe('1001');
      expect(await library.stories.getByRole('row').count()).toBeLessThan(100);
      await library.stories.evaluate((list) => {
        list.scrollTop = list.scrollHeight;
      });
      await library.story('Story 1000').waitFor();
      expect(await library.stories.getByRole('row').count()).toBeLessThan(100);
      await library.search.pressSequentially('story 0777');
      await expect.poll(() => library.stories.getByRole('row').count()).toBe(1);
      await library.story('Story 0777').waitFor();
      await library.search.fill('');
      await library.story(FILM).waitFor();
    });
  });

  test('three hundred scenes: a few are in the page, and the last one can be gone to and written in', async () => {
    const editor = editorOf(page);
    await libraryOf(page).story(FILM).click();
    await editor.isOpen();
    await staysLive('a film of 300 scenes', async () => {
      expect(await editor.count()).toBe(300);
      expect(await editor.scenes.count()).toBeLessThan(60);
      await editor.show(1);
      await editor.scene(1).press('End');
      await editor.scene(300).waitFor();
      expect(await editor.scenes.count()).toBeLessThan(60);
      await expect.poll(() => editor.text.inputValue()).toContain('Scene number 300');
      await editor.text.press('Control+End');
      await editor.text.pressSequentially(' It sang to the moon all night long.');
      expect(await editor.text.inputValue()).toContain('It sang to the moon all night long.');
      await editor.isSaved();
    });
  });

  test('while a film is made: writing, going from scene to scene, dialogs and lists wait for nothing', async () => {
    const editor = editorOf(page);
    const look = lookDialogOf(page);
    await editor.export.click();
    const dialog = exportDialogOf(page);
    await dialog.choose('720p');
    await dialog.start.click();
    await dialog.dialog.waitFor({ state: 'hidden' });
    await shellOf(page).job.waitFor();
    await staysLive('editing while a film is made', async () => {
      for (const number of [298, 297, 296]) {
        await editor.show(number);
        await expect.poll(() => editor.text.inputValue()).toContain(`Scene number ${String(number)}`);
        await editor.text.press('Control+End');
        await editor.text.pressSequentially(' It slept.');
      }
      await editor.isSaved();
      await editor.openVoices();
      await editor.voices.getByRole('button', { name: 'Done' }).click();
      await look.open();
      await look.captions('Picture book');
      await look.caption.waitFor();
      await look.tab('Sound');
      await look.done();
      await page.getByRole('button', { name: 'All scenes as a grid' }).click();
      await editor.scene(296).waitFor();
      await page.getByRole('button', { name: 'Back to the picture' }).click();
    });
    await staysLive('going from screen to screen meanwhile', async () => {
      await shellOf(page).goTo('Films');
      await page.getByRole('main').getByRole('article', { name: FILM }).waitFor();
      await shellOf(page).goTo('Stories');
      await libraryOf(page).story(FILM).waitFor();
    });
  });
});
