/** Everything about a film's sound: what lies under its narration, and how it is made, looked for and heard in a preview. */
import type { FilmOptions } from '../../../shared/film.ts';
import type { Artefact } from '../../build/stage.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { ComposeOutput } from '../compose.ts';
import { mixStage, type MixOutput } from '../mix.ts';
import { previewStage, type PreviewOutput } from '../preview.ts';
import { filmTimeline, mixInput, previewInput, type Narrated } from './inputs.ts';
import type { Lookout } from './look.ts';
import type { Making } from './make-scene.ts';
import type { KnownParts } from './parts.ts';
import type { SceneUnit } from './units.ts';
import { guessWork, workOf } from './work.ts';

/** What the sound of one film is made with. */
type SoundMaking = Pick<Making, 'options' | 'run' | 'signal'> & { readonly parts: KnownParts };

/** The whole film's sound, as soon as all of it is narrated. */
export async function makeSound(
  units: readonly SceneUnit[],
  narration: readonly Promise<Narrated>[],
  { options, parts, run, signal }: SoundMaking,
): Promise<Artefact<MixOutput>> {
  const told = await Promise.all(narration);
  const timeline = filmTimeline(units, told, options);
  return run(mixStage, mixInput(told, timeline, parts), { unit: 'film', work: workOf.sound(timeline), signal });
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
  if (told && timeline) {
    return lookout.look(mixStage, mixInput(told, timeline, parts), 'film', workOf.sound(timeline));
  }
  lookout.miss('mix', 'film', 'the narration is made anew', guessWork.sound(units));
  return undefined;
}

/** One scene with its sound. @param units of the whole film, by the scenes' ids: what lies under a scene depends on its neighbours */
export function makePreview(
  unit: SceneUnit,
  units: ReadonlyMap<string, SceneUnit>,
  told: Narrated,
  segment: Artefact<ComposeOutput>,
  { options, parts, run, signal }: SoundMaking,
): Promise<Artefact<PreviewOutput>> {
  const input = previewInput(unit, told, segment, options, parts);
  return run(previewStage, input, { unit: unit.name, work: workOf.sound(input), signal });
}

export async function surveyPreview(
  lookout: Lookout,
  unit: SceneUnit,
  units: ReadonlyMap<string, SceneUnit>,
  told: Narrated | undefined,
  segment: Artefact<ComposeOutput> | undefined,
  options: FilmOptions,
  parts: KnownParts,
): Promise<Artefact<PreviewOutput> | undefined> {
  if (segment && told) {
    const input = previewInput(unit, told, segment, options, parts);
    return lookout.look(previewStage, input, unit.name, workOf.sound(input));
  }
  lookout.miss('preview', unit.name, 'its parts are made anew', guessWork.sound([unit]));
  return undefined;
}
