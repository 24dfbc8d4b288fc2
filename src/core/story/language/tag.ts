/** Words with their part of speech: the only file that knows the tagger (wink-nlp, ~1.8 MB of text a second). */
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { correctTags } from './corrections.ts';

export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token {
  readonly text: string;
  readonly lower: string;
  /** Base form: 'climb' of 'climbed', 'shoe' of 'shoes'. */
  readonly lemma: string;
  readonly tag: PartOfSpeech;
  /** Spoken by someone in the story. */
  readonly quoted: boolean;
}

const nlp = winkNlp(model, ['pos']);

/** Tags one sentence. `quoted` says of each character whether it stands in quotation marks. */
export function tagSentence(sentence: string, quoted: (offset: number) => boolean): Token[] {
  const words = nlp.readDoc(sentence).tokens();
  const texts = words.out() as string[];
  const tags = words.out(nlp.its.pos) as string[];
  const lemmas = words.out(nlp.its.lemma as typeof nlp.its.pos) as (string | undefined)[];
  const tokens: Token[] = [];
  let offset = 0;
  let end = 0;
  for (const [index, text] of texts.entries()) {
    if (text.trim() === '') continue;
    const found = sentence.indexOf(text, offset);
    offset = found < 0 ? offset : found;
    const token = {
      text,
      lower: text.toLowerCase().replaceAll('’', "'"),
      lemma: (lemmas[index] ?? text).toLowerCase(),
      tag: tags[index] as PartOfSpeech,
      quoted: quoted(offset),
    };
    appendJoined(tokens, token, offset === end);
    offset += text.length;
    end = offset;
  }
  return correctTags(splitFinalStop(tokens));
}

/** 'fir', '-', 'tree' -> 'fir-tree': the tagger cuts what the author wrote as one word. */
function appendJoined(tokens: Token[], token: Token, touches: boolean): void {
  const before = tokens.at(-1);
  const isJoint =
    touches && before && (token.text === '-' || before.text.endsWith('-')) && /[\p{L}\p{N}]/u.test(before.text);
  if (!isJoint || (token.text !== '-' && !/^[\p{L}\p{N}]/u.test(token.text))) {
    tokens.push(token);
    return;
  }
  const text = before.text + token.text;
  const isNamed = /^\p{Lu}/u.test(text) && before.tag === 'PROPN';
  const tag = isNamed ? 'PROPN' : token.text === '-' ? before.tag : token.tag;
  tokens[tokens.length - 1] = {
    ...before,
    text,
    lower: text.toLowerCase(),
    lemma: `${before.lower}${token.text === '-' ? '-' : token.lemma}`,
    tag,
  };
}

/** The tagger takes 'sun.' for the abbreviation of Sunday. */
function splitFinalStop(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  if (!last || last.text.length < 3 || !last.text.endsWith('.')) return [...tokens];
  const text = last.text.slice(0, -1);
  const lower = text.toLowerCase();
  const tag = /^\p{Lu}/u.test(text) ? last.tag : 'NOUN';
  return [
    ...tokens.slice(0, -1),
    { ...last, text, lower, lemma: lower, tag },
    { ...last, text: '.', lower: '.', lemma: '.', tag: 'PUNCT' },
  ];
}
