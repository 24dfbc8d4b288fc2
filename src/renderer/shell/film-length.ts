/** Words a second of a calm voice, the pauses between sentences included. */
const PACE = 2.4;

export function wordsOf(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

/** About how long a film of so many words is, in seconds. */
export function filmSeconds(words: number): number {
  return words / PACE;
}
