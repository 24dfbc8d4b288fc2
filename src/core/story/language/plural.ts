const IRREGULAR: Readonly<Record<string, string>> = {
  mouse: 'mice',
  goose: 'geese',
  child: 'children',
  man: 'men',
  woman: 'women',
  ox: 'oxen',
  tooth: 'teeth',
  foot: 'feet',
  person: 'people',
  wolf: 'wolves',
  elf: 'elves',
  dwarf: 'dwarfs',
  leaf: 'leaves',
  loaf: 'loaves',
  thief: 'thieves',
  sheep: 'sheep',
  deer: 'deer',
  fish: 'fish',
  knife: 'knives',
  wife: 'wives',
  calf: 'calves',
};

/** 'small rabbits'. @param noun without an article; its last word is the noun */
export function pluralOf(noun: string): string {
  const cut = noun.lastIndexOf(' ') + 1;
  const last = noun.slice(cut);
  const before = noun.slice(0, cut);
  const irregular = IRREGULAR[last] ?? compound(last);
  if (irregular !== undefined) return before + irregular;
  if (/(?:s|x|z|ch|sh)$/u.test(last)) return `${noun}es`;
  if (/[^aeiou]y$/u.test(last)) return `${noun.slice(0, -1)}ies`;
  if (/(?:potato|tomato|hero|echo)$/u.test(last)) return `${noun}es`;
  return `${noun}s`;
}

function compound(noun: string): string | undefined {
  if (/.(?:man|woman)$/u.test(noun) && !/(?:human|german|roman)$/u.test(noun)) return noun.replace(/man$/u, 'men');
  return undefined;
}
