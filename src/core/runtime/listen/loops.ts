/** A model that has lost the thread says the same again and again. Pure. */

/** Tokens of a phrase that may be said over and over. */
const LONGEST = 24;
/** So often in a row no storyteller says a phrase; a single word ("no, no, no, no") a little more often. */
const TIMES = 4;
const TIMES_OF_SHORT = 8;

/**
 * How many tokens at the end repeat the phrase before them, so often that it is a loop: 0 where it is none. The first time it
 * was said is not counted.
 */
export function loopAtEnd(tokens: readonly number[]): number {
  for (let length = 1; length <= LONGEST; length += 1) {
    const times = length <= 2 ? TIMES_OF_SHORT : TIMES;
    if (tokens.length < length * times) continue;
    let repeated = 0;
    while (
      repeated < tokens.length - length &&
      tokens[tokens.length - 1 - repeated] === tokens[tokens.length - 1 - repeated - length]
    ) {
      repeated += 1;
    }
    if (repeated >= length * (times - 1)) return repeated;
  }
  return 0;
}
