import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { editorOf } from './pages/editor-page.ts';
import { exportDialogOf } from './pages/export-dialog.ts';
import { filmsOf } from './pages/films-page.ts';
import { libraryOf } from './pages/library-page.ts';
import { listenOf } from './pages/listen-page.ts';
import { lookDialogOf } from './pages/look-dialog.ts';
import { shellOf } from './pages/shell.ts';
import { deskOf } from './pages/writing-desk.ts';
import { installedWhisper } from '../helpers/models.ts';
import { hasWhisper } from '../helpers/transcribe.ts';
import { violationsOf } from './support/axe.ts';
import { noBrowser } from './support/browser.ts';
import { useBrowserLab } from './support/lab.ts';
import { KITE, KITE_TITLE, SPEECH } from './support/stories.ts';

/** Where the weights and a recording are; elsewhere the tests that need them are named, and skipped. */
const canHear = hasWhisper && existsSync(SPEECH);
const PATIENCE = { timeout: 150_000 };

describe.skipIf(noBrowser)('For everybody', { timeout: 300_000 }, () => {
  const lab = useBrowserLab({
    narrator: 'tone',
    microphone: canHear ? SPEECH : undefined,
    prepare: async () => {
      if (canHear) await installedWhisper();
    },
  });

  describe.for(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      page = await lab.open({ colorScheme, reducedMotion: 'reduce' });
    });
    afterAll(() => page.context().close());
    const isClean = async (): Promise<void> => {
      expect(await violationsOf(page)).toEqual([]);
    };

    test('in the library: empty or not, a new story, a menu, renaming', async () => {
      const library = libraryOf(page);
      await page.getByRole('button', { name: 'New story' }).waitFor();
      await isClean();
      await library.new();
      await library.create.do.click();
      await isClean();
      await library.create.story.fill(KITE);
      await library.create.title.fill(`${KITE_TITLE}, ${colorScheme}`);
      await library.create.do.click();
      await editorOf(page).isOpen();
      await shellOf(page).goTo('Stories');
      await library.story(`${KITE_TITLE}, ${colorScheme}`).waitFor();
      await isClean();
      await library.story(`${KITE_TITLE}, ${colorScheme}`).getByRole('button').first().click();
      await page.getByRole('menu').waitFor();
      await isClean();
      await page.getByRole('menuitem', { name: 'Rename…' }).click();
      await library.rename.title.fill('');
      await library.rename.do.click();
      await isClean();
      await page.keyboard.press('Escape');
    });

    test('in the editor: strip, grid, search, a scene’s menu, look and sound, voices, shortcuts, takes side by side', async () => {
      const editor = editorOf(page);
      await libraryOf(page).story(`${KITE_TITLE}, ${colorScheme}`).click();
      await editor.isOpen();
      await isClean();
      await editor.isReady(1);
      await isClean();
      await page.keyboard.press('Control+h');
      await page.getByRole('search').getByRole('textbox').first().fill('kite');
      await isClean();
      await page.keyboard.press('Escape');
      await editor.openMenu(2);
      await isClean();
      await page.keyboard.press('Escape');
      const look = lookDialogOf(page);
      await look.open();
      for (const style of ['Classic', 'Karaoke', 'Word box', 'Picture book', 'None']) {
        await look.captions(style);
        await isClean();
      }
      await look.tab('Sound');
      await isClean();
      await look.done();
      await editor.openVoices();
      for (const tab of ['Narrator', 'Characters', 'Pronunciation']) {
        await editor.voices.getByRole('tab', { name: tab }).click();
        await isClean();
      }
      await editor.voices.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await shellOf(page).dialog('Keyboard shortcuts').waitFor();
      await isClean();
      await page.keyboard.press('Escape');
      await editor.show(1);
      await editor.picture.new.click();
      await page.getByRole('button', { name: 'Compare two takes' }).click();
      await shellOf(page).dialog().waitFor();
      await isClean();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'All scenes as a grid' }).click();
      await editor.scene(1).waitFor();
      await isClean();
      await page.getByRole('button', { name: 'Back to the picture' }).click();
    });

    test('while a film is exported, in the list of films and over it', async () => {
      const title = `${KITE_TITLE}, ${colorScheme}`;
      const films = filmsOf(page);
      await editorOf(page).export.click();
      const dialog = exportDialogOf(page);
      await dialog.plan.getByText('Film', { exact: true }).waitFor();
      await isClean();
      await dialog.fileName.fill('a/b');
      await isClean();
      await dialog.tab('Encoding');
      await isClean();
      await dialog.tab('Beside the film');
      await dialog.choose('Subtitles, SRT');
      await isClean();
      await dialog.tab('Film');
      await dialog.fileName.fill(`Kite ${colorScheme}`);
      await dialog.choose('720p');
      await dialog.start.click();
      await dialog.dialog.waitFor({ state: 'hidden' });
      await shellOf(page).goTo('Films');
      await films.film(title).waitFor();
      await isClean();
      await films.state(title, 'Done').waitFor(PATIENCE);
      await isClean();
      await films.play(title);
      await films.player(title).waitFor();
      await isClean();
      await page.keyboard.press('Escape');
    });

    test('on the writing desk: empty, and with a story', async () => {
      const desk = deskOf(page);
      await shellOf(page).goTo('Stories');
      await desk.open();
      await desk.write.click();
      await isClean();
      await desk.example(/^A lighthouse cat/u).click();
      await desk.write.click();
      await desk.film.waitFor();
      await isClean();
    });

    test('in models and settings, and where there is nothing', async () => {
      await shellOf(page).goTo('Models');
      await page.getByRole('article').first().waitFor();
      await isClean();
      await shellOf(page).goTo('Settings');
      await page.getByRole('heading', { name: 'This machine' }).waitFor();
      await isClean();
      await page.getByRole('button', { name: 'Add a server' }).click();
      await shellOf(page).dialog('Add a server').getByRole('button', { name: 'Save' }).click();
      await isClean();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Empty it…' }).click();
      await isClean();
      await page.keyboard.press('Escape');
      await page.goto(`${new URL(page.url()).origin}/#/nowhere`);
      await page.getByText('There is nothing here').waitFor();
      await isClean();
    });
  });

  test('a story is written, split, moved, played and exported by keyboard alone', async () => {
    const page = await lab.open();
    const editor = editorOf(page);
    const { create } = libraryOf(page);
    await page.getByRole('button', { name: 'New story' }).waitFor();
    await tabTo(page, 'New story');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toContain('Story');
    await page.keyboard.insertText(`${KITE}\n\n---\n\nThe end came soon.`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard');
    await tabTo(page, 'Create the story');
    await page.keyboard.press('Enter');
    await create.dialog.waitFor({ state: 'hidden' });
    await editor.isOpen();
    const count = await editor.count();

    await tabTo(page, 'What is told in this scene');
    await page.keyboard.press('Control+Home');
    for (let word = 0; word < 5; word += 1) await page.keyboard.press('Control+ArrowRight');
    // Would catch a slow machine that draws the new scene's field when its author has tabbed on already, and takes the focus back.
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => editor.count()).toBe(count + 1);
    await expect.poll(() => focusedName(page)).toBe('What is told in this scene');
    const passed: string[] = [];
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      passed.push(await focusedName(page));
    }
    expect(passed).not.toContain('What is told in this scene');
    expect(new Set(passed).size).toBe(passed.length);
    await slow.detach();

    await tabTo(page, /^Scene \d/u);
    await page.keyboard.press('Home');
    const before = await editor.words();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => editor.words()).toEqual([before[1], before[0], ...before.slice(2)]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => editor.words()).toEqual(before);

    await editor.isReady(1);
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    await page.keyboard.press('Space');

    await tabTo(page, 'Export film');
    await page.keyboard.press('Enter');
    const dialog = exportDialogOf(page);
    await dialog.start.waitFor();
    await tabTo(page, 'Export film');
    await page.keyboard.press('Enter');
    await dialog.dialog.waitFor({ state: 'hidden' });
    await shellOf(page).job.waitFor();
    await page.context().close();
  });

  test('an idea is written into a story, mended and filmed by keyboard alone', async () => {
    const page = await lab.open();
    const desk = deskOf(page);
    await page.getByRole('button', { name: 'New story' }).waitFor();
    await tabTo(page, 'New story');
    await page.keyboard.press('Enter');
    await shellOf(page).dialog('New story').waitFor();
    await tabTo(page, /^From an idea/u);
    await page.keyboard.press('Enter');
    await desk.form.waitFor();
    await expect.poll(() => focusedName(page)).toContain('Your idea');
    await page.keyboard.type('A little old train wants to see the sea once more.');
    await tabTo(page, 'Write the story');
    await page.keyboard.press('Enter');
    await desk.film.waitFor();
    await tabTo(page, 'Scene 1');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Listen. ');
    await desk.film.focus();
    await page.keyboard.press('Enter');
    await editorOf(page).isOpen();
    expect((await editorOf(page).words())[0]).toMatch(/^Listen\. /u);
    await page.context().close();
  });

  test('a story is told to the microphone: asked for only then, paused, and kept when the page goes away', async () => {
    const page = await lab.open({ permissions: ['microphone'] });
    const listen = listenOf(page);
    await listen.open();
    await listen.record.press('Enter');
    await expect.poll(() => listen.clock.innerText()).toBe('0:02');
    expect(await violationsOf(page)).toEqual([]);
    await listen.pause.press('Enter');
    const paused = await listen.clock.innerText();
    await listen.goOn.press('Enter');
    await expect.poll(() => listen.clock.innerText()).not.toBe(paused);
    // Would catch a take that is kept only when it is done.
    await page.reload();
    await listen.takes.waitFor();
    await listen.hear.press('Enter');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('audio')].some(({ currentTime }) => currentTime > 0.3),
    );
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();

    const refused = await lab.open({ permissions: [] });
    await listenOf(refused).open();
    await listenOf(refused).record.click();
    await listenOf(refused).refusal.getByText('The microphone may not be used.').waitFor();
    await refused.context().close();
  });

  test.skipIf(!canHear)(
    'what was told opens as a film, and a word of it is corrected (needs whisper-base)',
    async () => {
      const page = await lab.open({ permissions: ['microphone'] });
      const listen = listenOf(page);
      const editor = editorOf(page);
      await listen.open();
      await listen.choose(SPEECH);
      await listen.job.waitFor();
      await storyOpens(page);
      expect(await violationsOf(page)).toEqual([]);
      await listen.correct('fellow', 'dear');
      await listen.word('dear').waitFor();
      await page.getByRole('button', { name: /^Undo: Correct/u }).click();
      await listen.word('fellow').waitFor();
      await page.locator('label', { hasText: 'Narrator' }).click();
      await page.getByRole('button', { name: 'Undo: Change how the recording is used' }).waitFor();
      await page.getByRole('button', { name: 'Have the narrator read this scene' }).click();
      await editor.text.waitFor();
      await page.getByRole('button', { name: 'Record this scene yourself' }).click();
      await listen.record.waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('the storyboard is read first, one picture is approved, then the rest is made', async () => {
    const page = await lab.open();
    const shell = shellOf(page);
    const editor = editorOf(page);
    const { create } = libraryOf(page);
    const first = page.getByRole('switch', { name: /^Storyboard first/u });
    await shell.goTo('Settings');
    await first.press('Space');
    await shell.goTo('Stories');
    await libraryOf(page).new();
    await create.story.fill('A fox ran.\n\n---\n\nRain fell.');
    await create.do.click();
    await editor.isOpen();
    await page.getByText('Nothing is drawn yet.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'See scene 1' }).click();
    await editor.isReady(1);
    // Would catch scenes made ahead of the approval: the next one would have been begun by now.
    expect(await editor.scene(2).getByText('Waiting').count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Yes, make the rest' }).click();
    await editor.scene(2).getByText('Waiting').waitFor({ state: 'detached' });
    await shell.goTo('Settings');
    await first.press('Space');
    await page.context().close();
  });

  test('captions, music and volumes are chosen by keyboard alone', async () => {
    const page = await lab.open();
    const { create } = libraryOf(page);
    const look = lookDialogOf(page);
    await libraryOf(page).new();
    await create.story.fill(KITE);
    await create.title.fill('Heard and seen');
    await create.do.click();
    await editorOf(page).isOpen();
    await tabTo(page, 'Look and sound');
    await page.keyboard.press('Enter');
    await look.dialog.waitFor();
    const captions = look.dialog.getByRole('radiogroup', { name: 'Captions' });
    await look.captions('None');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => captions.getByRole('radio', { name: 'Karaoke' }).isChecked()).toBe(true);
    await look.dialog.getByRole('tab', { name: 'Look', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await look.engines.waitFor();
    await page.keyboard.press('ArrowRight');
    await look.music.waitFor();
    await tabTo(page, 'Narration');
    await page.keyboard.press('Home');
    await look.dialog.getByText('silent').waitFor();
    await page.keyboard.press('Escape');
    await look.dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => focusedName(page)).toBe('Look and sound');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Redo: Change captions' }).waitFor();
    await page.context().close();
  });

  test('where the focus is can be seen, and nothing moves for those who asked for it', async () => {
    const page = await lab.open({ reducedMotion: 'reduce' });
    await libraryOf(page).stories.waitFor();
    const unseen: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return '';
        // A card shows it at its cover.
        const isSeen = [element, ...element.querySelectorAll('*')].some((each) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
          const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
          return isOutlined || (each === element && boxShadow !== 'none');
        });
        return isSeen ? '' : element.outerHTML.slice(0, 120);
      });
      if (seen !== '') unseen.push(seen);
    }
    expect(unseen).toEqual([]);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration, animationIterationCount } = getComputedStyle(element);
          const isLong = (list: string): boolean => list.split(',').some((time) => parseFloat(time) > 0.01);
          return isLong(transitionDuration) || (isLong(animationDuration) && animationIterationCount !== '1');
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(moving).toEqual([]);
    await page.context().close();
  });
});

/** A recording becomes a project by itself. */
async function storyOpens(page: Page): Promise<void> {
  await editorOf(page).storyboard.waitFor(PATIENCE);
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    passed.push(focused);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${String(name)}: ${passed.join(', ')}`);
}

/** The accessible name of what has the focus, as far as the page's own markup gives it. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return '';
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText ?? '')
      .join(' ')
      .trim();
    const own = element instanceof HTMLElement ? element.innerText : '';
    return element.getAttribute('aria-label') ?? (labelled === '' ? own.trim() : labelled);
  });
}
