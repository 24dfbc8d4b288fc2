import type { Locator, Page } from 'playwright-core';
import { libraryOf } from './library-page.ts';

/** 'From an idea': the form on the left, the story's page on the right. */
export function deskOf(page: Page) {
  const form = page.getByRole('region', { name: 'From an idea' });
  const story = page.getByRole('article');
  return {
    form,
    story,
    idea: form.getByRole('textbox', { name: 'Your idea' }),
    write: form.getByRole('button', { name: 'Write the story' }),
    stop: form.getByRole('button', { name: 'Stop writing' }),
    bedtime: form.getByRole('switch', { name: /^For bedtime/u }),
    writer: form.getByRole('button', { name: /Writer$/u }),
    example: (words: string | RegExp): Locator => page.getByRole('button', { name: words }),
    title: story.getByRole('textbox', { name: 'Title of the story' }),
    scene: (number: number): Locator => story.getByRole('textbox', { name: `Scene ${String(number)}`, exact: true }),
    sceneTitle: (number: number): Locator => story.getByRole('textbox', { name: `Title of scene ${String(number)}` }),
    again: story.getByRole('button', { name: 'Write it again' }),
    another: page.getByRole('button', { name: 'Another story' }),
    film: page.getByRole('button', { name: 'Make the film' }),
    earlier: page.getByRole('button', { name: 'The story before' }),
    /** Which of the tellings it is; it opens the list of all. */
    place: (words: 'Story 1 of 2' | 'Story 2 of 2'): Locator => page.getByRole('button', { name: words }),
    /** From the library, by its dialog. */
    async open(): Promise<void> {
      await libraryOf(page).new();
      await libraryOf(page).create.dialog.getByRole('button', { name: 'From an idea' }).click();
      await form.waitFor();
    },
    /** All that the story tells, scene by scene; once it is written. */
    async texts(): Promise<string[]> {
      const scenes = story.getByRole('textbox', { name: /^Scene \d+$/u });
      await scenes.first().waitFor();
      return scenes.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    },
  };
}
