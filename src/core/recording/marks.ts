/** The marks that words of a transcript carry. */
import { isAbbreviated } from '../story/sentences.ts';

const END = /[.!?…。！？]["'”’»)\]]*$/u;

/** Whether a sentence ends with it. */
export function endsSentence(text: string): boolean {
  return END.test(text) && !(text.endsWith('.') && isAbbreviated(text.slice(0, -1)));
}

/** Whether a clause ends with it, or a sentence. */
export function endsClause(text: string): boolean {
  return /[,;:—–…]["'”’»)\]]*$/u.test(text) || END.test(text);
}

export function isCapital(text: string): boolean {
  return /^["'“‘(]*\p{Lu}/u.test(text);
}

export function capital(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase());
}

export function small(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toLocaleLowerCase());
}
