import type { FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { Artefact, Stage } from '../../build/stage.ts';
import type { Store } from '../../store/store.ts';
import { composeStage, type ComposeOutput } from '../compose.ts';
import { illustrateStage, type IllustrateOutput } from '../illustrate.ts';
import { mixStage, type MixOutput } from '../mix.ts';
import { narrateStage, type NarrateOutput } from '../narrate.ts';
import { exportKey, whyExport } from './exported.ts';
import { composeInput, filmTimeline, illustrateInput, mixInput, narrateInput, type Narrated } from './inputs.ts';
import { joinRequest } from './join.ts';
import type { FilmParts } from './parts.ts';
import { reasonText } from './reasons.ts';
import type { SceneUnit } from './units.ts';
import { guessWork, rateOf, workOf } from './work.ts';

export interface SurveyedStep {
  readonly stage: string;
  readonly unit: string;
  readonly cached: boolean;
  /** Why it has to be made; absent when cached. */
  readonly reason?: string;
  /** Seconds on one thread by the rates measured on this machine; absent when cached or never measured. */
  readonly seconds?: number;
}

/** Which film, where it should lie, and where is known what was made before. */
export interface SurveyPlace {
  readonly projectId: string;
  /** Absolute path. */
  readonly film: string;
  readonly store: Store;
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
  { projectId, film, store }: SurveyPlace,
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

  /** Seconds a unit of work; asked once a stage, a long story has tens of thousands of steps. */
  const paces = new Map<string, number | undefined>();
  function paceOf(stage: string): number | undefined {
    if (!paces.has(stage)) paces.set(stage, builder.estimate(rateOf(stage, options), 1).seconds);
    return paces.get(stage);
  }

  function push(stage: string, unit: string, reason: string, work: number): void {
    const pace = paceOf(stage);
    steps.push({ stage, unit, cached: false, reason, ...(pace === undefined ? {} : { seconds: pace * work }) });
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
  const segments: (Artefact<ComposeOutput> | undefined)[] = [];
  for (const [index, unit] of units.entries()) {
    const [chunks, picture] = [narration[index], pictures[index]];
    if (chunks && picture) {
      const input = composeInput(unit, units.length, chunks, picture, options, parts);
      segments.push(await look(composeStage, input, unit.name, workOf.segment(input)));
    } else {
      segments.push(undefined);
      push(
        'compose',
        unit.name,
        chunks ? 'its picture is made anew' : 'its narration is made anew',
        guessWork.segment(unit, options),
      );
    }
  }
  const told = allThere(narration);
  const timeline = told && filmTimeline(units, told, options);
  let sound: Artefact<MixOutput> | undefined;
  if (told && timeline) {
    sound = await look(mixStage, mixInput(told, timeline, parts), 'film', workOf.sound(timeline));
  } else {
    push('mix', 'film', 'the narration is made anew', guessWork.sound(units));
  }
  const [drawn, moved] = [allThere(pictures), allThere(segments)];
  if (told && timeline && drawn && moved && sound) {
    const material = { timeline, narration: told, pictures: drawn, segments: moved, sound };
    const key = exportKey(joinRequest(storyboard, units, material, film, parts.tools), material);
    const reason = await whyExport(store, film, key);
    if (reason === undefined) steps.push({ stage: 'export', unit: 'film', cached: true });
    else push('export', 'film', reason, workOf.film(timeline));
  } else {
    push(
      'export',
      'film',
      'its parts are made anew',
      timeline ? workOf.film(timeline) : guessWork.film(units, options),
    );
  }
  return steps;
}

function allThere<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}
