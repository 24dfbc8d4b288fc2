/** Plurals that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  mice: 'mouse',
  geese: 'goose',
  children: 'child',
  men: 'man',
  women: 'woman',
  oxen: 'ox',
  teeth: 'tooth',
  feet: 'foot',
  people: 'person',
  dice: 'die',
  lice: 'louse',
  cacti: 'cactus',
};

/** The word itself and every singular that it could be the plural of; the last word of a phrase is the one that bends. */
export function singularForms(phrase: string): string[] {
  const cut = phrase.lastIndexOf(' ') + 1;
  const before = phrase.slice(0, cut);
  return [phrase, ...singulars(phrase.slice(cut)).map((word) => before + word)];
}

function singulars(word: string): string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [irregular];
  if (/(?:fish|ss|us|is)$/u.test(word) || !word.endsWith('s')) {
    const compound = /^(.+)(men|women|mice|children)$/u.exec(word);
    return compound ? [compound[1]! + IRREGULAR[compound[2]!]!] : [];
  }
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('ves')) return [`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`, word.slice(0, -1)];
  if (/(?:[sxz]|ch|sh|o)es$/u.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return [word.slice(0, -1)];
}
