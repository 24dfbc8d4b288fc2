/** What stands before and after the story: its title, and its end. */
import type { FilmOptions } from '../../../shared/film.ts';
import { UNTITLED } from '../../story/document.ts';
import type { ChunkUnit, SceneUnit } from './units.ts';

/** With a space, which no scene's id has. */
export const TITLE_CARD = 'title card';
const CLOSING_CARD = 'closing card';
/** In the language that the narrator speaks. */
const THE_END = 'The End';

/** Seconds: the title comes before it is said, and is read by whoever does not hear it; the end is quiet. */
const TITLE_IN = 0.7;
const TITLE_OUT = 0.6;
const UNSPOKEN_TITLE = 2.4;
const CLOSING = 3;

export function isUntitled(title: string): boolean {
  return title === UNTITLED;
}

/**
 * The scenes with the cards that the film has. The breath before the first word and the rest after the last one are then the
 * cards'.
 * @param title `chunks` are the title as it is spoken
 */
export function withCards(
  scenes: readonly SceneUnit[],
  title: { readonly title: string; readonly chunks: () => readonly ChunkUnit[] },
  options: Pick<FilmOptions, 'titleCard' | 'closingCard'>,
): SceneUnit[] {
  const units = [...scenes];
  const first = units[0];
  if (first && options.titleCard && !isUntitled(title.title)) {
    units[0] = { ...first, leadIn: 0 };
    units.unshift(titleCard(first, title.title, title.chunks()));
  }
  const last = units.at(-1);
  if (last && options.closingCard) {
    const wished = last.scene.overrides.transition;
    const transition = wished === undefined || wished === 'auto' ? 'dissolve' : wished;
    units[units.length - 1] = { ...last, leadOut: 0, transition };
    units.push(closingCard(last));
  }
  return units;
}

function titleCard(first: SceneUnit, title: string, chunks: readonly ChunkUnit[]): SceneUnit {
  return {
    ...cardOf(first, { name: TITLE_CARD, card: 'title', text: title }),
    chunks,
    leadIn: TITLE_IN,
    leadOut: chunks.length === 0 ? UNSPOKEN_TITLE : TITLE_OUT,
    transition: 'dissolve',
  };
}

function closingCard(last: SceneUnit): SceneUnit {
  return {
    ...cardOf(last, { name: CLOSING_CARD, card: 'closing', text: THE_END }),
    ...{ chunks: [], leadIn: 0, leadOut: CLOSING, transition: 'cut' },
  };
}

function cardOf(
  { scene, picture }: SceneUnit,
  { name, card, text }: { readonly name: string; readonly card: 'title' | 'closing'; readonly text: string },
) {
  const { index, graph } = scene;
  return { name, card, picture, scene: { id: name, index, text, quotes: [], graph, overrides: {} } } as const;
}

/** Which of a film's units is drawn for each of them: a card shows the picture of the scene beside it. */
export function drawnAt(units: readonly SceneUnit[], index: number): number {
  const { card } = units[index]!;
  if (card === undefined) return index;
  return card === 'title' ? index + 1 : index - 1;
}
