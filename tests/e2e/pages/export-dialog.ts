import type { Page } from 'playwright-core';
import { shellOf } from './shell.ts';

export function exportDialogOf(page: Page) {
  const dialog = shellOf(page).dialog('Export the film');
  return {
    dialog,
    fileName: dialog.getByRole('textbox', { name: 'File name' }),
    plan: dialog.getByRole('region', { name: 'What will be made' }),
    start: dialog.getByRole('button', { name: 'Export film' }),
    choose: (size: '1280 × 720' | '1920 × 1080') => dialog.getByRole('radio', { name: size }).click(),
  };
}
