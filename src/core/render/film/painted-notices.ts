import { NO_ROOM, UNTAUGHT, type PictureOutput } from './picture.ts';

export interface PaintedScene {
  /** 1 for the first. */
  readonly scene: number;
  readonly notDrawn: PictureOutput['notDrawn'];
}

/** So many scenes have a line each; of more, the words are told once for all of them. */
const MOST_LINES = 3;
const MOST_WORDS = 24;

/** What the model was not asked for, or does not know; painted over, it may be there from the drawing. */
export function paintedNotices(scenes: readonly PaintedScene[]): string[] {
  return [
    ...told(scenes, UNTAUGHT, {
      one: (number, words) => `The picture model was never taught what scene ${number} shows: ${words}.`,
      all: (count, words) => `The picture model was never taught what ${count} scenes show: ${words}.`,
    }),
    ...told(scenes, NO_ROOM, {
      one: (number, words) =>
        `Scene ${number} is more than the picture model can be told; it was not told of: ${words}.`,
      all: (count, words) =>
        `${count} scenes are more than the picture model can be told; it was not told of: ${words}.`,
    }),
  ];
}

interface Wording {
  readonly one: (number: string, words: string) => string;
  readonly all: (count: string, words: string) => string;
}

function told(scenes: readonly PaintedScene[], why: string, { one, all }: Wording): string[] {
  const found = scenes
    .map(({ scene, notDrawn }) => ({
      scene,
      words: notDrawn.flatMap(({ word, reason }) => (reason === why ? word : [])),
    }))
    .filter(({ words }) => words.length > 0);
  if (found.length <= MOST_LINES) return found.map(({ scene, words }) => one(String(scene), words.join(', ')));
  const words = [...new Set(found.flatMap((each) => each.words))];
  const more = words.length - MOST_WORDS;
  const listed = `${words.slice(0, MOST_WORDS).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
  return [all(String(found.length), listed)];
}
