import { join } from 'node:path';
import { frameSize, type FilmOptions } from '../../../shared/film.ts';
import { LANCZOS, STYLE_STRENGTHS } from '../../../shared/pictures.ts';
import type { CastMember } from '../../../shared/story.ts';
import type { Artefact, Stage } from '../../build/stage.ts';
import { promptOf } from '../../story/prompt/scene-prompt.ts';
import { blankStage } from '../blank.ts';
import { enlargeStage } from '../enlarge.ts';
import { illustrateStage, type IllustrateInput, type IllustrateOutput } from '../illustrate.ts';
import { paintSize } from '../paint-size.ts';
import { paintStage, type PaintStart } from '../paint.ts';
import { placeStage } from '../place.ts';
import { shippedLexicon } from '../plan.ts';
import { upscaleStage } from '../upscale.ts';
import type { KnownParts } from './parts.ts';
import type { Motif, PictureSource } from './units.ts';
import { rateOf, workOf } from './work.ts';

/** Pictures are drawn larger than the film, so that the camera can move without enlarging them. */
const OVERSCAN = 1.125;

/** Why something of a scene is not in its painting. */
export const NO_ROOM = 'there was no room for it in the prompt';
export const UNTAUGHT = 'the picture model was never taught it';

const NO_UPSCALER = 'its upscaler is not on this machine';

/** A drawing, a painting and the author's own picture are used alike. */
export type PictureOutput = IllustrateOutput;

export interface PictureWork {
  readonly work: number;
  readonly rate: string;
}

/** What is done with each stage on a picture's way: it is looked for, or made. */
export interface PictureSteps {
  /** Undefined where it is only looked for, and not there. */
  take<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    how: PictureWork,
  ): Promise<Artefact<Output> | undefined>;
  /** Hears of a stage that cannot be looked for, and why. */
  lacks(stage: string, reason: string, how: PictureWork): void;
}

/** Walks through the stages that make a scene's picture. Undefined as soon as one of them is not there. */
export async function pictureBy(
  steps: PictureSteps,
  source: PictureSource,
  cast: readonly CastMember[],
  options: FilmOptions,
  parts: KnownParts,
): Promise<Artefact<PictureOutput> | undefined> {
  const size = overscanned(options);
  const work = workOf.picture(size);
  switch (source.kind) {
    case 'own':
      return steps.take(placeStage, { picture: source.own, ...size }, { work, rate: 'place' });
    case 'blank':
      return steps.take(blankStage, { ground: source.ground, ...size }, { work, rate: 'blank' });
    case 'drawn':
      return draw(steps, drawingInput(source, cast, size, parts), options);
    case 'painted':
      return paint(steps, source, cast, options, parts);
  }
}

function overscanned(options: Pick<FilmOptions, 'shape' | 'size'>): {
  readonly width: number;
  readonly height: number;
} {
  const { width, height } = frameSize(options);
  const even = (length: number): number => Math.ceil((length * OVERSCAN) / 2) * 2;
  return { width: even(width), height: even(height) };
}

function drawingInput(
  { graph, style, seed, story }: Motif,
  cast: readonly CastMember[],
  size: Pick<IllustrateInput, 'width' | 'height'>,
  { illustrator }: KnownParts,
): IllustrateInput {
  return { graph, cast, story, style, seed, ...size, illustrator };
}

function draw(steps: PictureSteps, input: IllustrateInput, options: FilmOptions) {
  return steps.take(illustrateStage, input, { work: workOf.picture(input), rate: rateOf('illustrate', options) });
}

/** Drawn where it is painted over, painted near the model's own size, enlarged to the film's, by an upscaler first where there is one. */
async function paint(
  steps: PictureSteps,
  source: Extract<PictureSource, { kind: 'painted' }>,
  cast: readonly CastMember[],
  options: FilmOptions,
  parts: KnownParts,
): Promise<Artefact<PictureOutput> | undefined> {
  const { painter, enlarger } = parts;
  const { graph, style, seed, over } = source;
  const size = overscanned(options);
  const enlarging = { work: workOf.picture(size), rate: 'enlarge' };
  // As for a film of 1080 lines, whatever the film's size: then all of them are painted over the same drawing.
  const drawingSize = overscanned({ shape: options.shape, size: '1080p' });
  const drawing =
    over === 'drawing' ? await draw(steps, drawingInput(source, cast, drawingSize, parts), options) : undefined;
  let upscaling: PictureWork | undefined;
  const lacksLarger = (reason: string): undefined => {
    if (upscaling) steps.lacks(upscaleStage.name, enlarger ? reason : NO_UPSCALER, upscaling);
    steps.lacks(enlargeStage.name, reason, enlarging);
  };
  const lacksPainting = (reason: string, how: PictureWork): undefined => {
    steps.lacks(paintStage.name, reason, how);
    return lacksLarger('its painting is made anew');
  };
  if (!painter)
    return lacksPainting('the picture model is not on this machine yet', { work: 1, rate: paintStage.name });
  const { width, height } = paintSize(frameSize(options), painter.side);
  // What is painted as large as the film needs no upscaler.
  if (enlarger !== LANCZOS && width < size.width)
    upscaling = { work: width * height, rate: `${upscaleStage.name} ${enlarger?.id ?? ''}` };
  const count = options.pictureSteps ?? painter.steps;
  const strength = over === 'drawing' ? (options.pictureStrength ?? STYLE_STRENGTHS[style]) : 1;
  const painting = { work: width * height * count * strength, rate: `${paintStage.name} ${painter.id}` };
  if (over === 'drawing' && !drawing) return lacksPainting('its drawing is made anew', painting);
  const prompt = promptOf(graph, cast, { style, seed, lexicon: shippedLexicon() });
  const start = drawing && startOf(drawing, strength);
  const painted = await steps.take(
    paintStage,
    { prompt, style, width, height, steps: options.pictureSteps, start, painter },
    painting,
  );
  if (!painted) return lacksLarger('its painting is made anew');
  const { output } = painted;
  const notDrawn = [
    ...output.dropped.map((word) => ({ word, reason: NO_ROOM })),
    ...output.untaught.map((word) => ({ word, reason: UNTAUGHT })),
  ];
  const figures = drawing && { focus: drawing.output.focus, heads: drawing.output.heads };
  if (upscaling && (!enlarger || enlarger === LANCZOS)) return lacksLarger(NO_UPSCALER);
  const larger = upscaling
    ? await steps.take(upscaleStage, { painting: fileOf(painted), upscaler: enlarger }, upscaling)
    : painted;
  if (!larger) {
    steps.lacks(enlargeStage.name, 'its painting is enlarged anew', enlarging);
    return undefined;
  }
  return steps.take(enlargeStage, { painting: fileOf(larger), notDrawn, figures, ...size }, enlarging);
}

function fileOf({ directory, digest, output }: Artefact<{ readonly picture: string }>) {
  return { path: join(directory, output.picture), digest };
}

function startOf(drawing: Artefact<PictureOutput>, strength: number): PaintStart {
  return { ...fileOf(drawing), strength };
}
