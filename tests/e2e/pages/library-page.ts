import type { Locator, Page } from 'playwright-core';
import { chooseFile, shellOf, type ChosenFile } from './shell.ts';

export function libraryOf(page: Page) {
  const shell = shellOf(page);
  const create = shell.dialog('New story');
  const story = (title: string): Locator => page.getByRole('row', { name: title });
  return {
    heading: page.getByRole('heading', { name: 'Your stories' }),
    search: page.getByRole('searchbox', { name: 'Search stories' }),
    stories: page.getByRole('grid', { name: 'Your stories' }),
    story,
    create: {
      dialog: create,
      story: create.getByRole('textbox', { name: 'Story' }),
      title: create.getByRole('textbox', { name: 'Title' }),
      file: create.getByRole('button', { name: 'Open a file instead' }),
      do: create.getByRole('button', { name: 'Create the story' }),
    },
    rename: {
      dialog: shell.dialog('Rename the story'),
      title: shell.dialog('Rename the story').getByRole('textbox', { name: 'Title' }),
      do: shell.dialog('Rename the story').getByRole('button', { name: 'Rename' }),
    },
    new: () => page.getByRole('button', { name: 'New story' }).click(),
    openFile: (file: string | ChosenFile) => chooseFile(page, page.getByRole('button', { name: 'Open a file' }), file),
    /** Something of a story's own menu. */
    async act(title: string, action: string): Promise<void> {
      await story(title)
        .getByRole('button', { name: `Actions for ${title}` })
        .click();
      await page.getByRole('menuitem', { name: action }).click();
    },
  };
}
