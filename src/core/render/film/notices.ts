import type { FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { captionNotices } from './captions.ts';
import { isUntitled } from './cards.ts';
import type { FilmMaterial } from './make.ts';
import type { KnownParts } from './parts.ts';
import type { SceneUnit } from './units.ts';

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
    if (card || picture.kind === 'own') return [];
    const missing = [...scene.graph.undrawn, ...pictures[index]!.output.notDrawn.map((each) => each.word)];
    const words = [...new Set(missing)];
    return words.length === 0 ? [] : [`Not drawn in scene ${String(scene.index + 1)}: ${words.join(', ')}.`];
  });
  const { gain } = sound.output;
  const quieter =
    gain < 1 ? [`The speech was turned down to ${String(Math.round(gain * 100))} % so that it does not clip.`] : [];
  return [...notices, ...withoutTitle, ...captionNotices(units, options, parts), ...undrawn, ...quieter];
}
