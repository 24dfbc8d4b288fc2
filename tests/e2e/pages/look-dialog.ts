import type { Locator, Page } from 'playwright-core';
import { chooseFile, shellOf, type ChosenFile } from './shell.ts';

export function lookDialogOf(page: Page) {
  const dialog = shellOf(page).dialog('Look and sound');
  /** The card or the row itself: the radio button within it cannot be seen. */
  const option = (group: string, name: string): Locator =>
    dialog
      .getByRole('radiogroup', { name: group })
      .locator('label')
      .filter({ has: page.getByRole('radio', { name, exact: true }) });
  return {
    dialog,
    open: () => page.getByRole('banner').getByRole('button', { name: 'Look and sound' }).click(),
    tab: (name: 'Look' | 'Pictures' | 'Sound') => dialog.getByRole('tab', { name, exact: true }).click(),
    captions: (style: string) => option('Captions', style).click(),
    shape: (shape: string) =>
      dialog.getByRole('radiogroup', { name: 'Shape' }).getByText(shape, { exact: true }).click(),
    caption: dialog.locator('.preview .film-caption'),
    engines: dialog.getByRole('radiogroup', { name: 'Who makes the pictures' }),
    upscaler: dialog.getByRole('button', { name: /Enlarged to the film’s size/u }),
    engine: (name: string) =>
      dialog
        .locator('.engine')
        .filter({ hasText: new RegExp(`^${name}`, 'u') })
        .first()
        .click(),
    /** By keyboard: the slider's own end, and back from there. */
    async steps(count: number): Promise<void> {
      const slider = dialog.getByRole('slider', { name: 'Steps' });
      await slider.press('End');
      for (let above = Number(await slider.inputValue()); above > count; above -= 1) await slider.press('ArrowLeft');
    },
    music: dialog.locator('.music'),
    ownMusic: (file: ChosenFile) =>
      chooseFile(page, dialog.getByRole('button', { name: /my own music|another file/u }), file),
    switch: (name: string) => dialog.getByRole('switch', { name: new RegExp(`^${name}`, 'u') }),
    async done(): Promise<void> {
      await dialog.getByRole('button', { name: 'Done' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}
