import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from '../../shared/bench.ts';
import { BEDS } from '../../shared/film.ts';
import { steadyPriority } from '../../shared/priority.ts';
import type { StageContext } from '../build/stage.ts';
import { bedStage } from '../render/bed.ts';
import type { Finish, UnderSpan } from '../render/finish.ts';
import { mixStage, type MixInput } from '../render/mix.ts';
import { encodeWav } from '../runtime/speech/wav.ts';
import type { BenchContext } from './bench.ts';

const SECONDS = 120;
const SPEECH_RATE = 24_000;

/**
 * How fast the sound of a two-minute film is mixed, with music, ambience, ducking and two passes for its loudness, beside the
 * narration alone; and how long a piece of music is in the making.
 */
export async function benchSound({ workplace, signal }: BenchContext): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-bench-'));
  try {
    const tools = await workplace.media();
    const pool = workplace.pool();
    const context = (name: string): StageContext => {
      const directory = join(folder, name);
      mkdirSync(directory, { recursive: true });
      return { directory, signal, priority: steadyPriority(0), report: ignore, took: ignore };
    };
    // The first one starts the thread.
    const bed = await bedStage.run({ name: { ambience: 'fire' }, pool, tools }, context('fire'));
    const began = performance.now();
    for (const music of BEDS) await bedStage.run({ name: { music }, pool, tools }, context(music));
    const each = (performance.now() - began) / 1000 / BEDS.length;
    const path = join(folder, 'fire', bed.file);
    const span: UnderSpan = {
      digest: '',
      path,
      loudness: bed.loudness,
      seam: 0,
      start: 0,
      end: SECONDS,
      fadeIn: 2,
      fadeOut: 2,
    };
    const volumes = { narration: 1, music: 1, ambience: 1 };
    const finish: Finish = { music: [span], ambience: [span], volumes, loudness: -16 };
    const input: MixInput = {
      chunks: [{ digest: '', path: speak(folder), startSample: 0 }],
      ...{ sampleRate: SPEECH_RATE, totalSamples: SECONDS * SPEECH_RATE, tools },
    };
    const pace = async (one: MixInput, name: string): Promise<number> => {
      const started = performance.now();
      await mixStage.run(one, context(name));
      return (SECONDS * 1000) / (performance.now() - started);
    };
    const alone = await pace(input, 'alone');
    const all = await pace({ ...input, finish }, 'all');
    return [
      {
        name: 'Mix of 120 s: narration, music, ambience, loudness in two passes and a check',
        value: all,
        unit: 'x real time',
        baseline: { name: 'the narration alone', value: alone },
        ratio: all / alone,
        goal: '>= 48x real time (2.5 s)',
      },
      { name: 'A piece of music composed and made, one thread', value: each, unit: 's', goal: '<= 4 s' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Something that rises and falls as a voice does. */
function speak(folder: string): string {
  const samples = Int16Array.from({ length: SECONDS * SPEECH_RATE }, (_, index) => {
    const time = index / SPEECH_RATE;
    const sentence = Math.min(1, Math.max(0, 3 * Math.sin((2 * Math.PI * time) / 5) + 2));
    const syllable = 0.2 + 0.8 * Math.sin(Math.PI * 4.5 * time) ** 2;
    return 9000 * sentence * syllable * Math.sin(2 * Math.PI * 170 * time);
  });
  const path = join(folder, 'speech.wav');
  writeFileSync(path, encodeWav({ samples, sampleRate: SPEECH_RATE }));
  return path;
}

function ignore(): void {
  // Nobody watches a benchmark's single steps.
}
