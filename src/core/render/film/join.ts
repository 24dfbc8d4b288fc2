import { join } from 'node:path';
import type { Storyboard } from '../../../shared/story.ts';
import type { Chapter } from '../../media/metadata.ts';
import type { MediaTools } from '../../media/tools.ts';
import type { ExportRequest } from '../export.ts';
import type { FilmMaterial } from './make.ts';
import type { SceneUnit } from './units.ts';

/** The film's parts and what is written into it. */
export function joinRequest(
  storyboard: Storyboard,
  units: readonly SceneUnit[],
  { segments, sound, timeline }: FilmMaterial,
  target: string,
  tools: MediaTools,
): ExportRequest {
  return {
    segments: segments.map(({ directory, output }) => join(directory, output.file)),
    sound: join(sound.directory, sound.output.compressed),
    totalFrames: timeline.totalFrames,
    fps: timeline.fps,
    title: storyboard.title,
    comment: 'Made with Storyloom',
    chapters: units.map((unit, index): Chapter => {
      const { startFrame, frames } = timeline.scenes[index]!;
      return { title: chapterTitle(unit), startFrame, endFrame: startFrame + frames };
    }),
    // The narrator speaks nothing else; ISO 639-2.
    language: 'eng',
    target,
    tools,
  };
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
