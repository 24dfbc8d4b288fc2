/** A real browser: Debian's chromium, or whatever STORYLOOM_CHROMIUM names. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  process.env['STORYLOOM_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = PLACES.find((place) => place !== '' && existsSync(place));

/** Says why the browser tests are not run; undefined where they are. In CI a missing browser is a failure, not a skip. */
export const noBrowser =
  found === undefined && process.env['CI'] === undefined
    ? 'there is no chromium here: install it, or name one with STORYLOOM_CHROMIUM'
    : undefined;

/** `microphone`: a WAV file that is heard by whoever asks for the microphone, over and over; else it beeps. */
export async function openBrowser({ microphone }: { readonly microphone?: string } = {}): Promise<Browser> {
  if (found === undefined) throw new Error('The browser tests need chromium: apt-get install chromium.');
  const heard = microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}`];
  return chromium.launch({
    executablePath: found,
    args: ['--autoplay-policy=no-user-gesture-required', '--use-fake-device-for-media-stream', ...heard],
  });
}
