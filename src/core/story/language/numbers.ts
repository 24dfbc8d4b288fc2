const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const LARGE: Readonly<Record<string, number>> = {
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  thousand: 1000,
  dozen: 12,
};

/** 'four' -> 4, '12' -> 12; undefined for what is no number. */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,6}$/u.test(word)) return Number(word);
  const small = WORDS.indexOf(word);
  return small >= 0 ? small : LARGE[word];
}

/** How many 'some', 'several', 'many' are in a picture. */
export const VAGUE_COUNTS: Readonly<Record<string, number>> = {
  both: 2,
  couple: 2,
  pair: 2,
  few: 3,
  some: 3,
  several: 4,
  many: 6,
  all: 4,
  more: 3,
};
