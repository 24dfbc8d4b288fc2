import type { Page } from 'playwright-core';
import { shellOf } from './shell.ts';

export function exportDialogOf(page: Page) {
  const dialog = shellOf(page).dialog('Export the film');
  return {
    dialog,
    fileName: dialog.getByRole('textbox', { name: 'File name' }),
    plan: dialog.getByRole('region', { name: 'What will be made' }),
    start: dialog.getByRole('button', { name: 'Export film' }),
    tab: (name: string | RegExp) => dialog.getByRole('tab', { name, exact: true }).click(),
    /** A size or a frame rate, as it is written. */
    choose: (name: string) => dialog.getByText(name, { exact: true }).click(),
  };
}
