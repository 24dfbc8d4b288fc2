/** What listening is measured on: the three stories told by two voices, clean, with room noise at 15 dB and as 64 kbit/s MP3. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { speakText } from '../../src/core/render/speak-text.ts';
import { encodeWav } from '../../src/core/runtime/speech/wav.ts';
import { readStory } from '../../src/core/story/read/read-story.ts';
import type { Workplace } from '../../src/core/workplace.ts';
import { addRoomNoise } from '../../tests/helpers/room-noise.ts';

export const VOICES = ['af_heart', 'bm_george'];
export const STORIES = ['examples/lighthouse-otter.md', 'examples/north-wind-and-sun.txt', 'examples/peter-rabbit.txt'];

export interface Told {
  /** 'peter-rabbit, bm_george'. */
  readonly name: string;
  readonly clean: string;
  readonly noisy: string;
  readonly mp3: string;
  /** As the narrator said them: seconds from the first sample. */
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  readonly seconds: number;
}

/** Tells what the folder does not have yet. */
export async function tellStories(workplace: Workplace, folder: string): Promise<Told[]> {
  await mkdir(folder, { recursive: true });
  const told: Told[] = [];
  for (const story of STORIES) {
    for (const voice of VOICES) told.push(await tell(workplace, folder, story, voice));
  }
  return told;
}

async function tell(workplace: Workplace, folder: string, story: string, voice: string): Promise<Told> {
  const name = basename(story).replace(/\.\w+$/, '');
  const base = join(folder, `${name}-${voice}`);
  const paths = { clean: `${base}.wav`, noisy: `${base}-noise.wav`, mp3: `${base}-64k.mp3` };
  if (!existsSync(`${base}.json`)) {
    const { title, parts } = readStory(await readFile(story), story);
    const lines = parts.flatMap((part) => [...(part.title === undefined ? [] : [part.title]), ...part.paragraphs]);
    const narrator = await workplace.narrator('kokoro', {});
    const spoken = await speakText([title, ...lines].join('\n\n'), { narrator, voice, speed: 1 });
    await writeFile(paths.clean, encodeWav(spoken));
    await writeFile(
      paths.noisy,
      encodeWav({ ...spoken, samples: addRoomNoise(spoken.samples, spoken.sampleRate, 15) }),
    );
    const { run } = await workplace.media();
    await run(['-v', 'error', '-y', '-i', paths.clean, '-c:a', 'libmp3lame', '-b:a', '64k', paths.mp3]);
    const seconds = spoken.samples.length / spoken.sampleRate;
    await writeFile(`${base}.json`, JSON.stringify({ words: spoken.words, seconds }));
  }
  const facts = JSON.parse(await readFile(`${base}.json`, 'utf8')) as Pick<Told, 'words' | 'seconds'>;
  return { name: `${name}, ${voice}`, ...paths, ...facts };
}
