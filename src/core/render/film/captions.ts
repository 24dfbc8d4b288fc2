/** What is burned into a unit's segment: the words that are said, or what a card says. */
import { createHash } from 'node:crypto';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import type { CaptionWord } from '../../../shared/captions/types.ts';
import { captionWords } from '../../../shared/captions/words.ts';
import type { Artefact } from '../../build/stage.ts';
import { burnIn } from '../../captions/burn-in.ts';
import { CARD_BOX, cardBurnIn, cardEvents } from '../../captions/card.ts';
import { fontsFor } from '../../captions/fonts.ts';
import type { BurnIn } from '../../captions/types.ts';
import { remember } from '../../story/remember.ts';
import { layTimeline } from '../../story/timeline.ts';
import { whereIs } from '../camera.ts';
import { burnInProblem } from '../captions.ts';
import type { Shot } from '../shot.ts';
import type { KnownParts } from './parts.ts';
import type { PictureOutput } from './picture.ts';
import { framesOfTransition, spokenScene, timelineOptions, type Narrated } from './shots.ts';
import { isTold } from './told.ts';
import type { SceneUnit } from './units.ts';

type CaptionParts = Pick<KnownParts, 'tools' | 'fontFolder'>;

/** The author's words of a unit with the times of what is said, seconds from its first frame. */
export function unitWords(unit: SceneUnit, chunks: Narrated, options: FilmOptions): CaptionWord[] {
  const { sampleRate, scenes } = layTimeline([spokenScene(unit, chunks)], timelineOptions(options));
  const timed = chunks.flatMap((chunk, index) => {
    const offset = scenes[0]!.chunkStarts[index]! / sampleRate;
    return chunk.output.words.map(({ text, start, end }) => ({ text, start: start + offset, end: end + offset }));
  });
  return captionWords(narratedText(unit), timed);
}

/** As it is read aloud: the heading first, which nobody reads in a recording. */
function narratedText(unit: SceneUnit): string {
  const { title, text } = unit.scene;
  return title === undefined || isTold(unit) ? text : `${title}\n\n${text}`;
}

/** A film's worth of scenes: who looks whether they are made asks again and again. */
const recall = remember<{ readonly burned: BurnIn | undefined }>(400, () => 1);

/**
 * Undefined where nothing is burned in. Words are there until the next unit comes in, and keep off the heads of who is to be
 * seen. @param shot of the unit
 */
export function burnedIn(
  unit: SceneUnit,
  chunks: Narrated,
  picture: Artefact<PictureOutput>,
  shot: Shot,
  options: FilmOptions,
  { tools, fontFolder }: CaptionParts,
): BurnIn | undefined {
  const { captions: style, fps } = options;
  if (burnInProblem(tools)) return undefined;
  const size = frameSize(options);
  const { frames } = shot;
  const until = (frames - framesOfTransition(unit, chunks, options)) / fps;
  const { card, scene, leadIn } = unit;
  if (card) {
    const fonts = fontsFor(scene.text, { cache: fontFolder });
    return cardBurnIn({ kind: card, text: scene.text, size, fps, frames, until, fonts });
  }
  const heading = unit.picture.kind === 'blank' ? unit.picture.title : undefined;
  if (style === 'none') {
    if (heading === undefined) return undefined;
    const fonts = fontsFor(heading, { cache: fontFolder });
    return cardBurnIn({ kind: 'scene', text: heading, size, fps, frames, until, fonts });
  }
  const { motion, seed } = shot;
  const known = { style, size, fps, frames, until, motion, seed, leadIn, fontFolder, picture: picture.digest };
  const said = chunks.map(({ digest }, index) => [digest, unit.chunks[index]!.pauseAfter]);
  const key = JSON.stringify([known, narratedText(unit), said, heading]);
  return recall(createHash('sha256').update(key).digest('base64'), () => {
    const words = unitWords(unit, chunks, options);
    const told = words.map(({ text }) => text).join(' ');
    const fonts = fontsFor(heading === undefined ? told : `${told} ${heading}`, { cache: fontFolder });
    const card =
      heading === undefined ? undefined : ({ kind: 'scene', text: heading, size, fps, frames, until, fonts } as const);
    const heads = (seconds: number) => {
      const frame = Math.min(frames - 1, Math.round(seconds * fps));
      if (card) return [CARD_BOX];
      return picture.output.heads.map((head) => whereIs(head, shot, size, fps, frame));
    };
    const beside = card && cardEvents(card);
    return { burned: burnIn({ style, words, size, fps, frames, until, heads, fonts, beside }) };
  }).burned;
}

/** What the user should know about the film's captions; known before anything is made. */
export function captionNotices(
  units: readonly SceneUnit[],
  options: FilmOptions,
  { tools, fontFolder }: CaptionParts,
): readonly string[] {
  const told =
    options.captions === 'none' ? units.filter(({ card, picture }) => card ?? picture.kind === 'blank') : units;
  if (told.length === 0) return [];
  const problem = burnInProblem(tools);
  if (problem !== undefined) return [problem];
  return fontsFor(told.map(narratedText).join('\n'), { cache: fontFolder }).notices;
}
