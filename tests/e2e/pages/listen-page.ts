import type { Page } from 'playwright-core';
import { libraryOf } from './library-page.ts';
import { chooseFile } from './shell.ts';

/** The screen where recordings become stories, and the recorder that scenes have, too. */
export function listenOf(page: Page) {
  const recorder = page.getByRole('group', { name: 'Recording with the microphone' });
  const transcript = page.getByRole('toolbar', { name: 'What was told, word by word' });
  return {
    /** From the library, by its dialog. */
    async open(): Promise<void> {
      await libraryOf(page).new();
      await libraryOf(page)
        .create.dialog.getByRole('button', { name: /^From a recording/u })
        .click();
    },
    record: recorder.getByRole('button', { name: 'Record' }),
    pause: recorder.getByRole('button', { name: 'Pause' }),
    goOn: recorder.getByRole('button', { name: 'Go on' }),
    done: recorder.getByRole('button', { name: 'Done' }),
    level: recorder.getByRole('img', { name: 'How loud the microphone hears you' }),
    clock: recorder.locator('.recorder-time'),
    refusal: page.getByRole('alert'),
    takes: page.getByRole('group', { name: /^Recorded /u }),
    hear: page.getByRole('button', { name: 'Listen', exact: true }),
    choose: (file: string) => chooseFile(page, page.getByRole('button', { name: 'Choose a file' }), file),
    /** A recording that is listened to, or was in vain. */
    job: page.getByRole('main').getByRole('article'),
    word: (text: string) => transcript.getByRole('button', { name: text, exact: true }),
    async correct(from: string, to: string): Promise<void> {
      await transcript.getByRole('button', { name: from, exact: true }).first().click();
      await page.getByRole('textbox', { name: 'The word' }).fill(to);
      await page.keyboard.press('Enter');
    },
  };
}
