import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/build/canonical-json.ts';
import { probeMedia } from '../../src/core/media/probe.ts';
import { mixSounds } from '../../src/core/media/sound-arguments.ts';
import { writeBytes } from '../../src/core/media/stream.ts';
import type { Finish } from '../../src/core/render/finish.ts';
import { mixStage, type MixInput, type MixOutput } from '../../src/core/render/mix.ts';
import { stageContext, useFilmLab, writeWave } from '../helpers/film-lab.ts';
import {
  levelBetween,
  loudnessOf,
  narration,
  RATE,
  steadyUnder,
  stereoSamples,
  writeStereo,
} from '../helpers/sound-lab.ts';

const lab = useFilmLab();
const ALL = { narration: 1, music: 1, ambience: 1 } as const;
const BARE: Finish = { music: [], ambience: [], volumes: ALL, loudness: 'off' };

let count = 0;
async function mix(
  input: MixInput,
  finish?: Finish,
): Promise<MixOutput & { readonly path: string; directory: string }> {
  const directory = join(lab.folder, `mix-${String((count += 1))}`);
  const output = await mixStage.run({ ...input, finish }, stageContext(directory));
  return { ...output, directory, path: join(directory, output.compressed) };
}

/** What a mix has more than another, sample by sample: the music alone. */
function difference(both: Float32Array, alone: Float32Array): Float32Array {
  expect(both.length).toBe(alone.length);
  return both.map((sample, index) => sample - alone[index]!);
}

describe('a film’s sound', () => {
  it('would catch music that drowns the voice, goes too far, pumps within a sentence, or comes late: 9 to 12 dB less under speech, whatever the voice’s level', async () => {
    const seconds = 16;
    const bed = await steadyUnder(lab, 'bed', seconds);
    for (const level of [0.4, 0.04]) {
      const input = narration(lab, seconds, [[5, 10]], level);
      const alone = await stereoSamples(lab, (await mix(input, BARE)).path);
      const voice = levelBetween(alone, 6, 9);
      const depths = { music: [9, 12], ambience: [3.5, 6] } as const;
      for (const [kind, [least, most]] of Object.entries(depths)) {
        const both = await stereoSamples(lab, (await mix(input, { ...BARE, [kind]: [bed] })).path);
        const under = difference(both, alone);
        const open = levelBetween(under, 1, 4);
        for (let from = 5.5; from < 9.5; from += 0.5) {
          const depth = open - levelBetween(under, from, from + 0.5);
          expect(depth).toBeGreaterThan(least);
          expect(depth).toBeLessThan(most);
        }
        // Gone before the first word is over, and back a breath after the last, not at once.
        expect(open - levelBetween(under, 5, 5.2)).toBeGreaterThan(0.7 * least);
        expect(open - levelBetween(under, 10.1, 10.3)).toBeGreaterThan(0.5 * least);
        expect(Math.abs(open - levelBetween(under, 13, 15))).toBeLessThan(0.5);
        // Speech is to be 20 dB above what is behind it (WCAG 2.2, 1.4.7).
        expect(voice - levelBetween(under, 6, 9)).toBeGreaterThan(20);
      }
    }
  });

  it.each([
    ['a usual voice with music', 0.3, [-16, -24]],
    ['a soft voice with music', 0.03, [-16]],
    ['a loud voice with peaks that have to be limited', 0.95, [-12]],
  ] as const)('would catch a film that is not as loud as it says, or that clips: %s', async (_, level, targets) => {
    const seconds = 24;
    const input = narration(
      lab,
      seconds,
      [
        [1, 9],
        [10, 16],
        [18, 23],
      ],
      level,
    );
    const bed = await steadyUnder(lab, 'bed', seconds);
    for (const loudness of targets) {
      const mixed = await mix(input, { ...BARE, music: [bed], loudness });
      const measured = await loudnessOf(lab, mixed.path);
      expect(Math.abs(measured.integrated - loudness)).toBeLessThanOrEqual(0.5);
      expect(measured.truePeak).toBeLessThanOrEqual(-1.5);
      expect(mixed.loudness).toEqual(measured);
      // The narration for other programs stays as it was spoken.
      const { path } = await mix(input);
      const plain = join(path, '..', 'narration.wav');
      expect(readFileSync(join(mixed.directory, mixed.wave)).subarray(44)).toEqual(readFileSync(plain).subarray(44));
      expect(readdirSync(mixed.directory).sort()).toEqual(['narration.wav', 'sound.m4a']);
    }
  });

  it('would catch a film without music whose loudness is not what was asked for, and silence that is made to hiss', async () => {
    const spoken = narration(lab, 12, [[1, 11]], 0.1);
    const mixed = await mix(spoken, { ...BARE, loudness: -16 });
    const measured = await loudnessOf(lab, mixed.path);
    expect(Math.abs(measured.integrated + 16)).toBeLessThanOrEqual(0.5);
    const silent = await mix(narration(lab, 3, []), { ...BARE, loudness: -16 });
    expect(levelBetween(await stereoSamples(lab, silent.path), 0, 3)).toBeLessThan(-90);
  });

  it('would catch volumes that pull each other along: each of the three moves its own sound alone', async () => {
    const seconds = 8;
    const input = narration(lab, seconds, [[3, 6]], 0.2);
    const finish = { ...BARE, music: [await steadyUnder(lab, 'one', seconds, 1)] };
    const level = async (volumes: Finish['volumes'], from: number, to: number): Promise<number> =>
      levelBetween(await stereoSamples(lab, (await mix(input, { ...finish, volumes })).path), from, to);
    const music = await level(ALL, 0.5, 2.5);
    expect((await level({ ...ALL, music: 0.5 }, 0.5, 2.5)) - music).toBeCloseTo(-6, 0);
    expect((await level({ ...ALL, narration: 0.25 }, 0.5, 2.5)) - music).toBeCloseTo(0, 0);
    expect(await level({ ...ALL, music: 0 }, 0.5, 2.5)).toBeLessThan(-70);
    const voice = await level({ ...ALL, music: 0 }, 3.5, 5.5);
    expect((await level({ ...ALL, music: 0, narration: 0.5 }, 3.5, 5.5)) - voice).toBeCloseTo(-6, 0);
    // Without a voice there is nothing to give way to.
    expect((await level({ ...ALL, narration: 0 }, 3.5, 5.5)) - music).toBeCloseTo(0, 0);
  });

  it('would catch own music that stops before the film does, jumps where it begins again, or ends with a bang', async () => {
    const path = writeStereo(
      join(lab.folder, 'tune.wav'),
      7,
      (index) => 0.2 * Math.sin((2 * Math.PI * 331 * index) / RATE),
    );
    const { integrated: loudness } = await loudnessOf(lab, path);
    const tune = { digest: 'tune', path, loudness, seam: 3, start: 0, end: 20, fadeIn: 1.5, fadeOut: 2.5 };
    const samples = await stereoSamples(lab, (await mix(narration(lab, 20, []), { ...BARE, music: [tune] })).path);
    const steady = levelBetween(samples, 2, 3.5);
    for (let from = 2; from < 17; from += 0.5)
      expect(levelBetween(samples, from, from + 0.5)).toBeGreaterThan(steady - 9);
    expect(levelBetween(samples, 0, 0.1)).toBeLessThan(steady - 15);
    expect(levelBetween(samples, 19.9, 20)).toBeLessThan(steady - 15);
    // The tone is 331 periods a second: no sample is further from the last than that tone goes, and the coder's noise.
    const left = samples.filter((_, index) => index % 2 === 0);
    const loudest = left.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const steps = left.slice(1).map((sample, index) => Math.abs(sample - left[index]!));
    expect(Math.max(...chunked(steps))).toBeLessThan(loudest * 2 * Math.PI * (331 / RATE) * 1.2);
  });

  it('would catch a mix that differs from time to time, and one whose key forgets what it hears', async () => {
    const input = narration(lab, 6, [[1, 5]]);
    const bed = await steadyUnder(lab, 'bed', 6);
    const finish: Finish = { ...BARE, music: [bed], loudness: -16 };
    const bytes = async () => readFileSync((await mix(input, finish)).path);
    expect((await bytes()).equals(await bytes())).toBe(true);
    const key = (changes: Partial<Finish>): string =>
      canonicalJson(mixStage.identity({ ...input, finish: { ...finish, ...changes } }));
    const heard = [
      {},
      { music: [{ ...bed, digest: 'other' }] },
      { music: [{ ...bed, end: 5 }] },
      { ambience: [bed] },
      { volumes: { ...ALL, music: 0.5 } },
      { volumes: { ...ALL, narration: 0.5 } },
      { loudness: -14 },
      { loudness: 'off' as const },
    ];
    expect(new Set(heard.map(key)).size).toBe(heard.length);
    expect(key({ volumes: { ...ALL, ambience: 0.5 } })).toBe(key({}));
    expect(key({ music: [{ ...bed, path: '/elsewhere.wav' }] })).toBe(key({}));
  });

  it('would catch music whose end is cut off on a busy machine, where the narration is read late', async () => {
    const hum = (seconds: number, volume: number) =>
      Int16Array.from({ length: seconds * RATE }, (_, index) => Math.round(volume * Math.sin(index / 25)));
    const voice = readFileSync(writeWave(join(lab.folder, 'voice.wav'), hum(8, 9000), RATE));
    const under = new Int16Array(8 * RATE * 4).fill(2000);
    const mixOf = async (name: string, narration: string): Promise<Buffer> => {
      const output = join(lab.folder, name);
      await lab.tools.run(mixSounds({ narration, peak: 0.3, volume: 1, under: true, output }), {
        feed: (mixer) => writeBytes(mixer, new Uint8Array(under.buffer)),
      });
      return readFileSync(output);
    };
    const late = join(lab.folder, 'late.wav');
    execFileSync('mkfifo', [late]);
    const feeding = open(late, 'w').then(async (file) => {
      await file.write(voice.subarray(0, voice.length - 60_000));
      await sleep(800);
      await file.write(voice.subarray(voice.length - 60_000));
      await file.close();
    });
    const [mixed] = await Promise.all([mixOf('late.raw', late), feeding]);
    expect(mixed.equals(await mixOf('in-time.raw', join(lab.folder, 'voice.wav')))).toBe(true);
  });

  it('would catch a film without music, ambience and loudness that is not the film of before, to the last byte', async () => {
    const input = narration(lab, 6, [[1, 5]]);
    const { chunks, sampleRate, totalSamples } = input;
    expect(canonicalJson(mixStage.identity(input))).toBe(
      canonicalJson({
        chunks: chunks.map(({ digest, startSample }) => ({ digest, startSample })),
        sampleRate,
        totalSamples,
        ffmpeg: lab.tools.ffmpeg.version,
      }),
    );
    const mixed = await mix(input);
    expect(mixed).toMatchObject({ wave: 'narration.wav', compressed: 'narration.m4a' });
    expect(mixed).not.toHaveProperty('loudness');
    const { streams } = await probeMedia(lab.tools, mixed.path);
    expect(streams).toMatchObject([{ codec: 'aac', channels: 1 }]);
    const raw = join(lab.folder, 'before.m4a');
    const wave = join(mixed.directory, mixed.wave);
    // What the film's sound was made with before there was music.
    const aac = ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '192k', '-cutoff', '12000'];
    const repeatable = ['-fflags', '+bitexact', '-flags', '+bitexact'];
    await lab.tools.run(['-v', 'error', '-y', '-i', wave, ...aac, ...repeatable, '-f', 'ipod', raw]);
    const sum = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(sum(mixed.path)).toBe(sum(raw));
  });
});

/** The largest of each thousand: Math.max takes only so many at once. */
function chunked(values: Float32Array): number[] {
  const largest: number[] = [];
  for (let from = 0; from < values.length; from += 1000) largest.push(Math.max(...values.subarray(from, from + 1000)));
  return largest;
}
