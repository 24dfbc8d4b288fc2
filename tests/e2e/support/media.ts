import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

interface Frame {
  /** 0..255. */
  readonly brightness: number;
  /** How much the picture's parts differ from it. */
  readonly contrast: number;
}

/** What a video shows just now. */
function frameOf(video: Locator): Promise<Frame> {
  return video.evaluate((element: HTMLVideoElement) => {
    const canvas = new OffscreenCanvas(64, 36);
    const context = canvas.getContext('2d')!;
    context.drawImage(element, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const greys = Array.from({ length: data.length / 4 }, (_, pixel) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
      return (red + green + blue) / 3;
    });
    const brightness = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
    const contrast = Math.sqrt(greys.reduce((sum, grey) => sum + (grey - brightness) ** 2, 0) / greys.length);
    return { brightness, contrast };
  });
}

/**
 * The grey points of a part of what a video shows at a moment: its foot, where captions are, or what is above. The video is
 * looked for anew and may be changed for another one meanwhile; nothing is there then.
 */
export async function partAt(video: Locator, seconds: number, part: 'low' | 'high'): Promise<number[]> {
  const found = await video.elementHandle({ timeout: 1000 }).catch(() => null);
  if (!found) return [];
  return found.evaluate(
    async (element, { seconds, part }) => {
      const film = element as HTMLVideoElement;
      const isThere = new Promise((done) => {
        film.addEventListener('seeked', done, { once: true });
        setTimeout(done, 3000);
      });
      film.currentTime = seconds;
      await isThere;
      const canvas = new OffscreenCanvas(160, 90);
      const context = canvas.getContext('2d')!;
      context.drawImage(film, 0, 0, canvas.width, canvas.height);
      const [from, height] = part === 'low' ? [66, 20] : [0, 45];
      const { data } = context.getImageData(0, from, canvas.width, height);
      return Array.from({ length: data.length / 4 }, (_, point) => data[point * 4 + 1] ?? 0);
    },
    { seconds, part },
  );
}

/** A picture, not a black or an empty frame. */
export async function showsPicture(video: Locator): Promise<void> {
  const { brightness, contrast } = await frameOf(video);
  expect(brightness).toBeGreaterThan(10);
  expect(contrast).toBeGreaterThan(5);
}

export interface Played {
  readonly time: number;
  readonly length: number;
  readonly hasEnded: boolean;
}

export function playedOf(video: Locator): Promise<Played> {
  return video.evaluate(({ currentTime, duration, ended }: HTMLVideoElement) => ({
    time: currentTime,
    length: duration,
    hasEnded: ended,
  }));
}

/** From now on the page remembers what it was asked to play, also what is in no document. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: HTMLMediaElement[] = [];
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      heard.push(this);
      return play.call(this);
    };
    Object.assign(window, { heard });
  });
}

/** Of the last sound that began; undefined before one did. */
export function lastHeard(page: Page): Promise<Played | undefined> {
  return page.evaluate(() => {
    const sound = (window as unknown as { heard: HTMLMediaElement[] }).heard.at(-1);
    return sound && { time: sound.currentTime, length: sound.duration, hasEnded: sound.ended };
  });
}
