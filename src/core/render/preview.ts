import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordTiming } from '../../shared/story.ts';
import type { Stage, StageContext } from '../build/stage.ts';
import { addSound } from '../media/arguments.ts';
import { levelPreview } from '../media/sound-arguments.ts';
import type { MediaTools } from '../media/tools.ts';
import { feedNarration, levelOf } from './feed.ts';
import { dropRaw, finishIdentity, levelFor, mixAll, type Finish } from './finish.ts';
import { OUTPUT_RATE, type SpokenPiece } from './mix.ts';

interface PreviewPiece extends SpokenPiece {
  /** Seconds from the piece's first sample. */
  readonly words: readonly WordTiming[];
}

export interface PreviewInput {
  readonly segment: {
    readonly path: string;
    /** Of the artefact that it comes from. */
    readonly digest: string;
  };
  /** The scene's own, counted from its first sample. */
  readonly chunks: readonly PreviewPiece[];
  readonly sampleRate: number;
  /** Exactly as long as the segment. */
  readonly totalSamples: number;
  /** What lies under the scene in the film, from its beginning; its loudness is reached by this scene's own. */
  readonly finish?: Finish | undefined;
  readonly tools: MediaTools;
}

export interface PreviewOutput {
  readonly file: string;
  readonly seconds: number;
  readonly bytes: number;
  /** All that is said, in seconds from the preview's start. */
  readonly words: readonly { readonly [Key in keyof WordTiming]: WordTiming[Key] }[];
}

const PREVIEW_FILE = 'preview.mp4';

/** One scene as it will be in the film: its very segment, with its own sound. */
export const previewStage = {
  name: 'preview',
  version: 1,
  identity: ({ segment, chunks, sampleRate, totalSamples, finish, tools }) => ({
    segment: segment.digest,
    chunks: chunks.map(({ digest, startSample }) => ({ digest, startSample })),
    sampleRate,
    totalSamples,
    ffmpeg: tools.ffmpeg.version,
    ...(finish ? { finish: finishIdentity(finish) } : {}),
  }),
  run: async (input, context) => {
    const { chunks, sampleRate, totalSamples, finish } = input;
    const output = join(context.directory, PREVIEW_FILE);
    if (finish) await addFinished(input, finish, output, context);
    else await addNarration(input, output, context);
    const words = chunks.flatMap((chunk) =>
      chunk.words.map(({ text, start, end }) => {
        const offset = chunk.startSample / sampleRate;
        return { text, start: round(start + offset), end: round(end + offset) };
      }),
    );
    const seconds = totalSamples / sampleRate;
    return { file: PREVIEW_FILE, seconds, bytes: (await stat(output)).size, words };
  },
} as const satisfies Stage<PreviewInput, PreviewOutput>;

async function addNarration(input: PreviewInput, output: string, { signal, report }: StageContext): Promise<void> {
  const { segment, sampleRate, totalSamples, tools } = input;
  const seconds = totalSamples / sampleRate;
  const { gain } = await levelOf(input, signal);
  const sound = { inputRate: sampleRate, outputRate: OUTPUT_RATE, outputSamples: Math.round(seconds * OUTPUT_RATE) };
  await tools.run(addSound({ segment: segment.path, output, ...sound }), {
    signal,
    feed: (encoder) => feedNarration(encoder, input, gain),
    onProgress: (progress) => {
      report(Math.min(1, progress.seconds / seconds));
    },
  });
}

async function addFinished(input: PreviewInput, finish: Finish, output: string, context: StageContext): Promise<void> {
  const { segment, tools } = input;
  const wave = join(context.directory, 'narration.wav');
  const mixed = await mixAll(input, wave, finish, tools, context);
  await tools.run(levelPreview(mixed.raw, levelFor(mixed, finish.loudness), segment.path, output), {
    signal: context.signal,
  });
  await dropRaw(mixed);
  await rm(wave);
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
