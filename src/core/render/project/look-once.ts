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
import { narrateStage } from '../narrate.ts';
import { ownVoiceStage } from '../own-voice.ts';

/** Milliseconds; what is lost from the cache meanwhile is noticed by the next look. */
const FRESH_MS = 500;

interface Seen<Value> {
  readonly value: Value;
  readonly at: number;
}

const pictures = new WeakMap<SceneUnit, Seen<FoundPicture>>();
const narration = new WeakMap<SceneUnit, Seen<Narrated>>();

interface FoundPicture {
  readonly picture: Artefact<PictureOutput>;
  /** That it has gone through. */
  readonly stages: readonly string[];
}

export async function lookForPicture(unit: SceneUnit, lookout: Lookout): Promise<Artefact<PictureOutput> | undefined> {
  const found = await lookOnce(
    pictures,
    unit,
    async () => {
      const before = lookout.steps.length;
      const picture = await lookout.picture(unit);
      // Others may be looked for meanwhile.
      const own = lookout.steps.slice(before).filter((step) => step.unit === unit.name);
      return picture && { picture, stages: own.map(({ stage }) => stage) };
    },
    ({ stages }) => {
      for (const stage of stages) lookout.have(stage, unit.name);
    },
  );
  return found?.picture;
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
  have: (value: Value) => void,
): Promise<Value | undefined> {
  const known = seen.get(unit);
  if (known && performance.now() - known.at < FRESH_MS) {
    have(known.value);
    return known.value;
  }
  const value = await look();
  if (value === undefined) seen.delete(unit);
  else seen.set(unit, { value, at: performance.now() });
  return value;
}
