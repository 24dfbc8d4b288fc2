/** A written story, taken apart once for all checks. */
import { tagSentence, type Token } from '../../story/language/tag.ts';
import { singularForms } from '../../story/lexicon/singular.ts';
import { splitSentences } from '../../story/sentences.ts';

export interface CheckedSentence {
  readonly text: string;
  readonly scene: number;
  readonly tokens: readonly Token[];
  /** Without marks, in lower case. */
  readonly words: readonly string[];
}

export interface StoryText {
  readonly scenes: readonly string[];
  readonly all: string;
  readonly sentences: readonly CheckedSentence[];
  readonly wordCount: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase().replaceAll('’', "'"));
}

export function readText(scenes: readonly string[]): StoryText {
  const sentences = scenes.flatMap((text, scene) =>
    text
      .split(/\n\s*\n/u)
      .flatMap((paragraph) => splitSentences(paragraph.replaceAll(/\s+/gu, ' ').trim()))
      .map((sentence) => ({
        text: sentence,
        scene,
        tokens: tagSentence(sentence, () => false),
        words: wordsOf(sentence),
      })),
  );
  return {
    scenes,
    all: scenes.join('\n\n'),
    sentences,
    wordCount: sentences.reduce((sum, { words }) => sum + words.length, 0),
  };
}

/** Every form that a word can be known by: as it stands, its lemma, its singular. */
export function formsIn(sentences: readonly CheckedSentence[]): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const { tokens, words } of sentences) {
    for (const { lower, lemma } of tokens) {
      forms.add(lemma);
      for (const form of singularForms(lower)) forms.add(form);
    }
    for (const word of words) {
      forms.add(word);
      for (const part of word.replace(/'s$/u, '').split('-')) forms.add(part);
    }
  }
  return forms;
}
