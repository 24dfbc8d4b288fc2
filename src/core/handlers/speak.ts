import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WordTiming } from '../../shared/story.ts';
import { checkPlace } from '../media/place.ts';
import { saveSound, soundFormatOf } from '../media/sound.ts';
import { encodeWav } from '../runtime/speech/wav.ts';
import { createProgress } from '../progress.ts';
import { speakText } from '../render/speak-text.ts';
import { readStoryFile } from '../render/film/storyboard.ts';
import { readStory } from '../story/read/read-story.ts';
import type { Workplace } from '../workplace.ts';
import { reportFetch } from '../fetch-progress.ts';
import type { RenderHooks } from './render-film.ts';

export interface SpeakTextRequest {
  /** The words themselves, or the path of a story file. */
  readonly input: string;
  /** Absolute path; its ending is the format. */
  readonly output: string;
  readonly voice: string;
  readonly speed: number;
}

export interface SpeakReport {
  readonly output: string;
  /** Seconds of sound, and of work. */
  readonly duration: number;
  readonly seconds: number;
  readonly words: readonly WordTiming[];
}

/** @throws StudioError for a voice, speed, format or text that cannot be; CancelledError */
export async function speakToFile(
  workplace: Workplace,
  { input, output, voice, speed }: SpeakTextRequest,
  { signal, onProgress }: RenderHooks,
): Promise<SpeakReport> {
  // What cannot be saved is said before it is spoken.
  soundFormatOf(output);
  await checkPlace(output);
  const text = await textOf(input);
  const tools = await workplace.media();
  const narrator = await workplace.narrator('kokoro', { signal, onProgress: reportFetch(onProgress) });
  const started = performance.now();
  const progress = createProgress({ weights: { narrate: 1 }, emit: onProgress });
  const spoken = await speakText(text, {
    narrator,
    voice,
    speed,
    signal,
    onProgress: (value) => {
      progress.update('narrate', { done: value, total: 1, message: 'Speaking' });
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'storyloom-speak-'));
  try {
    const wave = join(folder, 'speech.wav');
    await writeFile(wave, encodeWav(spoken));
    await saveSound(tools, wave, output, { signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  progress.finish();
  return {
    output,
    duration: spoken.samples.length / spoken.sampleRate,
    seconds: (performance.now() - started) / 1000,
    words: spoken.words,
  };
}

/** A name of a file that is there is a file; everything else is words. */
async function textOf(input: string): Promise<string> {
  const path = resolve(input);
  const isFile = input.length < 1000 && !input.includes('\n') && (await stat(path).catch(() => undefined))?.isFile();
  if (!isFile) return input;
  const { title, parts } = readStory(await readStoryFile(path), path);
  return [
    title,
    ...parts.flatMap((part) => [...(part.title === undefined ? [] : [part.title]), ...part.paragraphs]),
  ].join('\n\n');
}
