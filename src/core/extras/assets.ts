import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lineText } from '../../shared/captions/words.ts';
import type { Json } from '../build/stage.ts';
import { layNarration } from '../media/narration.ts';
import { waveHeader } from '../media/wave.ts';
import { NOTHING_TO_SAY, type ExtraMaker } from './maker.ts';
import { ASSETS_INDEX, numberedName } from './names.ts';
import { gainFor, placementIdentity, placementOf } from './narration.ts';
import type { FilmOutline, OutlineShot } from './outline.ts';

/**
 * A folder with all that the film was made of, for whoever wants to cut it anew: each scene's picture, narration and words,
 * the story, and project.json, which tells when each of them comes and what is said in it.
 */
export const assetsMaker: ExtraMaker = {
  version: 1,
  identity: (film) => ({
    ...placementIdentity(film),
    pictures: film.shots.map(({ picture }) => picture.digest),
    project: projectOf(film),
  }),
  make: async (film, target, { signal, report }) => {
    const gain = await gainFor(placementOf(film), signal);
    for (const [index, shot] of film.shots.entries()) {
      signal.throwIfAborted();
      await copyFile(shot.picture.path, join(target, pictureName(film, shot)));
      if (shot.speech.length > 0) await writeSound(film, shot, gain, join(target, soundName(film, shot)));
      if (shot.text !== '') await writeFile(join(target, wordsName(film, shot)), `${shot.text}\n`);
      report((index + 1) / film.shots.length);
    }
    await writeFile(join(target, 'story.txt'), storyOf(film));
    await writeFile(join(target, ASSETS_INDEX), `${JSON.stringify(projectOf(film), undefined, 2)}\n`);
    return NOTHING_TO_SAY;
  },
};

export function pictureName(film: FilmOutline, shot: OutlineShot): string {
  return `${shotName(film, shot)}.png`;
}

export function soundName(film: FilmOutline, shot: OutlineShot): string {
  return `${shotName(film, shot)}.wav`;
}

function wordsName(film: FilmOutline, shot: OutlineShot): string {
  return `${shotName(film, shot)}.txt`;
}

/** Cards have the numbers that leave them in their place: scene-000 before the first scene, one more after the last. */
function shotName({ shots }: FilmOutline, shot: OutlineShot): string {
  const before = shots[0]?.number === undefined ? 0 : 1;
  return numberedName(shot.number ?? shots.indexOf(shot) + before, shots.length);
}

/** As long as the scene, so that it can be laid under its picture as it is. */
async function writeSound(film: FilmOutline, shot: OutlineShot, gain: number, target: string): Promise<void> {
  const { sampleRate, fps } = film;
  const first = (shot.startFrame * sampleRate) / fps;
  const chunks = shot.speech.map(({ path, startSample }) => ({ path, startSample: startSample - first }));
  const totalSamples = (shot.frames * sampleRate) / fps;
  const pieces: Uint8Array[] = [waveHeader(totalSamples, sampleRate)];
  for await (const piece of layNarration({ chunks, sampleRate, totalSamples }, gain)) {
    pieces.push(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  await writeFile(target, pieces);
}

function storyOf({ title, shots }: FilmOutline): string {
  const scenes = shots.filter(({ number }) => number !== undefined);
  const parts = scenes.map((shot) => (shot.title === undefined ? shot.text : `${shot.title}\n\n${shot.text}`));
  return `${[title, ...parts].join('\n\n')}\n`;
}

/** Times are seconds: of a scene from the film's start, of what is said in it from the scene's. */
function projectOf(film: FilmOutline): Json {
  const { title, language, fps, size, totalFrames, shots, chapters } = film;
  return {
    storyloomAssets: 1,
    title,
    language,
    film: basename(film.film),
    fps,
    width: size.width,
    height: size.height,
    frames: totalFrames,
    seconds: totalFrames / fps,
    story: 'story.txt',
    scenes: shots.map((shot): Json => {
      const { number, id, text, startFrame, frames, picture, speech, cues } = shot;
      return {
        id,
        ...(number === undefined ? { card: true } : { number }),
        ...(shot.title === undefined ? {} : { title: shot.title }),
        text,
        startFrame,
        frames,
        start: startFrame / fps,
        seconds: frames / fps,
        picture: { file: pictureName(film, shot), width: picture.width, height: picture.height },
        ...(speech.length === 0 ? {} : { narration: soundName(film, shot) }),
        ...(text === '' ? {} : { words: wordsName(film, shot) }),
        ...(shot.transition ? { transition: shot.transition.kind, transitionFrames: shot.transition.frames } : {}),
        captions: cues.map(({ start, end, lines }) => ({
          start: round(start),
          end: round(end),
          lines: lines.map(lineText),
          said: lines.flat().map((word) => ({ text: word.text, start: round(word.start), end: round(word.end) })),
        })),
      };
    }),
    chapters: chapters.map((chapter) => ({ ...chapter })),
  };
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
