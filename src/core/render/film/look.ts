import type { FilmOptions } from '../../../shared/film.ts';
import type { CastMember } from '../../../shared/story.ts';
import type { StaleReason } from '../../build/contract.ts';
import type { Artefact, Stage } from '../../build/stage.ts';
import { composeStage, type ComposeOutput } from '../compose.ts';
import { narrateStage, type NarrateOutput } from '../narrate.ts';
import { ownVoiceStage } from '../own-voice.ts';
import { recordingStage, type RecordingOutput } from '../recording.ts';
import { composeInput, narrateInput, type Narrated } from './inputs.ts';
import type { KnownParts } from './parts.ts';
import { pictureBy, type PictureOutput } from './picture.ts';
import { reasonText } from './reasons.ts';
import { framesOfTransition, needsTelling, type Following } from './shots.ts';
import { isNarrated, ownVoiceInput, recordingInput, recordingKey, type RecordedChunk } from './told.ts';
import type { SceneUnit } from './units.ts';
import { guessWork, rateOf, workOf } from './work.ts';

export interface SurveyedStep {
  readonly stage: string;
  readonly unit: string;
  readonly cached: boolean;
  /** Why it has to be made; absent when cached. */
  readonly reason?: string;
  /** The same as the build knows it; absent also where what it is made from is not there yet. */
  readonly kind?: StaleReason['kind'];
  /** Seconds on one thread by the rates measured on this machine; absent when cached or never measured. */
  readonly seconds?: number;
}

/** Looks for the pieces of scenes without making any, and keeps what it found. */
export interface Lookout {
  /** What was looked for, in that order. */
  readonly steps: readonly SurveyedStep[];
  look<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    unit: string,
    work: number,
    rate?: string,
  ): Promise<Artefact<Output> | undefined>;
  /** Takes down what was found by other means. */
  have(stage: string, unit: string): void;
  /** Takes down what cannot be looked for, because what it is made from is not there yet. */
  miss(stage: string, unit: string, reason: string, work: number): void;
  chunks(unit: SceneUnit): Promise<Narrated | undefined>;
  picture(unit: SceneUnit): Promise<Artefact<PictureOutput> | undefined>;
  /** @param next the unit after it, as far as it is there */
  segment(unit: SceneUnit, pieces: Found, next: FoundUnit | undefined): Promise<Artefact<ComposeOutput> | undefined>;
}

/** What a segment is made of, as far as it is there. */
export interface Found {
  readonly chunks: Narrated | undefined;
  readonly picture: Artefact<PictureOutput> | undefined;
}

export interface FoundUnit extends Found {
  readonly unit: SceneUnit;
}

export function createLookout(
  cast: readonly CastMember[],
  options: FilmOptions,
  parts: KnownParts,
  projectId: string,
): Lookout {
  const { builder, narrator } = parts;
  const steps: SurveyedStep[] = [];
  /** Seconds a unit of work; asked once a rate, a long story has tens of thousands of steps. */
  const paces = new Map<string, number | undefined>();

  function push(step: SurveyedStep, rate: string, work: number): void {
    if (!paces.has(rate)) paces.set(rate, builder.estimate(rate, 1).seconds);
    const pace = paces.get(rate);
    steps.push({ ...step, ...(pace === undefined ? {} : { seconds: pace * work }) });
  }

  const recordings = new Map<string, Promise<Artefact<RecordingOutput> | undefined>>();
  async function lookForRecorded(chunk: RecordedChunk): Promise<Artefact<NarrateOutput> | undefined> {
    const key = recordingKey(chunk);
    const { name } = chunk.stretch.file;
    // Once for a film, however many scenes are cut from it.
    if (!recordings.has(key)) recordings.set(key, lookout.look(recordingStage, recordingInput(chunk, parts), name, 1));
    const recording = await recordings.get(key);
    const work = workOf.recorded(chunk);
    if (recording) return lookout.look(ownVoiceStage, ownVoiceInput(chunk, recording, options), chunk.name, work);
    lookout.miss(ownVoiceStage.name, chunk.name, 'its recording is made ready first', work);
    return undefined;
  }

  const lookout: Lookout = {
    steps,
    async look(stage, input, unit, work, rate = rateOf(stage.name, options)) {
      const { artefact, reason } = await builder.explain(stage, input, { projectId, unit });
      if (artefact) lookout.have(stage.name, unit);
      else {
        const { kind } = reason ?? { kind: 'never-made' as const };
        const text = reasonText(reason ?? { kind: 'never-made' });
        push({ stage: stage.name, unit, cached: false, reason: text, kind }, rate, work);
      }
      return artefact;
    },
    have(stage, unit) {
      steps.push({ stage, unit, cached: true });
    },
    miss(stage, unit, reason, work) {
      push({ stage, unit, cached: false, reason }, rateOf(stage, options), work);
    },
    async chunks(unit) {
      const chunks: (Artefact<NarrateOutput> | undefined)[] = [];
      for (const chunk of unit.chunks) {
        if (!isNarrated(chunk)) {
          chunks.push(await lookForRecorded(chunk));
          continue;
        }
        const work = workOf.chunk(chunk);
        if (narrator) chunks.push(await lookout.look(narrateStage, narrateInput(chunk, narrator), chunk.name, work));
        else {
          chunks.push(undefined);
          lookout.miss('narrate', chunk.name, 'the voice is not on this machine yet', work);
        }
      }
      return allThere(chunks);
    },
    picture: ({ name, picture }) =>
      pictureBy(
        {
          take: (stage, input, { work, rate }) => lookout.look(stage, input, name, work, rate),
          lacks: (stage, reason, { work, rate }) => {
            push({ stage, unit: name, cached: false, reason }, rate, work);
          },
        },
        picture,
        cast,
        options,
        parts,
      ),
    async segment(unit, { chunks, picture }, next) {
      const missing = (reason: string): undefined => {
        lookout.miss('compose', unit.name, reason, guessWork.segment(unit, options));
      };
      if (!chunks) return missing('its narration is made anew');
      if (!picture) return missing('its picture is made anew');
      let following: Following | undefined;
      if (next && framesOfTransition(unit, chunks, options) > 0) {
        if (!next.picture) return missing('the picture of the next scene is made anew');
        if (!next.chunks && needsTelling(next.unit, next.picture, options)) {
          return missing('the narration of the next scene is made anew');
        }
        following = { unit: next.unit, picture: next.picture, chunks: next.chunks };
      }
      const input = composeInput(unit, chunks, picture, following, options, parts);
      return lookout.look(composeStage, input, unit.name, workOf.segment(input));
    },
  };
  return lookout;
}

export function allThere<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}
