/** Music and ambience on their places: what the mix and the previews lay under the narration. */
import { join } from 'node:path';
import type { FilmOptions } from '../../../shared/film.ts';
import { spansOf, type Span, type Under } from '../../sound/plan.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { Finish, UnderSpan } from '../finish.ts';
import { isPlain, loopKey, type LoopName, type Loops } from './sound-plan.ts';

/** Seconds in which the end of the author's own music goes over into its beginning. */
const OWN_SEAM = 3;
/** Seconds at a preview's ends, which are cut out of the film. */
const PREVIEW_FADE = 0.25;

/** For the whole film; undefined when its sound is the narration alone. */
export function filmFinish(
  under: readonly Under[],
  timeline: Timeline,
  loops: Loops,
  options: FilmOptions,
): Finish | undefined {
  if (isPlain(under, options)) return undefined;
  const { fps, totalFrames, scenes } = timeline;
  const starts = scenes.map(({ startFrame }) => startFrame / fps);
  const seconds = totalFrames / fps;
  const lay = <Name extends string>(nameOf: (one: Under) => Name | undefined): Span<Name>[] =>
    spansOf(
      under.map((one, index) => ({ start: starts[index]!, name: nameOf(one) })),
      seconds,
    );
  return {
    music: lay(({ music }) => music).map((span) => laid(span, { music: span.name }, loops)),
    ambience: lay(({ ambience }) => ambience).map((span) => laid(span, { ambience: span.name }, loops)),
    volumes: options.volumes,
    loudness: options.loudness,
  };
}

/** For one scene alone: the same sounds as in the film, each from its own beginning. */
export function sceneFinish(under: Under, seconds: number, loops: Loops, options: FilmOptions): Finish | undefined {
  if (isPlain([under], options)) return undefined;
  const whole = { start: 0, end: seconds, fadeIn: PREVIEW_FADE, fadeOut: PREVIEW_FADE };
  const { music, ambience } = under;
  return {
    music: music ? [laid({ ...whole, name: music }, { music }, loops)] : [],
    ambience: ambience ? [laid({ ...whole, name: ambience }, { ambience }, loops)] : [],
    volumes: options.volumes,
    loudness: options.loudness,
  };
}

function laid({ start, end, fadeIn, fadeOut }: Span, name: LoopName, loops: Loops): UnderSpan {
  const { directory, digest, output } = loops.get(loopKey(name))!;
  const isOwn = 'music' in name && name.music === 'own';
  return {
    ...{ digest, path: join(directory, output.file), loudness: output.loudness },
    ...{ start, end, fadeIn, fadeOut, seam: isOwn ? OWN_SEAM : 0 },
    lacks: output.isPart && end - start > output.seconds,
  };
}
