import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import type { CastMember } from '../../../shared/story.ts';
import type { Stage } from '../../build/stage.ts';
import { blankStage } from '../blank.ts';
import { illustrateStage, type IllustrateOutput } from '../illustrate.ts';
import { placeStage } from '../place.ts';
import type { KnownParts } from './parts.ts';
import type { PictureSource } from './units.ts';
import { rateOf, workOf } from './work.ts';

/** Pictures are drawn larger than the film, so that the camera can move without enlarging them. */
const OVERSCAN = 1.125;

/** A drawing and the author's own picture are used alike. */
export type PictureOutput = IllustrateOutput;

export interface PictureWork {
  readonly work: number;
  readonly rate: string;
}

/** Hands the stage that makes a picture, with its input, to whoever wants to look for it or to run it. */
export function withPicture<Result>(
  source: PictureSource,
  cast: readonly CastMember[],
  options: FilmOptions,
  { illustrator }: KnownParts,
  use: <Input>(stage: Stage<Input, PictureOutput>, input: Input, how: PictureWork) => Result,
): Result {
  const { width, height } = frameSize(options);
  const even = (length: number): number => Math.ceil((length * OVERSCAN) / 2) * 2;
  const size = { width: even(width), height: even(height) };
  const work = workOf.picture(size);
  if (source.kind === 'own') {
    return use(placeStage, { picture: source.own, ...size }, { work, rate: 'place' });
  }
  if (source.kind === 'blank') {
    return use(blankStage, { ground: source.ground, ...size }, { work, rate: 'blank' });
  }
  const { graph, style, seed, story } = source;
  const input = { graph, cast, story, style, seed, ...size, illustrator };
  return use(illustrateStage, input, { work, rate: rateOf('illustrate', options) });
}
