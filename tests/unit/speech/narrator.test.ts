import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createToneNarrator } from '../../../src/core/providers/fixture/tone-narrator.ts';
import { chooseGraph, type GraphName } from '../../../src/core/providers/local/choose-graph.ts';
import { KOKORO_VOICES } from '../../../src/core/providers/local/kokoro-voices.ts';
import { findVoice } from '../../../src/core/providers/narrator.ts';
import { narrateStage } from '../../../src/core/render/narrate.ts';
import { speakText } from '../../../src/core/render/speak-text.ts';
import { decodeWav } from '../../../src/core/runtime/speech/wav.ts';
import { planNarration } from '../../../src/core/story/narration/plan.ts';
import { steadyPriority } from '../../../src/shared/priority.ts';

const narrator = createToneNarrator();
const TEXT =
  'The lamp went out on the first night of winter. Nib paid $5 for oil, and lit it again — by herself.\n\nThe end.';

describe('speakText', () => {
  it('gives every spoken word a time, in order, and a length that is speech and pauses and nothing else', async () => {
    const { words, samples, sampleRate, chunks } = await speakText(TEXT, { narrator, voice: 'tone-low', speed: 1 });
    expect(words.map((word) => word.text).join(' ')).toBe(TEXT.replace(' — ', ' ').replace(/\s+/gu, ' '));
    words.slice(1).forEach((word, index) => {
      expect(word.start).toBeGreaterThanOrEqual(words[index]!.end);
    });
    const parts = await Promise.all(
      chunks.map(({ spoken, sounds, words: own }) =>
        narrator.speak({ spoken, sounds, words: own, voice: 'tone-low', speed: 1 }),
      ),
    );
    const speech = parts.reduce((sum, part) => sum + part.samples.length, 0);
    const pauses = chunks.slice(0, -1).reduce((sum, chunk) => sum + chunk.pauseAfter * sampleRate, 0);
    expect(samples.length).toBe(speech + Math.round(pauses));
  });

  it('reports progress that never falls and ends with exactly 1', async () => {
    const seen: number[] = [];
    await speakText(TEXT, { narrator, voice: 'tone-high', speed: 1, onProgress: (value) => seen.push(value) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.indexOf(1)).toBe(seen.length - 1);
  });

  it('refuses a text without words, a speed out of range and an unknown voice, each with what to do', async () => {
    const run = (text: string, voice: string, speed: number) => speakText(text, { narrator, voice, speed });
    await expect(run(' — 😀', 'tone-low', 1)).rejects.toMatchObject({ code: 'input' });
    await expect(run(TEXT, 'tone-low', 2.5)).rejects.toMatchObject({ code: 'option' });
    await expect(run(TEXT, 'tone-low', Number.NaN)).rejects.toMatchObject({ code: 'option' });
    await expect(run(TEXT, 'tone-lo', 1)).rejects.toMatchObject({
      code: 'not-found',
      hint: expect.stringMatching(/tone-low.*tone-high/u) as string,
    });
  });
});

describe('voices', () => {
  it('are the 28 English ones, and a misspelled name leads to the right one', () => {
    expect(KOKORO_VOICES).toHaveLength(28);
    expect(new Set(KOKORO_VOICES.map((voice) => voice.language))).toEqual(new Set(['en-US', 'en-GB']));
    for (const [wrong, right] of [
      ['heart', 'af_heart'],
      ['bm_georg', 'bm_george'],
      ['Emma', 'bf_emma'],
    ] as const) {
      expect(() => findVoice(KOKORO_VOICES, wrong)).toThrow(
        expect.objectContaining({ hint: expect.stringContaining(`mean ${right}`) as string }),
      );
    }
  });
});

describe('narrateStage', () => {
  const [chunk] = planNarration(TEXT);
  const input = { ...chunk!, voice: 'tone-low', speed: 1, narrator };

  it('writes the speech as WAV and returns its length and word times', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'storyloom-narrate-'));
    const output = await narrateStage.run(input, {
      directory,
      signal: new AbortController().signal,
      priority: steadyPriority(0),
      report: () => undefined,
      took: () => undefined,
    });
    const sound = decodeWav(readFileSync(join(directory, 'speech.wav')));
    expect(sound).toMatchObject({ sampleRate: 24_000, samples: { length: output.samples } });
    expect(output.words.at(-1)!.end).toBeLessThanOrEqual(output.samples / output.sampleRate);
    rmSync(directory, { recursive: true });
  });

  it('has a key that changes with words, voice and speed, and not with the pause or the author’s spacing', () => {
    const key = (change: object) => JSON.stringify(narrateStage.identity({ ...input, ...change }));
    const same = key({});
    expect(key({ pauseAfter: 9, text: 'x' })).toBe(same);
    for (const change of [{ spoken: 'Other.' }, { voice: 'tone-high' }, { speed: 1.1 }, { sounds: { 0: 'a' } }]) {
      expect(key(change)).not.toBe(same);
    }
  });
});

describe('chooseGraph', () => {
  const choose = (rates: Record<GraphName, number>, memory = new Map<string, string>()) => {
    const measured: GraphName[] = [];
    const choice = chooseGraph({
      available: ['fp32', 'int8'],
      key: 'machine',
      memory,
      measure: (graph) => {
        measured.push(graph);
        return Promise.resolve(rates[graph]);
      },
    });
    return choice.then(({ graph }) => ({ graph, measured, memory }));
  };

  it('takes the faster graph, and the smaller one when they are about equal', async () => {
    expect((await choose({ fp32: 2.7, int8: 1.7 })).graph).toBe('fp32');
    expect((await choose({ fp32: 2.8, int8: 3.2 })).graph).toBe('int8');
    expect((await choose({ fp32: 2.8, int8: 2.7 })).graph).toBe('int8');
  });

  it('measures once and remembers', async () => {
    const { memory } = await choose({ fp32: 2.7, int8: 1.7 });
    expect(await choose({ fp32: 1, int8: 9 }, memory)).toMatchObject({ graph: 'fp32', measured: [] });
  });
});
