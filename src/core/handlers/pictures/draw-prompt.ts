/** A prompt as the storybook sees it: a story of one scene. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Style } from '../../../shared/story.ts';
import type { Builder } from '../../build/contract.ts';
import type { Artefact } from '../../build/stage.ts';
import { illustrateStage, type IllustrateOutput } from '../../render/illustrate.ts';
import { guessLanguage } from '../../story/read/language.ts';
import type { Workplace } from '../../workplace.ts';

export interface DrawPromptRequest {
  readonly prompt: string;
  readonly style: Style;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
}

export interface Making {
  readonly builder: Builder;
  /** Keeps what is made from being trimmed until it is released. */
  readonly hold: string;
  readonly signal: AbortSignal;
}

/**
 * Draws what is understood of a prompt.
 * @returns the drawing, and what of the prompt it does not show
 * @throws StudioError `input` when there is not a word in it
 */
export async function drawPrompt(
  workplace: Workplace,
  { prompt, style, seed, width, height }: DrawPromptRequest,
  { builder, hold, signal }: Making,
): Promise<{ readonly drawing: Artefact<IllustrateOutput>; readonly dropped: readonly string[] }> {
  if (!/[\p{L}\p{N}]/u.test(prompt)) {
    throw new StudioError(ErrorCode.input, 'There is not a word in the prompt.', {
      hint: 'Say in a sentence what is to be seen: "a fox in a forest at night".',
    });
  }
  const storyboard = workplace.planner.story({
    title: '',
    language: guessLanguage(prompt),
    parts: [{ paragraphs: [prompt.replace(/\s+/gu, ' ').trim()], overrides: {}, whole: true }],
    pronunciations: {},
    notices: [],
  });
  const { graph } = storyboard.scenes[0]!;
  const input = { graph, cast: storyboard.cast, style, seed, width, height, illustrator: workplace.illustrator() };
  const drawing = await builder.make(illustrateStage, input, { unit: 'prompt', hold, signal });
  const dropped = new Set([...graph.undrawn, ...drawing.output.notDrawn.map(({ word }) => word)]);
  return { drawing, dropped: [...dropped] };
}
