import type { FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { captionNotices } from './captions.ts';
import { isUntitled } from './cards.ts';
import type { MixOutput } from '../mix.ts';
import type { FilmMaterial } from './make.ts';
import type { KnownParts } from './parts.ts';
import { paintedNotices } from './painted-notices.ts';
import { SILENT_SECONDS, type SceneUnit } from './units.ts';

/** What the user should know about a film that was made: nothing that was left out stays unsaid. */
export function filmNotices(
  { title, notices }: Storyboard,
  units: readonly SceneUnit[],
  { pictures, sound }: FilmMaterial,
  options: FilmOptions,
  parts: KnownParts,
): string[] {
  const withoutTitle =
    options.titleCard && isUntitled(title) ? ['The story has no title: the film begins without a title card.'] : [];
  const undrawn = units.flatMap(({ scene, picture, card }, index) => {
    if (card || picture.kind !== 'drawn') return [];
    const missing = [...scene.graph.undrawn, ...pictures[index]!.output.notDrawn.map((each) => each.word)];
    const words = [...new Set(missing)];
    return words.length === 0 ? [] : [`Not drawn in scene ${String(scene.index + 1)}: ${words.join(', ')}.`];
  });
  const painted = units.flatMap(({ scene, picture, card }, index) =>
    !card && picture.kind === 'painted' ? [{ scene: scene.index + 1, notDrawn: pictures[index]!.output.notDrawn }] : [],
  );
  const silent = units
    .filter(({ card, chunks }) => !card && chunks.length === 0)
    .map(({ scene }) => {
      const which = `Scene ${String(scene.index + 1)}`;
      return `${which} has no words to say: its picture is shown for ${String(SILENT_SECONDS)} seconds.`;
    });
  const { gain } = sound.output;
  const quieter =
    gain < 1 ? [`The speech was turned down to ${String(Math.round(gain * 100))} % so that it does not clip.`] : [];
  const sounds = [...quieter, ...musicNotices(sound.output), ...loudnessNotices(sound.output, options)];
  return [
    ...notices,
    ...withoutTitle,
    ...captionNotices(units, options, parts),
    ...silent,
    ...undrawn,
    ...paintedNotices(painted),
    ...sounds,
  ];
}

/** LU, either way: what a film may be off what was asked for. */
const NEAR = 0.5;

function musicNotices({ lacksMusic }: MixOutput): string[] {
  return lacksMusic ? ['Your music is used for half an hour; then the film hears it from its beginning again.'] : [];
}

function loudnessNotices({ loudness }: MixOutput, { loudness: wanted }: FilmOptions): string[] {
  if (!loudness || wanted === 'off' || Math.abs(loudness.integrated - wanted) <= NEAR) return [];
  const is = `${loudness.integrated.toFixed(1)} LUFS`;
  return [`The film is at ${is}, not at ${String(wanted)}: its loudest moments would have to be distorted for that.`];
}
