/** The names that are spelled most like a word, the nearest first: for "did you mean". */
export function nearNames(word: string, names: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  const distance = (name: string) => {
    const own = name.toLowerCase();
    // 'heart' for 'af_heart' is nearer than any spelling.
    return wanted !== '' && (own.includes(wanted) || wanted.includes(own)) ? 0 : editDistance(wanted, own);
  };
  return names
    .map((name) => ({ name, distance: distance(name) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** Levenshtein: letters put in, left out or changed. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
