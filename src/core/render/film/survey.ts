import type { FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { Artefact, Stage } from '../../build/stage.ts';
import { composeStage } from '../compose.ts';
import { illustrateStage, type IllustrateOutput } from '../illustrate.ts';
import { mixStage } from '../mix.ts';
import { narrateStage, type NarrateOutput } from '../narrate.ts';
import { composeInput, filmTimeline, illustrateInput, mixInput, narrateInput, type Narrated } from './inputs.ts';
import type { FilmParts } from './parts.ts';
import { reasonText } from './reasons.ts';
import type { SceneUnit } from './units.ts';
import { guessWork, workOf } from './work.ts';

export interface SurveyedStep {
  readonly stage: string;
  readonly unit: string;
  readonly cached: boolean;
  /** Why it has to be made; absent when cached. */
  readonly reason?: string;
  /** Seconds on one thread by the rates measured on this machine; absent when cached or never measured. */
  readonly seconds?: number;
}

/**
 * What of a film is there and what has to be made, without making anything. What depends on something that is not there
 * yet has to be made as well, as far as one can know.
 */
export async function surveyFilm(
  storyboard: Storyboard,
  units: readonly SceneUnit[],
  options: FilmOptions,
  parts: FilmParts,
  projectId: string,
): Promise<SurveyedStep[]> {
  const { builder } = parts;
  const steps: SurveyedStep[] = [];

  async function look<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    unit: string,
    work: number,
  ): Promise<Artefact<Output> | undefined> {
    const { artefact, reason } = await builder.explain(stage, input, { projectId, unit });
    if (artefact) steps.push({ stage: stage.name, unit, cached: true });
    else push(stage.name, unit, reason ? reasonText(reason) : 'never made', work);
    return artefact;
  }

  function push(stage: string, unit: string, reason: string, work: number): void {
    const { seconds } = builder.estimate(stage, work);
    steps.push({ stage, unit, cached: false, reason, ...(seconds === undefined ? {} : { seconds }) });
  }

  const narration: (Narrated | undefined)[] = [];
  for (const unit of units) {
    const chunks: (Artefact<NarrateOutput> | undefined)[] = [];
    for (const chunk of unit.chunks) {
      chunks.push(await look(narrateStage, narrateInput(chunk, parts), chunk.name, workOf.chunk(chunk)));
    }
    narration.push(allThere(chunks));
  }
  const pictures: (Artefact<IllustrateOutput> | undefined)[] = [];
  for (const unit of units) {
    const input = illustrateInput(unit, storyboard, options, parts);
    pictures.push(await look(illustrateStage, input, unit.name, workOf.picture(input)));
  }
  for (const [index, unit] of units.entries()) {
    const [chunks, picture] = [narration[index], pictures[index]];
    if (chunks && picture) {
      const input = composeInput(unit, units.length, chunks, picture, options, parts);
      await look(composeStage, input, unit.name, workOf.segment(input));
    } else {
      push(
        'compose',
        unit.name,
        chunks ? 'its picture is made anew' : 'its narration is made anew',
        guessWork.segment(unit, options),
      );
    }
  }
  const told = allThere(narration);
  if (told) {
    const timeline = filmTimeline(units, told, options);
    await look(mixStage, mixInput(told, timeline, parts), 'film', workOf.sound(timeline));
  } else {
    push('mix', 'film', 'the narration is made anew', guessWork.sound(units));
  }
  return steps;
}

function allThere<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}
