import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { startChatServer, stream, type ChatServer } from '../helpers/chat-server.ts';
import { editorOf } from './pages/editor-page.ts';
import { exportDialogOf } from './pages/export-dialog.ts';
import { libraryOf } from './pages/library-page.ts';
import { shellOf } from './pages/shell.ts';
import { deskOf } from './pages/writing-desk.ts';
import { noBrowser } from './support/browser.ts';
import { dropFile } from './support/drop.ts';
import { useBrowserLab } from './support/lab.ts';
import { KITE, KITE_TITLE } from './support/stories.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe.skipIf(noBrowser)('Bad input in the page', () => {
  const lab = useBrowserLab({ narrator: 'tone' });
  let page: Page;

  beforeEach(async () => {
    page = await lab.open();
    return () => page.context().close();
  });

  describe('in the library', () => {
    test('a story without a word is asked for beside its field, and the title stays; would catch a silent failure', async () => {
      const { create, new: startNew } = libraryOf(page);
      await startNew();
      await create.title.fill('A title');
      await create.story.fill('  \n ');
      await create.do.click();
      await create.dialog.getByText('Write or paste a story first.').waitFor();
      expect(await create.story.getAttribute('aria-invalid')).toBe('true');
      expect(await create.title.inputValue()).toBe('A title');
      // The message belongs to the field for those who hear the page, too.
      const described = await create.story.getAttribute('aria-describedby');
      expect(described).not.toBeNull();
    });

    test('a text of more than six million letters is refused at once and kept; would catch a page that chokes on it', async () => {
      const { create, new: startNew } = libraryOf(page);
      await startNew();
      await create.story.fill('A long story. '.repeat(440_000));
      await create.do.click();
      await create.dialog.getByText('longer than six million letters').waitFor();
      expect((await create.story.inputValue()).length).toBe(6_160_000);
    });

    test('words that make no story are refused with the reason, and nothing typed is lost', async () => {
      const { create, new: startNew } = libraryOf(page);
      await startNew();
      await create.story.fill('!!! ??? ***');
      await create.do.click();
      await create.dialog.getByRole('alert').waitFor();
      expect(await create.story.inputValue()).toBe('!!! ??? ***');
    });

    test.for([
      { what: 'a PNG named .txt', name: 'picture.txt', type: 'text/plain', bytes: PNG, says: /picture\.txt/u },
      { what: 'an empty file', name: 'empty.txt', type: 'text/plain', bytes: Buffer.alloc(0), says: /empty/u },
      {
        what: 'a broken .storyloom',
        name: 'broken.storyloom',
        type: '',
        bytes: Buffer.from('PK\u0003\u0004 half a zip'),
        says: /broken\.storyloom/u,
      },
      {
        what: 'a .json that is none',
        name: 'story.json',
        type: 'application/json',
        bytes: Buffer.from('{"title": '),
        says: /JSON|story\.json/u,
      },
      {
        what: 'a table',
        name: 'table.xlsx',
        type: '',
        bytes: Buffer.from('PK\u0003\u0004 half a zip'),
        says: /not a file that a story can be read from/u,
      },
    ])('$what, dropped, is named with what to do, and makes no project', async ({ name, type, bytes, says }) => {
      const before = await projectCount(page);
      await dropFile(page.locator('body'), { name, type, bytes });
      const toast = shellOf(page).toast(says);
      await toast.waitFor();
      // What happened and what can be done next.
      expect((await toast.innerText()).split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(2);
      expect(await projectCount(page)).toBe(before);
    });

    test('a film that is none, dropped, is listened to in vain: it is named with what to do, and makes no project', async () => {
      const before = await projectCount(page);
      const bytes = Buffer.from('....ftypisom');
      await dropFile(page.locator('body'), { name: 'film.mp4', type: 'video/mp4', bytes });
      await page.getByText(/film\.mp4 is not a sound file, or it is damaged/u).waitFor();
      await shellOf(page).goTo('Stories');
      expect(await projectCount(page)).toBe(before);
    });

    test('a title of 500 letters is refused beside its field, and the story keeps its own', async () => {
      const library = libraryOf(page);
      await library.new();
      await library.create.story.fill(KITE);
      await library.create.title.fill(KITE_TITLE);
      await library.create.do.click();
      await page.getByRole('textbox', { name: 'Title of the film' }).waitFor();
      await page.getByRole('link', { name: 'Storyloom, your stories' }).click();
      await library.act(KITE_TITLE, 'Rename…');
      await library.rename.title.fill('x'.repeat(500));
      await library.rename.do.click();
      await library.rename.dialog.getByText('A title may have 200 letters at most.').waitFor();
      await library.rename.title.fill('   ');
      await library.rename.dialog.getByText('A story needs a title.').waitFor();
      await page.keyboard.press('Escape');
      await library.story(KITE_TITLE).waitFor();
    });
  });

  test('an idea that is none is asked for beside its field, a story is taken as one, and what was typed is never lost', async () => {
    const desk = deskOf(page);
    const { create } = libraryOf(page);
    await desk.open();
    await desk.write.click();
    await desk.form.getByText('Say in a sentence what the story is about.').waitFor();
    expect(await desk.idea.getAttribute('aria-invalid')).toBe('true');
    await desk.idea.fill('Ein kleiner Drache sucht einen Freund, weil er so allein ist.');
    await desk.write.click();
    await desk.form.getByText(/English/u).waitFor();
    await expect.poll(() => desk.story.count()).toBe(0);
    const long = 'An owl sat in a tree. '.repeat(100);
    await desk.idea.fill(long);
    await desk.form.getByText('longer than an idea, by 199 letters').waitFor();
    await page.reload();
    await expect.poll(() => desk.idea.inputValue()).toBe(long);
    await desk.write.click();
    expect(await desk.story.count()).toBe(0);
    await desk.form.getByRole('button', { name: 'Bring it in as a story' }).click();
    await expect.poll(() => create.story.inputValue()).toBe(long);
  });

  test('a server that is none is told of field by field, and a server that does not answer is said to', async () => {
    await shellOf(page).goTo('Settings');
    await page.getByRole('button', { name: 'Add a server' }).click();
    const server = shellOf(page).dialog('Add a server');
    await server.getByRole('textbox', { name: 'Address' }).fill('localhost');
    await server.getByRole('textbox', { name: 'Read, per million tokens' }).fill('cheap');
    await server.getByRole('button', { name: 'Save' }).click();
    for (const says of ['Give it a name.', 'An address such as', 'Name the model', 'A number, such as 0.25.']) {
      await server.getByText(says).waitFor();
    }
    await server.getByRole('button', { name: 'Ollama' }).click();
    await server.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/v1');
    await server.getByRole('textbox', { name: 'Model' }).fill('any');
    await server.getByRole('textbox', { name: 'Read, per million tokens' }).fill('');
    await server.getByRole('button', { name: 'Test' }).click();
    await server.getByRole('alert').waitFor();
    expect(await server.getByRole('textbox', { name: 'Model' }).inputValue()).toBe('any');
  });

  test('a slow server is named, tested and writes; stopped, its story keeps what is there, and one that has gone is said to', async () => {
    const server = await startSlowWriter();
    const desk = deskOf(page);
    await shellOf(page).goTo('Settings');
    await page.getByRole('button', { name: 'Add a server' }).click();
    const dialog = shellOf(page).dialog('Add a server');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Slow');
    await dialog.getByRole('textbox', { name: 'Address' }).fill(server.baseUrl);
    await dialog.getByRole('textbox', { name: 'Model' }).fill('?');
    await dialog.getByRole('button', { name: 'Test' }).click();
    await dialog.getByText('It answers').waitFor();
    await dialog.getByRole('button', { name: 'story-model' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await shellOf(page).goTo('Stories');
    await desk.open();
    await desk.idea.fill('A shy dragon named Ember learns to make a friend.');
    await desk.writer.click();
    await page.getByRole('option', { name: /^Slow/u }).click();
    await desk.form.getByText(/runs on this computer: nothing leaves it/u).waitFor();
    await desk.write.click();
    await desk.story.getByRole('heading', { name: 'The stones' }).waitFor();
    await desk.story.getByText('Ember sat').first().waitFor();
    await desk.stop.click();
    await desk.story.getByText('You stopped here.').waitFor();
    const [first = ''] = await desk.texts();
    expect(first).toContain('Ember sat');
    await desk.scene(1).fill(`${first} She waited.`);
    await page.reload();
    await expect.poll(() => desk.scene(1).inputValue()).toBe(`${first} She waited.`);
    await server.close();
    await desk.another.click();
    await desk.story.getByRole('alert').waitFor({ timeout: 60_000 });
    await desk.earlier.click();
    await expect.poll(() => desk.scene(1).inputValue()).toBe(`${first} She waited.`);
  });

  describe('in the editor', () => {
    beforeEach(async () => {
      const { create, new: startNew } = libraryOf(page);
      await startNew();
      await create.story.fill(KITE);
      await create.title.fill(KITE_TITLE);
      await create.do.click();
      await editorOf(page).isOpen();
    });

    test('a text named .png is refused as a picture where it was given, and the scene keeps its own', async () => {
      const editor = editorOf(page);
      const bytes = Buffer.from('This is no picture.');
      await editor.picture.own({ name: 'note.png', mimeType: 'image/png', buffer: bytes });
      await editor.panel.getByRole('alert').getByText('note.png is not a picture.').waitFor();
      await dropFile(editor.stage, { name: 'dropped.png', type: 'image/png', bytes });
      await page.getByRole('main').getByRole('alert').getByText('dropped.png is not a picture.').waitFor();
      expect(await editor.picture.takes.count()).toBe(1);
    });

    test('a text that is too long for a scene is told of beside it, kept as it was typed, and not lost by going away', async () => {
      const editor = editorOf(page);
      const long = 'The owl looked at the kite. '.repeat(800);
      await editor.text.fill(long);
      await editor.panel
        .getByRole('alert')
        .getByText(/too many/u)
        .waitFor();
      expect(await editor.text.getAttribute('aria-invalid')).toBe('true');
      await editor.show(2);
      await editor.show(1);
      await expect.poll(() => editor.text.inputValue()).toBe(long);
      await editor.text.fill('Short again.');
      await editor.isSaved();
    });

    test('a pace stays within its bounds, whatever keys are pressed', async () => {
      const editor = editorOf(page);
      const pace = editor.panel.getByRole('slider', { name: 'Pace' });
      await pace.press('End');
      await pace.press('ArrowRight');
      await expect.poll(() => pace.inputValue()).toBe('2');
      await pace.press('Home');
      await pace.press('ArrowLeft');
      await expect.poll(() => pace.inputValue()).toBe('0.5');
      await editor.isSaved();
    });

    test('a title that was emptied comes back', async () => {
      const { title } = editorOf(page);
      await title.fill('   ');
      await title.press('Enter');
      await expect.poll(() => title.inputValue()).toBe(KITE_TITLE);
    });

    test('a pronunciation of pictures is refused or kept, and said; the words stay in their fields when refused', async () => {
      const editor = editorOf(page);
      await editor.openVoices();
      const { voices } = editor;
      await voices.getByRole('tab', { name: 'Pronunciation' }).click();
      await voices.getByRole('textbox', { name: 'Word' }).fill('kite');
      const spoken = voices.getByRole('textbox', { name: 'Say it as' });
      await spoken.fill('🪁🪁');
      await voices.getByRole('button', { name: 'Add', exact: true }).click();
      const row = voices.getByRole('textbox', { name: /How “kite” is said/u });
      await expect
        .poll(async () => (await row.count()) > 0 || (await spoken.getAttribute('aria-invalid')) === 'true')
        .toBe(true);
      const isKept = (await row.count()) > 0;
      expect(isKept ? await row.inputValue() : await spoken.inputValue()).toBe('🪁🪁');
    });

    test('a file name with slashes, none, or a very long one is refused beside its field, and nothing is started', async () => {
      const dialog = exportDialogOf(page);
      await editorOf(page).export.click();
      await dialog.plan.waitFor();
      for (const [name, says] of [
        ['../films/kite', 'A file name cannot contain'],
        ['  ', 'The film needs a file name.'],
        ['x'.repeat(201), 'at most'],
      ] as const) {
        await dialog.fileName.fill(name);
        await dialog.dialog.getByText(says).waitFor();
        expect(await dialog.start.isDisabled()).toBe(true);
      }
    });
  });

  test('a films folder that cannot be is refused beside its field, and the one that was stays', async ({ skip }) => {
    await shellOf(page).goTo('Settings');
    const folder = page.getByRole('textbox', { name: 'Films folder' });
    await folder.waitFor();
    if (!(await folder.isEditable())) skip('on a machine without a desktop no folder may be named from the page');
    const before = await folder.inputValue();
    await folder.fill('not/absolute');
    await folder.press('Enter');
    await expect.poll(() => folder.getAttribute('aria-invalid')).toBe('true');
    await page.reload();
    await expect.poll(() => folder.inputValue()).toBe(before);
  });
});

async function projectCount(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'New story' }).waitFor();
  return page.getByRole('row').count();
}

/** Lays out a story at once, and takes a tenth of a second for every few letters of it. */
function startSlowWriter(): Promise<ChatServer> {
  const beat = (title: string, what: string) => ({
    title,
    who: ['Ember'],
    where: 'a hill',
    what,
    why: '',
    mood: 'calm',
  });
  const outline = {
    title: 'The Word Hello',
    beats: [
      beat('The stones', 'Ember, a shy dragon, practises with stones.'),
      beat('The goat', 'Ember meets a goat.'),
      beat('A friend', 'Ember makes a friend.'),
    ],
  };
  return startChatServer((_number, { messages, response_format: format }) => {
    const asked = messages.at(-1)?.content ?? '';
    if (asked.includes('"word"')) return stream('{"word": "hello"}');
    if (format) return stream(JSON.stringify(outline));
    return stream('Ember sat on the hill and said hello to a stone. '.repeat(20), { delayMs: 100 });
  });
}
