import type { Locator, Page } from 'playwright-core';

export type ScreenName = 'Stories' | 'Films' | 'Models' | 'Settings';

/** What every screen has: the way to the others, messages, and the job at work. */
export function shellOf(page: Page) {
  return {
    /** Outside a project the screens are links, within one they are a menu. */
    async goTo(name: ScreenName): Promise<void> {
      const link = page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });
      if (await link.isVisible()) return link.click();
      await page.getByRole('button', { name: 'Other screens' }).click();
      await page.getByRole('menuitem', { name }).click();
    },
    /** The dialog that is open; by its title, or whichever. */
    dialog: (name?: string | RegExp): Locator => page.getByRole('dialog', name === undefined ? {} : { name }),
    question: (name: string): Locator => page.getByRole('alertdialog', { name }),
    /** Messages at the window's foot. */
    toast: (text: string | RegExp): Locator =>
      page
        .getByRole('region', { name: /Messages/u })
        .getByRole('alertdialog')
        .filter({ hasText: text }),
    job: page.getByRole('banner').locator('.job-indicator'),
  };
}

/** The file that the page's own file dialog is given. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export async function chooseFile(page: Page, button: Locator, file: string | ChosenFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(file);
}
