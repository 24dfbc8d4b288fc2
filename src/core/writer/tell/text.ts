import { capital } from '../../story/describe/nouns.ts';

const SMALL = new Set('a an the and or but nor of in on at to for by from with who that as into over'.split(' '));

/** 'the loaf that could talk' -> 'The Loaf That Could Talk'. */
export function titleCase(title: string): string {
  return title
    .split(' ')
    .map((word, index) => (index > 0 && SMALL.has(word) && word !== 'that' ? word : capital(word)))
    .join(' ');
}

export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
