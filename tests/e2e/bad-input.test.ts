import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { libraryOf } from './pages/library-page.ts';
import { shellOf } from './pages/shell.ts';
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
        what: 'a film',
        name: 'film.mp4',
        type: 'video/mp4',
        bytes: Buffer.from('....ftypisom'),
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
});

async function projectCount(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'New story' }).waitFor();
  return page.getByRole('row').count();
}
