/** Who judges what the picture-book model paints, and over what. */
import type { RgbPicture } from '../../src/core/providers/painter.ts';
import { openSession } from '../../src/core/runtime/onnx.ts';
import { randomNumbers } from '../../src/shared/random.ts';
import {
  CHARACTERS,
  type Character,
  isHeldOut,
  makeScene,
  type Place,
  PLACE_NAMES,
  type TaughtScene,
} from './scenes.ts';

/** Sides of the pictures that the classifier was taught, in pixels. */
export const JUDGED_SIDE = 384;
/** In the order of the classifier's answers. */
const ORDER = { characters: [...CHARACTERS].sort(), places: [...PLACE_NAMES].sort() };

export interface Classifier {
  /** @param picture JUDGED_SIDE wide and high */
  see(picture: RgbPicture): Promise<{ readonly character: Character; readonly place: Place }>;
  dispose(): Promise<void>;
}

/** @param path a graph as train_classifier.py writes it */
export async function openClassifier(path: string, threads: number): Promise<Classifier> {
  const session = await openSession(path, { threads });
  return {
    see: async ({ pixels }) => {
      const shape = [1, 3, JUDGED_SIDE, JUDGED_SIDE];
      const seen = await session.run({ picture: { type: 'float32', data: planes(pixels), shape } });
      return {
        character: ORDER.characters[best(seen['characters']!.data)]!,
        place: ORDER.places[best(seen['places']!.data)]!,
      };
    },
    dispose: () => session.dispose(),
  };
}

/** Scenes with one figure in plain weather: of those that are never taught, or of all. */
export function scenesToJudge(count: number, seed: number, { heldOut }: { readonly heldOut: boolean }): TaughtScene[] {
  const random = randomNumbers(seed);
  const found: TaughtScene[] = [];
  while (found.length < count) {
    const scene = makeScene(random, { plain: true });
    if (!heldOut || isHeldOut(scene.character, scene.place)) found.push(scene);
  }
  return found;
}

/** -1..1, plane by plane. */
function planes(pixels: Uint8Array): Float32Array {
  const size = pixels.length / 3;
  return Float32Array.from(
    { length: pixels.length },
    (_, at) => pixels[(at % size) * 3 + Math.floor(at / size)]! / 127.5 - 1,
  );
}

function best(logits: Float32Array): number {
  return logits.reduce((found, value, index) => (value > logits[found]! ? index : found), 0);
}
