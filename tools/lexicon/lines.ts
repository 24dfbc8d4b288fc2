/** `head: word word_two` lines of curated.ts: `_` stands for a space inside a word. */
export function parseLines(text: string): [string, string[]][] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [head, list] = line.split(': ');
      return [
        head!,
        (list ?? '')
          .split(' ')
          .filter(Boolean)
          .map((word) => word.replaceAll('_', ' ')),
      ];
    });
}
