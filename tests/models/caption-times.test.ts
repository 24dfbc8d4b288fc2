import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { createKokoroNarrator } from '../../src/core/providers/local/kokoro-narrator.ts';
import type { Narrator } from '../../src/core/providers/narrator.ts';
import { speakText } from '../../src/core/render/speak-text.ts';
import { planCues } from '../../src/shared/captions/cues.ts';
import { captionWords } from '../../src/shared/captions/words.ts';
import { installedKokoro } from '../helpers/models.ts';
import { speechStretches } from '../helpers/onsets.ts';

const SHARED = resolve(import.meta.dirname, '../../../shared/stories');
const MINUTES = 60_000;

/** A few sentences of each story, in a voice of its own; quotes, lists, figures and short sentences among them. */
const STORIES = [
  { story: 'lighthouse-otter.md', voice: 'af_heart', from: 'One night a storm', to: 'so many.' },
  { story: 'north-wind-and-sun.txt', voice: 'bm_george', from: 'Then the Sun', to: 'cannot do.' },
  { story: 'peter-rabbit.txt', voice: 'bf_emma', from: 'Flopsy, Mopsy, and Cotton-tail, who', to: 'under the gate!' },
] as const;

describe.skipIf(!existsSync(SHARED))('captions of the shared stories', () => {
  let pool: Pool;
  let narrator: Narrator;

  beforeAll(async () => {
    const model = await installedKokoro();
    pool = createPool({ threads: 2, entry: workerEntry() });
    const memory = new Map<string, string>();
    narrator = await createKokoroNarrator({ pool, model, memory, graph: 'fp32', runtimeVersion: 'test' });
  }, 10 * MINUTES);

  afterAll(() => pool.dispose());

  it.each(STORIES)(
    '$story: would catch words that light up late or early: median 60 ms off what is heard, none 250 ms',
    async ({ story, voice, from, to }) => {
      const whole = readFileSync(resolve(SHARED, story), 'utf8').replace(/^---$/gmu, '');
      const start = whole.indexOf(from);
      const end = whole.indexOf(to, start);
      const text = whole.slice(start, end === -1 ? undefined : end + to.length).trim();
      const said = await speakText(text, { narrator, voice, speed: 1 });
      const words = captionWords(text, said.words);
      const heard = speechStretches(said.samples, said.sampleRate).map((stretch) => stretch.start);
      // What is heard after a silence is a word that lights up then ...
      const ofHeard = heard.map((at) =>
        nearest(
          words.map((word) => word.start),
          at,
        ),
      );
      // ... and every sentence and clause that lights up is heard then, if there is a silence before it.
      const opening = words.filter(
        (_, index) => index === 0 || /(?<!\bMrs?)[.!?;:]["”]?$/u.test(words[index - 1]!.text),
      );
      const ofOpening = opening.map((word) => nearest(heard, word.start));
      for (const errors of [ofHeard, ofOpening]) {
        expect(errors.length).toBeGreaterThanOrEqual(2);
        expect(median(errors)).toBeLessThanOrEqual(0.06);
        expect(Math.max(...errors)).toBeLessThanOrEqual(0.25);
      }
      // A cue is there when its first word is.
      for (const { start: shown, lines } of planCues(words))
        expect(shown).toBeLessThanOrEqual(lines[0]![0]!.start + 0.02);
    },
    5 * MINUTES,
  );
});

function nearest(times: readonly number[], to: number): number {
  return Math.min(...times.map((time) => Math.abs(time - to)));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
