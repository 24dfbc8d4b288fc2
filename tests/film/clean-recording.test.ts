import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingStage } from '../../src/core/render/recording.ts';
import { decodeWav } from '../../src/core/runtime/speech/wav.ts';
import { stageContext, useFilmLab, writeWave } from '../helpers/film-lab.ts';
import { onsets, RATE, record } from '../helpers/recorded.ts';

const lab = useFilmLab();
const TALE = 'Nib swam out to the sea. [0.8] A great storm came. [0.9] She hid in a cave until it was over.';

async function unpack(name: string, samples: Int16Array, clean: boolean) {
  const path = writeWave(join(lab.folder, `${name}.wav`), samples);
  const directory = join(lab.folder, `${name}-${String(clean)}`);
  const input = { path, name, sha256: 'x', clean, tools: lab.tools };
  const output = await recordingStage.run(input, stageContext(directory));
  return { output, sound: decodeWav(readFileSync(join(directory, output.file))).samples };
}

describe('a recording that is made ready', () => {
  it('would catch a recording that is not the very samples it has', async () => {
    const { samples } = record(TALE);
    expect((await unpack('plain', samples, false)).sound).toEqual(samples);
  });

  it('would catch hum and hiss that stay, words that become softer or move, and a length that changes', async () => {
    const { samples } = record(TALE, { hiss: 300 });
    const humming = samples.map((sample, index) => {
      const turn = (2 * Math.PI * 50 * index) / RATE;
      return sample + Math.round(700 * Math.sin(turn) + 400 * Math.sin(2 * turn) + 250 * Math.sin(3 * turn));
    });
    const { output, sound } = await unpack('noisy', humming, true);
    expect(output.cleaned!.hum).toBe(50);
    expect(output.cleaned!.before - output.cleaned!.after).toBeGreaterThan(20);
    expect(sound).toHaveLength(samples.length);
    const [before, after] = [onsets(samples, RATE, 3000), onsets(sound, RATE, 3000)];
    expect(after).toHaveLength(before.length);
    before.forEach((at, index) => expect(after[index]!).toBeCloseTo(at, 1.7));
    const peak = (all: Int16Array): number => all.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(20 * Math.log10(peak(sound) / peak(record(TALE).samples))).toBeGreaterThan(-1.5);
  });

  it('would catch a clean recording that is worse afterwards', async () => {
    const { samples } = record(TALE);
    const { output, sound } = await unpack('still', samples, true);
    expect(output.cleaned).not.toHaveProperty('hum');
    expect(onsets(sound, RATE, 3000)).toHaveLength(onsets(samples, RATE, 3000).length);
  });
});
