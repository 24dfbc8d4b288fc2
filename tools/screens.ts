/**
 * Pictures of every screen for docs/screens, light and dark, from a real project with the real voice:
 * `node tools/run.mjs tools/screens.ts`. Needs chromium and the voice model (STORYLOOM_MODELS_CACHE or .cache/models).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { editorOf } from '../tests/e2e/pages/editor-page.ts';
import { exportDialogOf } from '../tests/e2e/pages/export-dialog.ts';
import { filmsOf } from '../tests/e2e/pages/films-page.ts';
import { libraryOf } from '../tests/e2e/pages/library-page.ts';
import { listenOf } from '../tests/e2e/pages/listen-page.ts';
import { lookDialogOf } from '../tests/e2e/pages/look-dialog.ts';
import { chooseFile, shellOf } from '../tests/e2e/pages/shell.ts';
import { deskOf } from '../tests/e2e/pages/writing-desk.ts';
import { openBrowser } from '../tests/e2e/support/browser.ts';
import { startWebStudio } from '../tests/e2e/support/web-studio.ts';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'docs', 'screens');
/** The last one is the film that is shown. */
const STORIES = {
  'The Tale of Peter Rabbit': 'peter-rabbit.txt',
  'The Snow Day': 'snow-day.json',
  'The Baker and the Fox': 'baker-and-the-fox.txt',
  'The North Wind and the Sun': 'north-wind-and-sun.txt',
  'The Otter Who Kept the Light': 'lighthouse-otter.md',
} as const;
const TITLE = 'The Otter Who Kept the Light';
const MINUTES = 60_000;
const SIZES = { wide: { width: 1440, height: 900 }, small: { width: 1024, height: 640 } } as const;

const folder = process.env['STORYLOOM_SCREENS_DATA'] ?? mkdtempSync(join(tmpdir(), 'storyloom-screens-'));
const studio = await startWebStudio({ data: folder, narrator: 'kokoro' });
const browser = await openBrowser();
try {
  mkdirSync(target, { recursive: true });
  await prepare();
  for (const colorScheme of ['light', 'dark'] as const) await photograph(colorScheme);
} finally {
  await browser.close();
  await studio.stop();
  if (process.env['STORYLOOM_SCREENS_DATA'] === undefined) rmSync(folder, { recursive: true, force: true });
}

async function open(colorScheme: 'light' | 'dark'): Promise<Page> {
  const { origin } = new URL(studio.url);
  const context = await browser.newContext({
    viewport: SIZES.wide,
    colorScheme,
    reducedMotion: 'reduce',
    storageState: {
      cookies: [],
      origins: [{ origin, localStorage: [{ name: 'storyloom.started', value: 'before' }] }],
    },
  });
  const page = await context.newPage();
  await page.goto(studio.url);
  await page.getByRole('button', { name: 'New story' }).waitFor();
  return page;
}

/** The example stories, each with a cover, and the scenes of one that are in view. */
async function prepare(): Promise<void> {
  const page = await open('light');
  const library = libraryOf(page);
  const editor = editorOf(page);
  for (const [title, file] of Object.entries(STORIES)) {
    if (await library.story(title).isVisible()) await library.story(title).click();
    else {
      await library.new();
      await chooseFile(page, library.create.file, join(root, 'examples', file));
    }
    await editor.isOpen();
    // With the scene's thumbnail the cover is there.
    await editor
      .scene(1)
      .locator('img')
      .waitFor({ timeout: 10 * MINUTES });
    if (title !== TITLE) await shellOf(page).goTo('Stories');
  }
  await page.getByRole('button', { name: 'Preview all' }).click();
  for (const number of [1, 2, 3, 4]) {
    await editor
      .scene(number)
      .getByText('Ready', { exact: true })
      .waitFor({ timeout: 20 * MINUTES });
  }
  await page.context().close();
}

async function photograph(theme: 'light' | 'dark'): Promise<void> {
  const page = await open(theme);
  const library = libraryOf(page);
  const editor = editorOf(page);
  const shell = shellOf(page);
  const take = async (name: string): Promise<void> => {
    await page.mouse.move(2, 2);
    const picture = await page.screenshot();
    await sharp(picture)
      .webp({ quality: 88 })
      .toFile(join(target, `${name}-${theme}.webp`));
  };
  await library.story(TITLE).waitFor();
  await take('library');
  await library.new();
  await library.create.story.fill('Once upon a time a fox found a red umbrella under the old oak tree.');
  await take('new-story');
  await page.keyboard.press('Escape');
  await library.create.dialog
    .getByRole('button', { name: 'Cancel' })
    .click({ timeout: 2_000 })
    .catch(() => undefined);

  await photographDesk(page, take);

  await library.story(TITLE).click();
  await editor.isOpen();
  await editor.show(1);
  await editor.isReady(1);
  await editor.video.waitFor();
  await take('editor');
  await page.setViewportSize(SIZES.small);
  await take('editor-small');
  await page.setViewportSize(SIZES.wide);
  await page.keyboard.press('Control+h');
  await page.getByRole('search').getByRole('textbox').first().fill('Nib');
  await take('find');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'All scenes as a grid' }).click();
  await editor.scene(1).waitFor();
  await take('grid');
  await page.getByRole('button', { name: 'Back to the picture' }).click();
  const look = lookDialogOf(page);
  await look.open();
  await look.captions('Karaoke');
  await take('look');
  await look.tab('Sound');
  await take('sound');
  await look.tab('Look');
  await look.shape('9:16');
  await look.done();
  await page.waitForFunction(() => {
    const [picture] = document.querySelectorAll<HTMLImageElement>('.stage-picture');
    return picture && picture.naturalHeight > picture.naturalWidth;
  });
  await editor.isReady(1);
  await take('editor-tall');
  // The film is as it was: its shape, then its captions.
  await editor.undo.click();
  await editor.undo.click();
  await editor.isReady(1);
  await photographPainting(page, take, theme);
  await editor.openVoices();
  await take('voices');
  await editor.voices.getByRole('tab', { name: 'Pronunciation' }).click();
  await take('pronunciation');
  await editor.voices.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await shell.dialog('Keyboard shortcuts').waitFor();
  await take('shortcuts');
  await page.keyboard.press('Escape');

  const dialog = exportDialogOf(page);
  await editor.export.click();
  await dialog.plan.getByText('Film', { exact: true }).waitFor();
  await take('export');
  await dialog.tab(/^Beside the film/u);
  // In the second theme they are ticked already.
  for (const extra of ['Subtitles, SRT', 'Picture book, PDF']) {
    if (theme === 'light') await dialog.choose(extra);
  }
  await take('export-beside');
  await dialog.tab(/^Film$/u);
  await dialog.choose('720p');
  await dialog.choose(theme === 'light' ? '24' : '25');
  await dialog.fileName.fill(`otter ${theme}`);
  await dialog.start.click();
  await dialog.dialog.waitFor({ state: 'hidden' });
  await shell.goTo('Films');
  await filmsOf(page).film(TITLE).waitFor();
  await shell.toast('is in the queue').getByRole('button', { name: 'Close' }).click();
  await take('films-working');
  await filmsOf(page)
    .state(TITLE, 'Done')
    .waitFor({ timeout: 10 * MINUTES });
  const done = shell.toast('is done').getByRole('button', { name: 'Close' });
  await done.click();
  await take('films');
  await shell.goTo('Stories');
  const listen = listenOf(page);
  await listen.open();
  await page.context().grantPermissions(['microphone']);
  await listen.record.click();
  // What is over at once is no take.
  await listen.clock.getByText(/0:0[2-9]/u).waitFor();
  await listen.done.click();
  await listen.takes.waitFor();
  await listen.record.click();
  await listen.level.waitFor();
  await take('listen');
  await listen.done.click();
  await shell.goTo('Models');
  await page.getByRole('article').first().waitFor();
  await take('models');
  await shell.goTo('Settings');
  await page.getByRole('heading', { name: 'This machine' }).waitFor();
  await take('settings');
  await page.getByRole('button', { name: 'Add a server' }).click();
  await page.getByRole('button', { name: 'Ollama', exact: true }).click();
  await take('server');
  await page.context().close();
}

/** The writing desk before an idea, with a story, and on a small window with another one. */
async function photographDesk(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const desk = deskOf(page);
  await desk.open();
  await take('idea');
  await desk.idea.fill('A shy dragon named Ember learns to make a friend.');
  await desk.write.click();
  await desk.film.waitFor();
  await take('idea-story');
  await desk.another.click();
  await desk.place('Story 2 of 2').waitFor();
  await desk.film.waitFor();
  await page.setViewportSize(SIZES.small);
  await take('idea-small');
  await page.setViewportSize(SIZES.wide);
  await shellOf(page).goTo('Stories');
}

/** A scene on its way to a painting, the tab of who makes the pictures, and the painting; all with the model that is shipped. */
async function photographPainting(
  page: Page,
  take: (name: string) => Promise<void>,
  theme: 'light' | 'dark',
): Promise<void> {
  const editor = editorOf(page);
  const look = lookDialogOf(page);
  await look.open();
  await look.tab('Pictures');
  await look.engine('Painted over');
  // So many that the picture is still on its way; another number for each theme, or the second finds what the first made.
  await look.steps(theme === 'light' ? 50 : 49);
  await look.done();
  await editor.painting.state.getByText(/^Step 1\d of/u).waitFor({ timeout: 2 * MINUTES });
  await editor.painting.shown.waitFor();
  await take('painting');
  await editor.isReady(1);
  await look.open();
  await look.tab('Pictures');
  await take('pictures');
  await look.engine('Storybook');
  await look.done();
  await editor.isReady(1);
}
