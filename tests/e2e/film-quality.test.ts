/** What a creator sets in the studio is in the film: captions, music of one's own, the shape, and what is written beside. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { probeMedia } from '../../src/core/media/probe.ts';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { openStore } from '../../src/core/store/store.ts';
import { editorOf } from './pages/editor-page.ts';
import { exportDialogOf } from './pages/export-dialog.ts';
import { filmsOf } from './pages/films-page.ts';
import { libraryOf } from './pages/library-page.ts';
import { lookDialogOf } from './pages/look-dialog.ts';
import { shellOf } from './pages/shell.ts';
import { noBrowser } from './support/browser.ts';
import { dropFile } from './support/drop.ts';
import { useBrowserLab } from './support/lab.ts';
import { addProjects } from './support/many-projects.ts';
import { lastHeard, listen, partAt } from './support/media.ts';

const TITLE = 'Two Scenes';
const STORY = 'The owl sat in a tall tree and looked at the moon.\n\n---\n\nRain fell on the sea all night.';
const PATIENCE = { timeout: 120_000 };

describe.skipIf(noBrowser)('Look and sound of a film', { timeout: 240_000 }, () => {
  const lab = useBrowserLab({
    narrator: 'tone',
    prepare: (data) => {
      addProjects(data, {
        count: 0,
        film: { title: TITLE, text: STORY, set: ({ output }) => ({ output: { ...output, size: '720p' } }) },
      });
    },
  });
  let page: Page;

  beforeEach(async () => {
    page = await lab.open();
    await libraryOf(page).story(TITLE).click();
    await editorOf(page).isOpen();
    return () => page.context().close();
  });

  /** What the two stages have made so far, each thing by its key. */
  function toldAndDrawn(): readonly string[] {
    const { store } = openStore(join(lab.data, 'storyloom.sqlite'));
    const query = store.query.selectFrom('artefacts').select('key').where('stage', 'in', ['narrate', 'illustrate']);
    const keys = store.all(query.orderBy('key')).map(({ key }) => key);
    store.close();
    return keys;
  }

  test('a style of captions is in the very next picture of the film, and nothing is told or drawn again for it', async () => {
    const editor = editorOf(page);
    const look = lookDialogOf(page);
    await editor.isReady(1);
    await editor.isReady(2);
    await editor.video.waitFor();
    const before = { low: await partAt(editor.video, 1, 'low'), high: await partAt(editor.video, 1, 'high') };
    const made = toldAndDrawn();
    expect(made.length).toBeGreaterThanOrEqual(4);
    await look.open();
    await look.captions('Classic');
    await look.caption.waitFor();
    await look.done();
    await expect
      .poll(async () => difference(before.low, await partAt(editor.video, 1, 'low')), PATIENCE)
      .toBeGreaterThan(4);
    await expect
      .poll(async () => difference(before.high, await partAt(editor.video, 1, 'high')), PATIENCE)
      .toBeLessThan(2);
    await editor.isReady(1);
    await editor.isReady(2);
    expect(toldAndDrawn()).toEqual(made);
    // The page lays no words of its own over those of the film.
    await editor.play.click();
    await expect.poll(() => page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    await page.waitForTimeout(600);
    expect(await editor.caption.count()).toBe(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('button', { name: 'Hide captions' }).count()).toBe(1);
  });

  test('a sound file that falls on the music is the film’s music, can be heard, and undo takes it back', async () => {
    const look = lookDialogOf(page);
    await look.open();
    await look.tab('Sound');
    await dropFile(look.music, { name: 'lullaby.wav', type: 'audio/wav', bytes: wave(6) });
    const own = look.dialog.getByRole('radio', { name: /^My own music/u });
    await own.waitFor({ state: 'attached' });
    await expect.poll(() => own.isChecked()).toBe(true);
    await look.music.getByText('lullaby.wav', { exact: true }).waitFor();
    // It was taken where it fell, and by nobody else.
    expect(await shellOf(page).toast('lullaby.wav').count()).toBe(0);
    await listen(page);
    await look.dialog.getByRole('button', { name: 'Listen to My own music' }).click();
    await expect.poll(async () => (await lastHeard(page))?.length ?? 0, PATIENCE).toBeGreaterThan(1);
    await look.done();
    await page.getByRole('button', { name: 'Undo: Change music' }).click();
    await look.open();
    await look.tab('Sound');
    await expect.poll(() => look.dialog.getByRole('radio', { name: /^None/u }).isChecked()).toBe(true);
    await look.done();
  });

  test('a picture that is named like music is refused where it fell, with what to do, and the music stays', async () => {
    const look = lookDialogOf(page);
    await look.open();
    await look.tab('Sound');
    const bytes = readFileSync(join(import.meta.dirname, 'fixtures/own-picture.png'));
    await dropFile(look.music, { name: 'song.mp3', type: 'audio/mpeg', bytes });
    const alert = look.dialog.getByRole('alert');
    await alert.waitFor();
    expect((await alert.innerText()).split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(2);
    expect(await alert.innerText()).toContain('song.mp3');
    expect(await look.dialog.getByRole('radio', { name: /^None/u }).isChecked()).toBe(true);
    await look.done();
  });

  test('a tall film is tall everywhere: on the stage, in the strip, in its file, and its extras lie beside it', async () => {
    const editor = editorOf(page);
    const look = lookDialogOf(page);
    const dialog = exportDialogOf(page);
    const films = filmsOf(page);
    await look.open();
    await look.shape('9:16');
    await look.done();
    await expect.poll(() => aspectOf(page, '.stage'), PATIENCE).toBeCloseTo(9 / 16, 2);
    await expect.poll(() => pictureAspect(page, '.stage-picture'), PATIENCE).toBeCloseTo(9 / 16, 1);
    await editor.isReady(1);
    await expect.poll(() => pictureAspect(page, '.card .framed-whole'), PATIENCE).toBeCloseTo(9 / 16, 1);

    await editor.export.click();
    await dialog.tab('Beside the film');
    for (const extra of ['Subtitles, SRT', 'Picture book, PDF', 'Contact sheet, PNG']) await dialog.choose(extra);
    await dialog.fileName.fill('tall');
    await dialog.start.click();
    await dialog.dialog.waitFor({ state: 'hidden' });
    await shellOf(page).goTo('Films');
    await films.state(TITLE, 'Done').waitFor(PATIENCE);
    const folder = join(lab.data, 'films');
    expect(await sizeOf(join(folder, 'tall.mp4'))).toBe('720x1280');
    for (const name of ['tall.srt', 'tall.pdf', 'tall-sheet.png']) {
      expect(existsSync(join(folder, name)), name).toBe(true);
      await films.film(TITLE).getByText(name, { exact: true }).waitFor();
    }
    expect(readFileSync(join(folder, 'tall.srt'), 'utf8')).toContain('owl sat in a tall tree');

    // The next export begins with what this one was.
    await films.openStory(TITLE);
    await editor.isOpen();
    await editor.export.click();
    await dialog.tab('Beside the film (3)');
    await page.keyboard.press('Escape');
  });
});

/** Mean difference of two pictures' points, 0..255; NaN, which is neither more nor less, where one is not there. */
function difference(before: readonly number[], after: readonly number[]): number {
  if (after.length !== before.length) return NaN;
  return before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0) / before.length;
}

function aspectOf(page: Page, place: string): Promise<number> {
  return page.locator(place).evaluate(({ clientWidth, clientHeight }) => clientWidth / clientHeight);
}

function pictureAspect(page: Page, place: string): Promise<number> {
  return page
    .locator(place)
    .first()
    .evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
}

async function sizeOf(film: string): Promise<string> {
  const { streams } = await probeMedia(await openMediaTools(), film);
  const video = streams.find(({ kind }) => kind === 'video');
  return `${String(video?.width)}x${String(video?.height)}`;
}

/** A quiet tone as a WAV file, 16 bits, 8,000 samples a second. */
function wave(seconds: number): Uint8Array {
  const [rate, samples] = [8000, 8000 * seconds];
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    bytes.writeInt16LE(Math.round(6000 * Math.sin((2 * Math.PI * 330 * at) / rate)), 44 + at * 2);
  }
  return bytes;
}
