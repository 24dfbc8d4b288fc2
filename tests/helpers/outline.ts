import type { OutlineShot, WrittenFilm } from '../../src/core/extras/outline.ts';

/** A shot of two seconds at 24 frames a second. */
export function shotOf(number: number, more: Partial<OutlineShot> = {}): OutlineShot {
  return {
    number,
    id: `scene-00${String(number)}`,
    text: `The words of scene ${String(number)}.`,
    startFrame: (number - 1) * 48,
    frames: 48,
    picture: { path: `/cache/${String(number)}.png`, digest: `digest-${String(number)}`, width: 1440, height: 810 },
    shows: 'a fox',
    speech: [],
    cues: [],
    interest: 0.5,
    ...more,
  };
}

export function outlineOf(shots: readonly OutlineShot[], more: Partial<WrittenFilm> = {}): WrittenFilm {
  const totalFrames = shots.reduce((sum, { frames }) => sum + frames, 0);
  return {
    film: '/films/the film.mp4',
    filmKey: 'key',
    extras: [],
    title: 'The Film',
    language: 'en',
    fps: 24,
    size: { width: 1280, height: 720 },
    totalFrames,
    sampleRate: 24_000,
    totalSamples: totalFrames * 1000,
    shots,
    chapters: [],
    ...more,
  };
}
