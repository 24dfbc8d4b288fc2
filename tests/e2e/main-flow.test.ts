/** What an author does from a story to its film, with the real voice: one journey, whose steps build on each other. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorOf } from './pages/editor-page.ts';
import { exportDialogOf } from './pages/export-dialog.ts';
import { filmsOf } from './pages/films-page.ts';
import { libraryOf } from './pages/library-page.ts';
import { lookDialogOf } from './pages/look-dialog.ts';
import { shellOf } from './pages/shell.ts';
import { deskOf } from './pages/writing-desk.ts';
import { noBrowser } from './support/browser.ts';
import { useBrowserLab } from './support/lab.ts';
import { lastHeard, listen, playedOf, showsPicture } from './support/media.ts';
import { OTTER, OTTER_TITLE, OWN_PICTURE } from './support/stories.ts';

/** For what the voice and the camera take on a slow machine. */
const PATIENCE = { timeout: 200_000 };
const IDEA = 'A shy dragon named Ember learns to make a friend.';
const LINE = 'Tobias had not been to the village for nine years.';

describe.skipIf(noBrowser)('From a story to its film', { timeout: 420_000 }, () => {
  const lab = useBrowserLab();
  let page: Page;

  beforeAll(async () => {
    page = await lab.open({ isFirst: true });
  });
  afterAll(() => page.context().close());

  test('the first start has the sample on the screen, and it can be played', async () => {
    const started = performance.now();
    const editor = editorOf(page);
    await editor.isOpen();
    expect(await editor.title.inputValue()).toBe(OTTER_TITLE);
    await editor.isReady(1);
    await editor.play.click();
    await editor.video.waitFor();
    await expect.poll(async () => (await playedOf(editor.video)).time, PATIENCE).toBeGreaterThan(0.5);
    console.log(`the sample plays ${((performance.now() - started) / 1000).toFixed(1)} s after the first start`);
  });

  test('a story file becomes a project of its scenes', async () => {
    await shellOf(page).goTo('Stories');
    const library = libraryOf(page);
    await library.openFile(OTTER);
    const editor = editorOf(page);
    await editor.isOpen();
    expect(await editor.count()).toBe(9);
    expect((await editor.words())[0]).toContain('Far out on a grey rock');
  });

  test('a line that is typed is saved by itself, and is there after a reload', async () => {
    const editor = editorOf(page);
    await editor.show(1);
    await editor.text.press('Control+End');
    await editor.text.pressSequentially(` ${LINE}`);
    await editor.isSaved();
    await page.reload();
    await editor.isOpen();
    await expect.poll(() => editor.text.inputValue()).toContain(LINE);
  });

  test('a scene is split at the cursor; undo joins it again, redo splits it again', async () => {
    const editor = editorOf(page);
    const count = await editor.count();
    await editor.show(1);
    await editor.setCursor('An old man named Tobias');
    await editor.split.click();
    await expect.poll(() => editor.count()).toBe(count + 1);
    await expect.poll(() => editor.text.inputValue()).toMatch(/^An old man named Tobias/u);
    await editor.undo.click();
    await expect.poll(() => editor.count()).toBe(count);
    await editor.redo.click();
    await expect.poll(() => editor.count()).toBe(count + 1);
    await expect.poll(async () => (await editor.words())[1]).toMatch(/^An old man named Tobias/u);
  });

  test('scenes are moved by keyboard and by mouse, and undo takes each move back', async () => {
    const editor = editorOf(page);
    const before = await editor.words();
    await editor.show(1);
    await editor.scene(1).press('Alt+ArrowRight');
    await expect.poll(() => editor.words()).toEqual([before[1], before[0], ...before.slice(2)]);
    await editor.undo.click();
    await expect.poll(() => editor.words()).toEqual(before);
    await editor.drag(1, 3);
    await expect.poll(() => editor.words()).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
    await editor.undo.click();
    await expect.poll(() => editor.words()).toEqual(before);
  });

  test('another take is drawn and goes into the film; the first stays to go back to', async () => {
    const editor = editorOf(page);
    await editor.show(3);
    await editor.isReady(3);
    const first = await editor.picture.shown.getAttribute('src');
    await editor.picture.new.click();
    await expect.poll(() => editor.picture.takes.count()).toBe(2);
    await expect.poll(() => editor.picture.shown.getAttribute('src'), PATIENCE).not.toBe(first);
    await editor.picture.choose(1);
    await expect.poll(() => editor.picture.shown.getAttribute('src'), PATIENCE).toBe(first);
  });

  test('a picture of one’s own goes into the scene', async () => {
    const editor = editorOf(page);
    await editor.show(2);
    await editor.picture.own({ name: 'my lighthouse.png', mimeType: 'image/png', buffer: readFileSync(OWN_PICTURE) });
    const own = page.getByRole('radio', { name: 'my lighthouse.png' });
    await own.waitFor(PATIENCE);
    expect(await own.isChecked()).toBe(true);
    await editor.isReady(2);
  });

  test('a voice is heard on a line of the story', async () => {
    const editor = editorOf(page);
    await listen(page);
    await editor.openVoices();
    await editor.voices.getByRole('button', { name: /^Hear/u }).nth(2).click();
    await expect.poll(async () => (await lastHeard(page))?.length ?? 0, PATIENCE).toBeGreaterThan(0.5);
    await expect.poll(async () => (await lastHeard(page))?.time ?? 0, PATIENCE).toBeGreaterThan(0.2);
    await editor.voices.getByRole('button', { name: 'Done' }).click();
  });

  test('a scene plays to its end at its final look', async () => {
    const editor = editorOf(page);
    await editor.show(3);
    // With none in the film the page has captions of its own.
    const look = lookDialogOf(page);
    await look.open();
    await look.captions('None');
    await look.done();
    // Until the new captions have come to the scene, it is ready as it was.
    await editor.isChanged(3);
    await editor.isReady(3);
    await editor.play.click();
    await editor.video.waitFor();
    await showsPicture(editor.video);
    await expect.poll(() => editor.caption.isVisible(), PATIENCE).toBe(true);
    await editor.seekToEnd();
    await expect.poll(async () => (await playedOf(editor.video)).hasEnded, PATIENCE).toBe(true);
    await showsPicture(editor.video);
  });

  test('an export is cancelled, and another one goes on from what it has made', async () => {
    const films = filmsOf(page);
    await startExport();
    await shellOf(page).goTo('Films');
    await films.state(OTTER_TITLE, 'Working').waitFor();
    await films.cancel(OTTER_TITLE);
    await films.state(OTTER_TITLE, 'Cancelled').waitFor();
    await films.openStory(OTTER_TITLE);
    await editorOf(page).isOpen();
  });

  test('an export survives a reload and is the same in two tabs; paused, it goes on, and its film plays', async () => {
    const films = filmsOf(page);
    await startExport();
    await shellOf(page).goTo('Films');
    await films.state(OTTER_TITLE, 'Working').waitFor();
    await page.reload();
    await films.state(OTTER_TITLE, 'Working').waitFor();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await filmsOf(tab).pause(OTTER_TITLE);
    await films.state(OTTER_TITLE, 'Paused').waitFor();
    await films.goOn(OTTER_TITLE);
    await filmsOf(tab).state(OTTER_TITLE, 'Working').waitFor();
    await Promise.all([page, tab].map((each) => filmsOf(each).state(OTTER_TITLE, 'Done').waitFor(PATIENCE)));
    await tab.close();
    await films.play(OTTER_TITLE);
    const player = films.player(OTTER_TITLE);
    await expect.poll(async () => (await playedOf(player)).time, PATIENCE).toBeGreaterThan(0.5);
    expect((await playedOf(player)).length).toBeGreaterThan(40);
    expect(await player.evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight])).toEqual([
      1280, 720,
    ]);
    await showsPicture(player);
    await page.keyboard.press('Escape');
  });

  test('an edit in one tab is seen in the other', async () => {
    await filmsOf(page).openStory(OTTER_TITLE);
    const editor = editorOf(page);
    await editor.isOpen();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    const other = editorOf(tab);
    await other.isOpen();
    await other.show(4);
    await expect.poll(() => other.text.inputValue()).toContain('One night a storm');
    await other.text.fill('The lamp went out.');
    await other.isSaved();
    await expect.poll(async () => (await editor.words())[3]).toBe('The lamp went out.');
    await editor.undo.click();
    await expect.poll(() => other.text.inputValue()).not.toBe('The lamp went out.');
    await tab.close();
  });

  test('after kill -9 in the middle of an export it is listed, and goes on to its film', async () => {
    const films = filmsOf(page);
    await startExport({ fps: '24' });
    await shellOf(page).goTo('Films');
    await films.state(OTTER_TITLE, 'Working').waitFor();
    await lab.killAndRestart();
    await page.goto(lab.host.url);
    await shellOf(page).goTo('Films');
    await films.film(OTTER_TITLE).waitFor();
    await films.goOn(OTTER_TITLE);
    await films.state(OTTER_TITLE, 'Done').waitFor(PATIENCE);
  });

  test('an idea is laid out, told, told anew, mended and made into scenes; a reload in between takes nothing', async () => {
    const desk = deskOf(page);
    await shellOf(page).goTo('Stories');
    await desk.open();
    await desk.idea.fill(IDEA);
    await desk.write.click();
    await desk.film.waitFor();
    const first = await desk.texts();
    expect(first.length).toBeGreaterThan(2);
    expect(first.join(' ')).toContain('Ember');
    await desk.another.click();
    await desk.place('Story 2 of 2').waitFor();
    await desk.film.waitFor();
    const second = await desk.texts();
    expect(second).not.toEqual(first);
    await desk.scene(1).press('Control+Home');
    await desk.scene(1).pressSequentially(`${LINE} `);
    await desk.title.fill('Ember *and* the 2nd friend');
    await page.reload();
    expect(await desk.texts()).toEqual([`${LINE} ${second[0] ?? ''}`, ...second.slice(1)]);
    expect(await desk.idea.inputValue()).toBe(IDEA);
    await desk.earlier.click();
    await desk.place('Story 1 of 2').waitFor();
    await expect.poll(() => desk.texts()).toEqual(first);
    await page.goBack();
    const heading = await desk.sceneTitle(1).inputValue();
    await desk.film.click();
    const editor = editorOf(page);
    await editor.isOpen();
    expect(await editor.title.inputValue()).toBe('Ember *and* the 2nd friend');
    expect(await editor.text.inputValue()).toMatch(new RegExp(`^${LINE} `, 'u'));
    expect(await editor.panel.getByRole('textbox', { name: 'Title of the scene' }).inputValue()).toBe(heading);
  });

  /** From the editor, at 720p. */
  async function startExport({ fps = '30' } = {}): Promise<void> {
    await editorOf(page).export.click();
    const dialog = exportDialogOf(page);
    await dialog.choose('720p');
    await dialog.choose(fps);
    await dialog.fileName.fill(`otter ${fps}`);
    await dialog.start.click();
    await dialog.dialog.waitFor({ state: 'hidden' });
  }
});
