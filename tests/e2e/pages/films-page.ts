import type { Locator, Page } from 'playwright-core';
import { shellOf } from './shell.ts';

export function filmsOf(page: Page) {
  const shell = shellOf(page);
  /** The newest of that name. */
  const film = (title: string): Locator => page.getByRole('main').getByRole('article', { name: title }).first();
  const press = (title: string, name: string) => film(title).getByRole('button', { name, exact: true }).click();
  return {
    film,
    state: (title: string, state: 'Waiting' | 'Working' | 'Paused' | 'Done' | 'Failed' | 'Cancelled'): Locator =>
      film(title).getByText(state, { exact: true }),
    pause: (title: string) => press(title, 'Pause'),
    goOn: (title: string) => press(title, 'Go on'),
    openStory: (title: string) => press(title, 'Open the story'),
    play: (title: string) => press(title, 'Play'),
    async cancel(title: string): Promise<void> {
      await press(title, 'Cancel');
      await shell.question('Cancel this export?').getByRole('button', { name: 'Cancel the export' }).click();
    },
    player: (title: string): Locator => shell.dialog(title).locator('video'),
  };
}
