import type { Locator, Page } from 'playwright-core';
import { chooseFile, shellOf, type ChosenFile } from './shell.ts';

export function editorOf(page: Page) {
  const shell = shellOf(page);
  const storyboard = page.getByRole('grid', { name: 'Storyboard' });
  const scene = (number: number): Locator =>
    storyboard.getByRole('row', { name: `Scene ${String(number)}`, exact: true });
  const picture = page.getByRole('radiogroup', { name: 'The picture of this scene' });
  const field = page.getByRole('textbox', { name: 'What is told in this scene' });
  const head = page.getByRole('banner');
  return {
    title: page.getByRole('textbox', { name: 'Title of the film' }),
    text: field,
    storyboard,
    scene,
    scenes: storyboard.getByRole('row'),
    undo: head.getByRole('button', { name: /^Undo/u }),
    redo: head.getByRole('button', { name: /^Redo/u }),
    export: head.getByRole('button', { name: 'Export film' }),
    panel: page.getByRole('complementary'),
    stage: page.locator('.stage'),
    video: page.locator('.stage-video[data-front=true]'),
    play: page.getByRole('button', { name: 'Play scene' }),
    split: page.getByRole('button', { name: 'Split at the cursor' }),
    caption: page.locator('.caption'),
    /** Puts the cursor before these words of the scene; the last step is a key, as a person's would be. */
    async setCursor(before: string): Promise<void> {
      await field.evaluate((element: HTMLTextAreaElement, words) => {
        const behind = element.value.indexOf(words) + 1;
        element.focus();
        element.setSelectionRange(behind, behind);
      }, before);
      await field.press('ArrowLeft');
    },
    /** By mouse, a card to the place after another one, in steps as a hand moves. */
    async drag(from: number, after: number): Promise<void> {
      const start = (await scene(from).boundingBox())!;
      const target = (await scene(after).boundingBox())!;
      await page.mouse.move(start.x + start.width / 2, start.y + start.height / 3);
      await page.mouse.down();
      await page.mouse.move(target.x + target.width - 8, target.y + target.height / 3, { steps: 12 });
      await page.mouse.up();
    },
    async seekToEnd(): Promise<void> {
      const seek = page.getByRole('slider', { name: 'Place in the scene' });
      await seek.press('End');
      // The very end is the end already; what is shown is that it gets there by itself.
      await seek.press('ArrowLeft');
    },
    picture: {
      shown: page.locator('.stage-picture'),
      choose: (take: number) =>
        picture
          .locator('label')
          .filter({ has: page.getByRole('radio') })
          .nth(take - 1)
          .click(),
      takes: picture.getByRole('radio'),
      new: page.getByRole('button', { name: 'New take' }),
      own: (file: ChosenFile) => chooseFile(page, page.getByRole('button', { name: 'Use my own picture' }), file),
    },
    painting: {
      /** The picture so far, and how far it is. */
      shown: page.locator('.stage-painting'),
      step: page.locator('.stage-state').getByText(/^Step \d+ of \d+$/u),
      state: page.locator('.stage-state'),
      stop: page.getByRole('button', { name: 'Stop', exact: true }),
      goOn: page.getByRole('button', { name: 'Paint it', exact: true }),
    },
    voices: shell.dialog('Voices'),
    openVoices: () => head.getByRole('button', { name: 'Voices' }).click(),
    /** Opened, and its scenes are there. */
    async isOpen(): Promise<void> {
      await storyboard.waitFor();
      await scene(1).waitFor();
    },
    /** Everything typed has reached the studio. */
    async isSaved(): Promise<void> {
      await head.getByText('Saved', { exact: true }).waitFor();
    },
    /** What the storyboard's cards say, in order. */
    words: () => storyboard.locator('.card-words').allInnerTexts(),
    show: (number: number) => scene(number).click({ position: { x: 60, y: 40 } }),
    async openMenu(number: number): Promise<void> {
      await scene(number).hover();
      await page.getByRole('button', { name: `What to do with scene ${String(number)}`, exact: true }).click();
      await page.getByRole('menu').waitFor();
    },
    async isReady(number: number): Promise<void> {
      await scene(number).getByText('Ready', { exact: true }).waitFor({ timeout: 200_000 });
    },
    /** Not as it was any more: it is made anew, or is going to be. */
    async isChanged(number: number): Promise<void> {
      await scene(number).getByText('Ready', { exact: true }).waitFor({ state: 'hidden' });
    },
    /** Of all scenes, also those that are out of view. */
    count: async () => Number(await storyboard.getAttribute('aria-rowcount')),
  };
}
