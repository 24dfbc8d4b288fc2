/**
 * Who says what stands in quotation marks, by the rules that stories follow: a tag ('said the owl'), what someone does in the
 * same paragraph, turns that alternate where nothing is said.
 */
import type { Referent } from '../cast/referent.ts';
import type { NounPhrase } from '../language/phrases.ts';
import { quoteRanges, type QuoteRange } from '../language/quotes.ts';
import { isSpeech, SAYING } from './saying.ts';
import { doerOf, placeSentences, type PlacedParagraph, type PlacedSentence, type ReadSentence } from './sentences.ts';

export interface HeardQuote {
  /** In the scene's text, marks included. */
  readonly start: number;
  readonly end: number;
  /** Undefined when nobody can tell. */
  readonly speaker: Referent | undefined;
}

interface Turn {
  readonly speaker: Referent | undefined;
  /** To whom, where the tag says it. */
  readonly to: Referent | undefined;
}

interface Tag {
  readonly phrase: NounPhrase;
  readonly speaker: Referent | undefined;
  readonly to: Referent | undefined;
}

/** Follows the talk of a whole story; scenes must come in their order. */
export class Dialogue {
  /** Of this conversation, the last at the end. */
  private turns: Turn[] = [];
  /** Who goes on in the next paragraph, which opens with a mark of its own. */
  private goesOn: Referent | undefined;

  /** @param sentences all of the scene, as parseScene gives them */
  read(text: string, sentences: readonly ReadSentence[]): HeardQuote[] {
    return placeSentences(text, sentences).flatMap((paragraph, index) => this.readParagraph(paragraph, index === 0));
  }

  private readParagraph(paragraph: PlacedParagraph, opensScene: boolean): HeardQuote[] {
    const ranges = quoteRanges(paragraph.text)
      .map((range) => ({ ...range, start: range.start + paragraph.start, end: range.end + paragraph.start }))
      .filter((range) => isSpeech(paragraph.text, range, paragraph.start));
    if (ranges.length === 0) {
      // Whoever speaks after a stretch of telling does not simply take the next turn.
      this.turns = [];
      this.goesOn = undefined;
      return [];
    }
    const tags = ranges.map((range) => this.tagOf(paragraph, range));
    const others = tags.some((tag) => tag !== undefined) ? undefined : this.untagged(paragraph, ranges, opensScene);
    let speaker = others?.speaker;
    const first = tags.find((tag) => tag !== undefined);
    if (first) speaker = this.speakerOf(first, paragraph, ranges[0]!);
    let to = first?.to ?? others?.to;
    const heard = ranges.map(({ start, end }, index): HeardQuote => {
      const tag = tags[index];
      if (tag && tag !== first) {
        speaker = tag.speaker;
        to = tag.to ?? to;
      }
      const last = this.turns.at(-1);
      if (index === 0 || last?.speaker !== speaker) this.turns.push({ speaker, to });
      return { start, end, speaker };
    });
    this.goesOn = ranges.at(-1)!.isClosed ? undefined : speaker;
    return heard;
  }

  /** 'said the owl', beside the quote and in its sentence. */
  private tagOf({ sentences }: PlacedParagraph, { start, end }: QuoteRange): Tag | undefined {
    const place = sentences.findIndex((one) => end - 1 >= one.start && end - 1 < one.end);
    const own = sentences[place];
    const after = own && (tagIn(own, ...narrationAfter(own, end)) ?? tagBehind(own, sentences[place + 1], end));
    if (after) return after;
    const opening = sentences.find((one) => start >= one.start && start < one.end);
    return opening && tagIn(opening, ...narrationBefore(opening, start));
  }

  /**
   * 'He' is the one whom the discourse means, unless a new paragraph begins after that very one has spoken: then it is the
   * other one of the two who talk.
   */
  private speakerOf({ phrase, speaker }: Tag, paragraph: PlacedParagraph, first: QuoteRange): Referent | undefined {
    if (phrase.kind !== 'pronoun' || first.start > paragraph.start || this.goesOn) return speaker;
    if (speaker === undefined || this.turns.at(-1)?.speaker !== speaker) return speaker;
    const other = this.partner();
    return other && fits(phrase, other) ? other : speaker;
  }

  private untagged(paragraph: PlacedParagraph, ranges: readonly QuoteRange[], opensScene: boolean): Turn {
    if (this.goesOn) return { speaker: this.goesOn, to: undefined };
    const doer = doerBeside(paragraph, ranges);
    if (doer) return { speaker: doer, to: undefined };
    const isAlone = paragraph.sentences.every(({ parse }) =>
      parse.tokens.every(({ quoted, tag }) => quoted || tag === 'PUNCT'),
    );
    if (!isAlone) return { speaker: undefined, to: undefined };
    const last = this.turns.at(-1)?.speaker;
    // A speech may be cut by the end of a scene; without another one to answer, it is still the same speaker's.
    return { speaker: this.partner() ?? (opensScene ? last : undefined), to: last };
  }

  /** Who spoke before the last one did, or to whom the last one spoke. */
  private partner(): Referent | undefined {
    const last = this.turns.at(-1);
    if (!last?.speaker) return undefined;
    if (last.to) return last.to;
    const before = this.turns.at(-2)?.speaker;
    return before === last.speaker ? undefined : before;
  }
}

/** Tokens of a sentence from the quote's end to the next quote. */
function narrationAfter({ parse, offsets }: PlacedSentence, end: number): [number, number] {
  const from = offsets.findIndex((offset) => offset >= end);
  if (from < 0) return [0, 0];
  const to = parse.tokens.findIndex(({ quoted }, index) => index >= from && quoted);
  return [from, to < 0 ? parse.tokens.length : to];
}

/** "Can you swim?" / Mia asked the owl: a sentence of its own, unless it opens the next quote ('Mia asked, "..."'). */
function tagBehind(own: PlacedSentence, next: PlacedSentence | undefined, end: number): Tag | undefined {
  if (!next || end < own.end || next.parse.tokens.some(({ quoted }) => quoted)) return undefined;
  return tagIn(next, 0, next.parse.tokens.length);
}

function narrationBefore({ parse, offsets }: PlacedSentence, start: number): [number, number] {
  const to = offsets.findIndex((offset) => offset >= start);
  if (to <= 0) return [0, 0];
  const from = parse.tokens.findLastIndex(({ quoted }, index) => index < to && quoted);
  return [from + 1, to];
}

function tagIn(sentence: PlacedSentence, from: number, to: number): Tag | undefined {
  const { parse, meanings } = sentence;
  for (const clause of parse.clauses) {
    const { verb } = clause;
    if (!verb || verb.first < from || verb.last >= to || !SAYING.has(verb.lemma)) continue;
    const phrase = doerOf(sentence, clause);
    if (!phrase || phrase.first < from || phrase.last >= to || phrase.quoted) continue;
    const listener = parse.mentions.find(
      (one) =>
        one.phrase !== phrase &&
        one.phrase.first > verb.last &&
        one.phrase.last < to &&
        (one.preposition === 'to' || (one.role === 'object' && one.preposition === undefined)),
    );
    return {
      phrase,
      speaker: onlyOne(sentence, phrase),
      to: listener && onlyOne({ parse, meanings }, listener.phrase),
    };
  }
  return undefined;
}

/** 'Nib looked up. "Who is there?"': the one who does something in the same paragraph, before the quote rather than after. */
function doerBeside({ sentences }: PlacedParagraph, ranges: readonly QuoteRange[]): Referent | undefined {
  const first = ranges[0]!.start;
  const doers = sentences.flatMap((sentence) =>
    sentence.parse.clauses.flatMap((clause) => {
      if (clause.quoted || !clause.verb || clause.verb.quoted) return [];
      const phrase = clause.subjects[0];
      const one = phrase && onlyOne(sentence, phrase);
      return one ? [{ one, at: sentence.offsets[phrase.first]! }] : [];
    }),
  );
  return (doers.findLast(({ at }) => at < first) ?? doers[0])?.one;
}

function onlyOne({ meanings }: ReadSentence, phrase: NounPhrase): Referent | undefined {
  const meaning = meanings.get(phrase);
  return meaning && 'members' in meaning && meaning.members.length === 1 ? meaning.members[0] : undefined;
}

function fits(pronoun: NounPhrase, one: Referent): boolean {
  const word = pronoun.words[0]!.toLowerCase();
  if (one.gender === 'unknown') return true;
  return word === 'he' ? one.gender === 'male' : word === 'she' ? one.gender === 'female' : false;
}
