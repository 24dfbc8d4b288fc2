import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Json } from '../build/stage.ts';
import { lineText } from '../../shared/captions/words.ts';
import { pictureName, soundName } from './assets.ts';
import { NOTHING_TO_SAY, type ExtraMaker } from './maker.ts';
import { extraPath } from './names.ts';
import { clip, dissolve, externalReference, gap, marker, timeline, timeRange, track } from './otio-schema.ts';
import type { FilmOutline, OutlineShot } from './outline.ts';

/**
 * The film as a timeline for editors: a clip a scene on a track of pictures and on one of narration, chapters and captions
 * as markers. With the folder of assets beside the film its clips are those pictures and sounds, else stretches of the
 * film itself.
 */
export const otioMaker: ExtraMaker = {
  version: 1,
  identity: (film) => toOtio(film),
  make: async (film, target) => {
    await writeFile(target, `${JSON.stringify(toOtio(film), undefined, 2)}\n`);
    return NOTHING_TO_SAY;
  },
};

export function toOtio(film: FilmOutline): Json {
  const { fps, title, language, shots, size } = film;
  const pictures = film.extras.includes('assets') ? stills(film) : stretches(film, 'Video');
  const narration = film.extras.includes('assets') ? sounds(film) : stretches(film, 'Audio');
  return timeline(title, [track('Pictures', 'Video', pictures), track('Narration', 'Audio', narration)], {
    markers: [...chapterMarkers(film), ...captionMarkers(film)],
    metadata: { storyloom: { version: 1, language, scenes: shots.length, width: size.width, height: size.height } },
    rate: fps,
  });
}

/** Scene after scene with its still picture, which has frames before its first one where it melts into the scene before. */
function stills(film: FilmOutline): Json[] {
  const { fps, shots } = film;
  return shots.flatMap((shot, index) => {
    const before = shots[index - 1]?.transition?.frames ?? 0;
    const media = externalReference(asset(film, pictureName(film, shot)), timeRange(0, before + shot.frames, fps));
    const still = clip(nameOf(shot), media, timeRange(before, shot.frames, fps), about(shot));
    const { transition } = shot;
    return transition ? [still, dissolve(transition.kind, transition.frames, 0, fps)] : [still];
  });
}

function sounds(film: FilmOutline): Json[] {
  const { fps, shots } = film;
  return shots.map((shot) => {
    const range = timeRange(0, shot.frames, fps);
    if (shot.speech.length === 0) return gap(shot.frames, fps);
    return clip(nameOf(shot), externalReference(asset(film, soundName(film, shot)), range), range, about(shot));
  });
}

function stretches(film: FilmOutline, kind: 'Video' | 'Audio'): Json[] {
  const { fps, totalFrames, shots } = film;
  const whole = externalReference(relativeUrl([basename(film.film)]), timeRange(0, totalFrames, fps));
  return shots.map((shot) => {
    if (kind === 'Audio' && shot.speech.length === 0) return gap(shot.frames, fps);
    return clip(nameOf(shot), whole, timeRange(shot.startFrame, shot.frames, fps), about(shot));
  });
}

function chapterMarkers({ chapters, fps }: FilmOutline): Json[] {
  return chapters.map(({ title, startFrame, endFrame }) =>
    marker(title, timeRange(startFrame, endFrame - startFrame, fps), 'GREEN'),
  );
}

function captionMarkers({ shots, fps }: FilmOutline): Json[] {
  return shots.flatMap(({ cues, startFrame }) =>
    cues.map(({ start, end, lines }) => {
      const first = Math.round(start * fps);
      const range = timeRange(startFrame + first, Math.round(end * fps) - first, fps);
      return marker(lines.map(lineText).join(' '), range, 'YELLOW');
    }),
  );
}

function nameOf({ number, title, id }: OutlineShot): string {
  if (number === undefined) return id;
  return title === undefined ? `Scene ${String(number)}` : `Scene ${String(number)}: ${title}`;
}

function about({ id, text }: OutlineShot): { readonly storyloom: Json } {
  return { storyloom: { scene: id, text } };
}

function asset(film: FilmOutline, name: string): string {
  return relativeUrl([basename(extraPath(film.film, 'assets')), name]);
}

function relativeUrl(parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}
