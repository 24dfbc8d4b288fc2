/** What the camera films of a shot: its picture in one piece, its layers, or a blurred ground for a title. */
import type { Json } from '../build/stage.ts';
import { readPicture } from '../media/picture.ts';
import type { MediaTools } from '../media/tools.ts';
import { MOST_STEP } from '../motion/layers/layout.ts';
import { planLayers } from '../motion/layers/plan.ts';
import type { FlatLayout, Size, Source } from '../motion/layout.ts';
import { canvasSize, type Move } from '../motion/path.ts';
import { type Canvas, loadPicture } from '../motion/sampler.ts';
import type { Scene } from '../motion/scene.ts';
import { CARD_VERSION, cardSize, makeCard } from './card.ts';
import { type FilmedShot, planMove } from './camera.ts';

/** Raised when the same layers, move and seed would give other frames than before: part of a segment's identity. */
const PARALLAX_VERSION = 1;
/** Below this part of its size a drawing is scaled when its layers are loaded; above it the sampler does it well enough. */
const LEAST_KEPT = 0.8;

/** True when the shot's layers are filmed one by one. */
function isLayered({ motion, look, picture }: FilmedShot): boolean {
  return motion === 'parallax' && look === undefined && (picture.layers?.length ?? 0) > 0;
}

/** What decides how a shot looks, for a segment's key; the same object as ever for a plain one. */
export function describeShot(shot: FilmedShot): Record<string, Json> {
  const { kind, from, to } = planMove(shot);
  return {
    picture: shot.picture.digest,
    camera: { kind, from: { ...from }, to: { ...to } },
    ...(shot.look === undefined ? {} : { look: [shot.look, CARD_VERSION] }),
    ...(isLayered(shot) ? { parallax: PARALLAX_VERSION, seed: shot.seed } : {}),
  };
}

/** Room that the shot needs on a canvas. */
export function sourceOf(shot: FilmedShot): Source {
  const { picture, size } = shot;
  const move = planMove(shot);
  if (shot.look === 'card') return { kind: 'flat', size: cardSize(picture) };
  if (!isLayered(shot)) return { kind: 'flat', size: canvasSize(picture, size, move) };
  return {
    kind: 'layers',
    picture: { width: picture.width, height: picture.height },
    scale: keptScale(picture, size, move),
    // What falls is drawn as it falls.
    layers: planLayers(
      picture.layers!.filter(({ name }) => name !== 'weather' || !picture.live?.falling),
      picture,
    ),
  };
}

/** What the camera and the drawing do, for the thread that renders it. */
export function sceneOf(shot: FilmedShot): Scene {
  const { picture, seed, frames } = shot;
  const life = isLayered(shot) && picture.live ? { ...picture.live, seed } : undefined;
  return { move: planMove(shot), frames, life };
}

/** Loads a picture in one piece; layers are loaded by the thread that renders them. */
export async function loadScenery(
  canvas: Canvas,
  index: number,
  shot: FilmedShot,
  tools: MediaTools,
  signal: AbortSignal,
): Promise<void> {
  const source = canvas.layout.sources[index]!;
  if (source.kind !== 'flat') return;
  const size = source.planes[0]!.source;
  const pixels = await readPicture(tools, shot.picture.path, size, signal);
  if (shot.look === 'card') makeCard(pixels, size);
  loadPicture(canvas, source satisfies FlatLayout, pixels);
}

/** As large as the picture, unless a pixel of the film would then cover much more than one of its own. */
function keptScale(picture: Size, frame: Size, { from, to }: Move): number {
  const closest = Math.min(from.width, to.width);
  const widest = Math.max(from.width, to.width);
  const part = frame.width / (closest * picture.width);
  const most = (MOST_STEP * frame.width) / (Math.min(1, widest * 1.1) * picture.width);
  return Math.min(1, part > LEAST_KEPT ? 1 : part, most);
}
