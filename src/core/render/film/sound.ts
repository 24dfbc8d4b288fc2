/** Everything about a film's sound: what lies under its narration, and how it is made, looked for and heard in a preview. */
import { isStudioError } from '../../../shared/errors.ts';
import type { FilmOptions } from '../../../shared/film.ts';
import type { Artefact } from '../../build/stage.ts';
import type { Under } from '../../sound/plan.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { LoopOutput } from '../bed.ts';
import type { ComposeOutput } from '../compose.ts';
import { mixStage, type MixInput, type MixOutput } from '../mix.ts';
import { previewStage, type PreviewInput, type PreviewOutput } from '../preview.ts';
import { filmTimeline, mixInput, previewInput, type Narrated } from './inputs.ts';
import type { Lookout } from './look.ts';
import type { Making } from './make-scene.ts';
import type { KnownParts } from './parts.ts';
import { filmFinish, sceneFinish } from './sound-finish.ts';
import { loopKey, loopsOf, underUnits, withLoop, type Loops } from './sound-plan.ts';
import type { SceneUnit } from './units.ts';
import { guessWork, workOf } from './work.ts';

/** What the sound of one film is made with. */
type SoundMaking = Pick<Making, 'options' | 'parts' | 'run' | 'signal'>;

/** The whole film's sound, as soon as all of it is narrated; music and ambience are made meanwhile. */
export async function makeSound(
  units: readonly SceneUnit[],
  narration: readonly Promise<Narrated>[],
  making: SoundMaking,
): Promise<Artefact<MixOutput>> {
  const { options, parts, run, signal } = making;
  const under = underUnits(units, options);
  const [loops, ...told] = await Promise.all([makeLoops(under, making), ...narration]);
  const timeline = filmTimeline(units, told, options);
  const input = finishedMix(mixInput(told, timeline, parts), under, timeline, loops, options);
  return run(mixStage, input, { unit: 'film', work: workOf.sound(timeline), rate: rateOfSound('mix', input), signal });
}

/** Looks for the whole film's sound; `told` and `timeline` are there when all of it is narrated. */
export async function surveySound(
  lookout: Lookout,
  units: readonly SceneUnit[],
  told: readonly Narrated[] | undefined,
  timeline: Timeline | undefined,
  options: FilmOptions,
  parts: KnownParts,
): Promise<Artefact<MixOutput> | undefined> {
  const under = underUnits(units, options);
  const loops = await surveyLoops(lookout, under, options, parts);
  if (told && timeline && loops) {
    const input = finishedMix(mixInput(told, timeline, parts), under, timeline, loops, options);
    return lookout.look(mixStage, input, 'film', workOf.sound(timeline), rateOfSound('mix', input));
  }
  const reason = told ? 'its music is made anew' : 'the narration is made anew';
  lookout.miss('mix', 'film', reason, guessWork.sound(units));
  return undefined;
}

/** One scene with its sound. @param reel all of the film: what lies under a scene depends on its neighbours */
export async function makePreview(
  unit: SceneUnit,
  reel: readonly SceneUnit[],
  told: Narrated,
  segment: Artefact<ComposeOutput>,
  making: SoundMaking,
): Promise<Artefact<PreviewOutput>> {
  const { options, parts, run, signal } = making;
  const under = underOf(unit, reel, options);
  const loops = await makeLoops([under], making);
  const input = finishedPreview(previewInput(unit, told, segment, options, parts), under, loops, options);
  const rate = rateOfSound('preview', input);
  return run(previewStage, input, { unit: unit.name, work: workOf.sound(input), rate, signal });
}

export async function surveyPreview(
  lookout: Lookout,
  unit: SceneUnit,
  reel: readonly SceneUnit[],
  told: Narrated | undefined,
  segment: Artefact<ComposeOutput> | undefined,
  options: FilmOptions,
  parts: KnownParts,
): Promise<Artefact<PreviewOutput> | undefined> {
  const under = underOf(unit, reel, options);
  const loops = await surveyLoops(lookout, [under], options, parts).catch((error: unknown) => {
    // Music that cannot be used is no reason not to look at a scene: who makes it is told.
    if (!isStudioError(error)) throw error;
    lookout.miss('own-music', 'music own', error.message, 1);
    return undefined;
  });
  if (segment && told && loops) {
    const input = finishedPreview(previewInput(unit, told, segment, options, parts), under, loops, options);
    return lookout.look(previewStage, input, unit.name, workOf.sound(input), rateOfSound('preview', input));
  }
  lookout.miss('preview', unit.name, 'its parts are made anew', guessWork.sound([unit]));
  return undefined;
}

function underOf(unit: SceneUnit, reel: readonly SceneUnit[], options: FilmOptions): Under {
  return underUnits(reel, options)[reel.indexOf(unit)]!;
}

function finishedMix(
  input: MixInput,
  under: readonly Under[],
  timeline: Timeline,
  loops: Loops,
  options: FilmOptions,
): MixInput {
  const finish = filmFinish(under, timeline, loops, options);
  return finish ? { ...input, finish } : input;
}

function finishedPreview(input: PreviewInput, under: Under, loops: Loops, options: FilmOptions): PreviewInput {
  const finish = sceneFinish(under, input.totalSamples / input.sampleRate, loops, options);
  return finish ? { ...input, finish } : input;
}

/** Mixing takes longer than adding the narration alone. */
function rateOfSound(stage: string, { finish }: Pick<MixInput, 'finish'>): string {
  return finish ? `${stage} in full` : stage;
}

async function makeLoops(under: readonly Under[], { options, parts, run, signal }: SoundMaking): Promise<Loops> {
  const made = await Promise.all(
    loopsOf(under).map(async (name): Promise<[string, Artefact<LoopOutput>]> => {
      const unit = loopKey(name);
      const artefact = await withLoop(name, options, parts, (stage, input) =>
        run(stage, input, { unit, work: 1, signal }),
      );
      return [unit, artefact];
    }),
  );
  return new Map(made);
}

async function surveyLoops(
  lookout: Lookout,
  under: readonly Under[],
  options: FilmOptions,
  parts: KnownParts,
): Promise<Loops | undefined> {
  const found = new Map<string, Artefact<LoopOutput>>();
  const names = loopsOf(under);
  for (const name of names) {
    const unit = loopKey(name);
    const artefact = await withLoop(name, options, parts, (stage, input) => lookout.look(stage, input, unit, 1));
    if (artefact) found.set(unit, artefact);
  }
  return found.size === names.length ? found : undefined;
}
