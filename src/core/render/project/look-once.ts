/**
 * What was found of a scene a moment ago. Who looks at all scenes of a film comes by each picture twice: where the scene before
 * shows its beginning, and at the scene itself.
 */
import type { Artefact } from '../../build/stage.ts';
import type { Narrated } from '../film/inputs.ts';
import type { Lookout } from '../film/look.ts';
import type { PictureOutput } from '../film/picture.ts';
import { isNarrated } from '../film/told.ts';
import type { SceneUnit } from '../film/units.ts';
import { blankStage } from '../blank.ts';
import { enlargeStage } from '../enlarge.ts';
import { illustrateStage } from '../illustrate.ts';
import { narrateStage } from '../narrate.ts';
import { ownVoiceStage } from '../own-voice.ts';
import { paintStage } from '../paint.ts';
import { placeStage } from '../place.ts';

/** Milliseconds; what is lost from the cache meanwhile is noticed by the next look. */
const FRESH_MS = 500;

interface Seen<Value> {
  readonly value: Value;
  readonly at: number;
}

const pictures = new WeakMap<SceneUnit, Seen<Artefact<PictureOutput>>>();
const narration = new WeakMap<SceneUnit, Seen<Narrated>>();

/** That a picture has gone through when it is there. */
function stagesOf({ picture }: SceneUnit): readonly string[] {
  switch (picture.kind) {
    case 'own':
      return [placeStage.name];
    case 'blank':
      return [blankStage.name];
    case 'drawn':
      return [illustrateStage.name];
    case 'painted':
      return [...(picture.over === 'drawing' ? [illustrateStage.name] : []), paintStage.name, enlargeStage.name];
  }
}

export function lookForPicture(unit: SceneUnit, lookout: Lookout): Promise<Artefact<PictureOutput> | undefined> {
  return lookOnce(
    pictures,
    unit,
    () => lookout.picture(unit),
    () => {
      for (const stage of stagesOf(unit)) lookout.have(stage, unit.name);
    },
  );
}

export function lookForChunks(unit: SceneUnit, lookout: Lookout): Promise<Narrated | undefined> {
  return lookOnce(
    narration,
    unit,
    () => lookout.chunks(unit),
    () => {
      for (const chunk of unit.chunks) {
        lookout.have((isNarrated(chunk) ? narrateStage : ownVoiceStage).name, chunk.name);
      }
    },
  );
}

async function lookOnce<Value>(
  seen: WeakMap<SceneUnit, Seen<Value>>,
  unit: SceneUnit,
  look: () => Promise<Value | undefined>,
  have: () => void,
): Promise<Value | undefined> {
  const known = seen.get(unit);
  if (known && performance.now() - known.at < FRESH_MS) {
    have();
    return known.value;
  }
  const value = await look();
  if (value === undefined) seen.delete(unit);
  else seen.set(unit, { value, at: performance.now() });
  return value;
}
