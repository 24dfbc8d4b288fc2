const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };
const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ man: 'men', woman: 'women', child: 'children', person: 'people', mouse: 'mice', goose: 'geese', ox: 'oxen' },
  ...{ sheep: 'sheep', deer: 'deer', fish: 'fish', wolf: 'wolves', elf: 'elves', thief: 'thieves', calf: 'calves' },
};

/** 'three small rabbits'. @param nouns without an article, its noun last */
export function manyWords(count: number, nouns: string): string {
  const words = nouns.split(' ');
  const noun = words.at(-1)!;
  const regular = /(?:s|x|z|ch|sh)$/u.test(noun) ? `${noun}es` : noun.replace(/([^aeiou])y$/u, '$1ie').concat('s');
  return [NUMBERS[count] ?? 'many', ...words.slice(0, -1), IRREGULAR[noun] ?? regular].join(' ');
}
