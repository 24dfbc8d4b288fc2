import type { Token } from './tokens.ts';

/** One word as the voice is to say it. */
export interface SpokenWord {
  readonly text: string;
  /** IPA, where the spelling would be read otherwise. */
  readonly ipa?: string;
}

/** What is said for one token. */
export interface Said {
  readonly words: readonly SpokenWord[];
  /** The full stop after the token belongs to an abbreviation, not to the sentence. */
  readonly stopIsPart?: boolean;
}

/** Looks at the token at `index` and its neighbours; gives what is said for it and for as many after it, or nothing. */
export type Rule = (tokens: readonly Token[], index: number) => readonly Said[] | undefined;

export function say(...words: readonly string[]): Said {
  return { words: words.flatMap((word) => word.split(' ').filter(Boolean)).map((text) => ({ text })) };
}

/** For an abbreviation whose full stop is its own. */
export function expand(...words: readonly string[]): Said {
  return { ...say(...words), stopIsPart: true };
}

/** 'BBC' -> B, B, C. A lone "A" would be read as the article. */
export function spell(letters: string): SpokenWord[] {
  return [...letters].map((letter) => {
    const text = letter.toLocaleUpperCase('en');
    return text === 'A' ? { text, ipa: 'ˈeɪ' } : { text };
  });
}

export function coreAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.core ?? '';
}

/** Rules begin with this: does one pattern match the whole core? */
export function match(pattern: RegExp, tokens: readonly Token[], index: number): RegExpExecArray | undefined {
  return pattern.exec(coreAt(tokens, index)) ?? undefined;
}
