import { join } from 'node:path';
import { planCues } from '../../../shared/captions/cues.ts';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { FilmOutline, OutlineShot } from '../../extras/outline.ts';
import { explainScene } from '../../story/explain.ts';
import { SPEECH_FILE } from '../narrate.ts';
import { unitWords } from './captions.ts';
import type { Narrated } from './inputs.ts';
import type { FilmMaterial } from './make.ts';
import { framesOfTransition } from './shots.ts';
import type { SceneUnit } from './units.ts';

/** What is written beside a film, and what is told within it of its words and pictures, is made from this. */
export function outlineFilm(
  { title, language, cast }: Storyboard,
  units: readonly SceneUnit[],
  { timeline, narration, pictures }: FilmMaterial,
  options: FilmOptions,
  film: string,
): FilmOutline {
  const { fps, totalFrames, sampleRate, totalSamples } = timeline;
  const cuts = transitions(units, narration, options);
  const shots = units.map((unit, index): OutlineShot => {
    const { scene, card } = unit;
    const { startFrame, frames, chunkStarts } = timeline.scenes[index]!;
    const { directory, digest, output } = pictures[index]!;
    const told = narration[index]!;
    const transition = cuts[index];
    return {
      ...(card ? {} : { number: scene.index + 1 }),
      id: scene.id,
      ...(scene.title === undefined ? {} : { title: scene.title }),
      text: scene.text,
      startFrame,
      frames,
      picture: { path: join(directory, output.picture), digest, width: output.width, height: output.height },
      shows: shownIn(unit, cast),
      speech: told.map((chunk, place) => ({
        path: join(chunk.directory, SPEECH_FILE),
        digest: chunk.digest,
        startSample: chunkStarts[place]!,
        samples: chunk.output.samples,
      })),
      cues: planCues(unitWords(unit, told, options), { fps, until: frames / fps }),
      ...(transition ? { transition } : {}),
      interest: interestOf(unit),
    };
  });
  return {
    ...{ film, extras: options.extras, title, language, fps, totalFrames, sampleRate, totalSamples, shots },
    size: frameSize(options),
    chapters: shots.map(({ startFrame, frames }, index) => ({
      title: chapterTitle(units[index]!),
      startFrame,
      endFrame: startFrame + frames,
    })),
  };
}

function shownIn({ picture, scene }: SceneUnit, cast: Storyboard['cast']): string {
  if (picture.kind === 'own') return 'A picture of the author’s.';
  return picture.kind === 'blank' ? picture.title : explainScene(scene, cast);
}

function transitions(
  units: readonly SceneUnit[],
  narration: readonly Narrated[],
  options: FilmOptions,
): OutlineShot['transition'][] {
  return units.map((unit, index) => {
    const { transition } = unit;
    const frames = framesOfTransition(unit, narration[index]!, options);
    return transition === 'cut' || frames === 0 || index === units.length - 1
      ? undefined
      : { kind: transition, frames };
  });
}

/** Three figures fill a picture. */
const FULL = 3;

function interestOf({ scene }: SceneUnit): number {
  const seen = scene.graph.entities.filter(({ role }) => role === 'character' || role === 'prop');
  return Math.min(
    1,
    seen.reduce((sum, { weight, role }) => sum + (role === 'character' ? weight : weight / 2), 0) / FULL,
  );
}

const LONGEST_TITLE = 60;

/** The scene's heading, else its first words. */
function chapterTitle({ scene }: SceneUnit): string {
  const words = (scene.title ?? scene.text).split(/\s+/u).filter(Boolean);
  let title = '';
  for (const word of words) {
    if (title.length + word.length + 1 > LONGEST_TITLE) return `${title || word.slice(0, LONGEST_TITLE)} …`;
    title += (title === '' ? '' : ' ') + word;
  }
  return title || `scene ${String(scene.index + 1)}`;
}
