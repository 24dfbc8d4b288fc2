/**
 * A shallow parse of one sentence: which verb, who does it, to what, where, and whether it really happens in the scene.
 * Left to right over the tags, without a grammar: story prose is plain, and what cannot be told stays unattached.
 */
import { idiomRanges } from './idioms.ts';
import { isRelative, nounPhraseAt, type NounPhrase } from './phrases.ts';
import type { Token } from './tag.ts';
import { verbGroupAt, type VerbGroup } from './verbs.ts';

/** How real what a clause tells is at the scene's own time. */
export type Reality =
  | 'real'
  /** 'to gather blackberries' after 'went': about to be. */
  | 'purpose'
  /** Happened before the scene ('had forgotten the gate'). */
  | 'before'
  /** Wanted, possible, conditional. */
  | 'unreal'
  | 'negated';

export interface Clause {
  verb: VerbGroup | undefined;
  /** The last noun phrase before the verb, or after it where the order is turned ('stood a lighthouse'). */
  subjects: NounPhrase[];
  readonly reality: Reality;
  readonly parent: Clause | undefined;
  /** 'if', 'because', 'that': the word that opened it. */
  readonly opener: string | undefined;
  readonly quoted: boolean;
}

type MentionRole = 'subject' | 'object' | 'oblique' | 'predicate' | 'owner';

export interface Mention {
  readonly phrase: NounPhrase;
  readonly clause: Clause;
  readonly role: MentionRole;
  /** 'under', 'of'; undefined for subjects and objects. */
  readonly preposition: string | undefined;
  /** For 'of' and 'with': the phrase that it belongs to. */
  readonly anchor: NounPhrase | undefined;
  /** Only a comparison: 'as high as houses', 'like a wolf'. */
  readonly simile: boolean;
  /** 'no bread', 'without his coat'. */
  readonly absent: boolean;
  /** One of several joined ones: the mention before it in the row. */
  readonly joined: boolean;
}

export interface Parse {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Mention[];
}

const COMPARING = new Set(['like', 'than', 'unlike']);
const ABSENT = new Set(['without', 'except', 'instead']);
const UNREAL_OPENERS = new Set(['if', 'unless', 'whether', 'lest']);
const NO = new Set(['no', 'neither', 'nor', 'not', 'never']);
const NOBODY = new Set(['nobody', 'nothing', 'none']);
const CLOSES_PREPOSITION = new Set('once last first least ever all course'.split(' '));
const NOMINATIVE = new Set(['i', 'he', 'she', 'we', 'they']);
/** 'One night', 'every evening': when, not who. */
const TIME_NOUNS = new Set(
  'day night morning evening afternoon noon midnight dawn dusk hour minute moment second week month year spring summer autumn winter time times today tonight tomorrow yesterday while sunset sunrise'.split(
    ' ',
  ),
);
/** What such a verb introduces is said or thought, not seen to happen. */
const REPORTING = new Set(
  'agree think hope wish believe dream imagine promise say tell know decide guess suppose fear pretend'.split(' '),
);
/** Verbs that stand before their subject in stories ('On a rock stood a lighthouse'). */
const TURNING = new Set(
  'stand lie lay sit live hang be come go say ask cry whisper shout reply answer call grow run rise appear'.split(' '),
);

export function parseClauses(tokens: readonly Token[]): Parse {
  const clauses: Clause[] = [];
  const mentions: Mention[] = [];
  const open = (
    parent: Clause | undefined,
    subjects: NounPhrase[],
    reality: Reality,
    quoted: boolean,
    opener?: string,
  ): Clause => {
    const made: Clause = { verb: undefined, subjects, reality, parent, quoted, opener };
    clauses.push(made);
    return made;
  };
  let clause = open(undefined, [], 'real', tokens[0]?.quoted ?? false);
  let preposition: string | undefined;
  let isJoined = false;
  let isAbsent = false;
  /** 'Nobody brought': the next verb is denied. */
  let isNobody = false;
  let last: Mention | undefined;

  for (let index = 0; index < tokens.length;) {
    const token = tokens[index]!;
    if (token.quoted !== clause.quoted && token.tag !== 'PUNCT') {
      clause = open(undefined, [], 'real', token.quoted);
      preposition = last = undefined;
      isJoined = false;
    }
    if (isNaming(tokens, index)) {
      index = namesEnd(tokens, index + 1);
      continue;
    }
    // 'There was no honey': a beginning of its own, whoever was spoken of before.
    if (token.lower === 'there' && tokens[index + 1]?.lemma === 'be' && clause.verb) {
      clause = open(undefined, [], 'real', token.quoted);
      isJoined = false;
    }
    const verb = verbGroupAt(tokens, index);
    if (verb) {
      clause = attachVerb(isNobody ? { ...verb, negated: true } : verb, index);
      isNobody = false;
      index = verb.last + 1;
      preposition = undefined;
      isJoined = isAbsent = false;
      continue;
    }
    if (
      isRelative(token) &&
      token.tag !== 'DET' &&
      index > 0 &&
      last &&
      last.phrase.last >= index - 2 &&
      tokens[index + 1]
    ) {
      clause = open(clause, [last.phrase], clause.reality, token.quoted);
      index++;
      continue;
    }
    const phrase = nounPhraseAt(tokens, index);
    if (phrase) {
      attachPhrase(phrase);
      index = phrase.last + 1;
      continue;
    }
    if (token.tag === 'ADP') preposition = token.lower;
    else if (token.lower === 'as') preposition = 'as';
    else if (token.tag === 'SCONJ' || UNREAL_OPENERS.has(token.lower)) {
      // A new clause, but the one around it waits for its verb if it has none yet.
      const isReported = token.lower === 'that' && REPORTING.has(clause.verb?.lemma ?? '');
      const own = UNREAL_OPENERS.has(token.lower) || isReported ? 'unreal' : undefined;
      clause = open(clause, [], realityOf(clause, own), token.quoted, token.lower);
      preposition = undefined;
      isJoined = false;
    } else if (token.tag === 'CCONJ' || token.text === ',')
      isJoined = token.tag === 'CCONJ' || isJoined || isListComma(index);
    else if (/^[;:—–!?.]$/u.test(token.text) && clause.verb) {
      clause = open(undefined, [], 'real', token.quoted);
      preposition = last = undefined;
      isJoined = false;
    } else if (token.tag !== 'ADV' && token.tag !== 'ADJ') isJoined = false;
    // 'at last', 'at once', 'for ever' are no places.
    if (CLOSES_PREPOSITION.has(token.lower)) preposition = undefined;
    if (NOBODY.has(token.lower) || (token.lower === 'one' && tokens[index - 1]?.lower === 'no')) isNobody = true;
    else if (NO.has(token.lower)) isAbsent = true;
    index++;
  }
  return { tokens, clauses, mentions: withoutIdioms(tokens, mentions) };

  /** A comma after a noun phrase and before another goes on with a list. */
  function isListComma(index: number): boolean {
    return last?.phrase.last === index - 1;
  }

  function attachVerb(verb: VerbGroup, index: number): Clause {
    const before = tokens[index - 1];
    if (!clause.verb && !verb.infinitive) {
      clause.verb = verb;
      // 'If he had not run into a net': he did.
      if (verb.negated && clause.opener === 'if') return replaceReality(clause, 'real');
      if (verb.negated && clause.reality !== 'negated') return replaceReality(clause, 'negated');
      return verb.reality === 'real' ? clause : replaceReality(clause, realityOf(clause, verb.reality));
    }
    // '..., who was naughty, ran', 'A fox who tells lies loses': the outer clause still waits for its verb.
    const outer = clause.parent;
    if (outer && !outer.verb && !verb.infinitive && clause.verb && before?.tag !== 'CCONJ' && !verb.gerund) {
      outer.verb = verb;
      return verb.negated ? replaceReality(outer, 'negated') : outer;
    }
    const subjects = isBareObject(verb, before) && last ? [last.phrase] : clause.subjects;
    const reality = verb.infinitive ? infinitiveReality(clause) : verb.reality;
    const made = open(clause, subjects, realityOf(clause, verb.negated ? 'negated' : reality), verb.quoted);
    made.verb = verb;
    return made;
  }

  /** 'made the traveller take', 'saw the ship turn': the object does the second verb. */
  function isBareObject(verb: VerbGroup, before: Token | undefined): boolean {
    if (verb.infinitive || !last || before === undefined) return false;
    return last.role === 'object' && last.phrase.last === verb.first - 1;
  }

  function attachPhrase(phrase: NounPhrase): void {
    const isNominative = phrase.kind === 'pronoun' && NOMINATIVE.has(phrase.words[0]!.toLowerCase());
    if (isNominative) preposition = undefined;
    if (preposition === undefined && TIME_NOUNS.has(tokens[phrase.head]!.lemma) && !phrase.owner) return;
    const isSimile =
      preposition === 'as' ? !(tokens[phrase.first - 2]?.lower === 'such') : COMPARING.has(preposition ?? '');
    const absent = isAbsent || NO.has(phrase.determiner ?? '') || ABSENT.has(preposition ?? '');
    isAbsent = false;
    let role: MentionRole;
    let anchor: NounPhrase | undefined;
    let joined = false;
    if (preposition !== undefined) {
      role = 'oblique';
      if ((preposition === 'of' || preposition === 'with') && last && last.phrase.last >= phrase.first - 2)
        anchor = last.phrase;
    } else if (
      isJoined &&
      last &&
      !isNominative &&
      isAfterVerb(last) &&
      !isNewSubject(phrase) &&
      !opensClause(phrase)
    ) {
      // The next in a row has its neighbour's place.
      ({ role } = last);
      anchor = last.anchor;
      joined = true;
      if (role === 'subject') last.clause.subjects.push(phrase);
    } else if (!clause.verb) {
      role = 'subject';
      clause.subjects = [phrase];
    } else if (isJoined || isNewSubject(phrase)) {
      clause = open(clause, [phrase], realityOf(clause, isJoined ? 'real' : undefined), phrase.quoted);
      role = 'subject';
    } else if (clause.subjects.length === 0 && TURNING.has(clause.verb.lemma)) {
      role = 'subject';
      clause.subjects = [phrase];
    } else
      role = ['be', 'become', 'seem', 'look', 'sound', 'feel'].includes(clause.verb.lemma) ? 'predicate' : 'object';
    const mention: Mention = {
      phrase,
      clause,
      role,
      preposition: joined ? last?.preposition : preposition,
      anchor,
      simile: isSimile || (joined && (last?.simile ?? false)),
      absent: absent || (joined && (last?.absent ?? false)),
      joined,
    };
    mentions.push(mention);
    for (let owner = phrase.owner; owner; owner = owner.owner) {
      mentions.push({ ...mention, phrase: owner, role: 'owner', anchor: phrase, joined: false });
    }
    last = mention;
    preposition = undefined;
    isJoined = false;
  }

  /** A row goes on only where no verb came between. */
  function isAfterVerb(mention: Mention): boolean {
    return clause.verb === undefined || mention.phrase.first > clause.verb.last;
  }

  /** 'Small as a star, the old man saw': what stands before the first verb and after no other subject is the subject. */
  function opensClause(phrase: NounPhrase): boolean {
    return !clause.verb && last?.role !== 'subject' && hasVerbNext(phrase);
  }

  /** After a verb, a phrase that has a verb of its own before the next stop begins a new clause. */
  function isNewSubject(phrase: NounPhrase): boolean {
    if (!clause.verb || preposition !== undefined) return false;
    if (phrase.kind === 'pronoun' && NOMINATIVE.has(phrase.words[0]!.toLowerCase())) return true;
    return hasVerbNext(phrase);
  }

  function hasVerbNext(phrase: NounPhrase): boolean {
    for (let index = phrase.last + 1; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.tag === 'ADV') continue;
      const verb = verbGroupAt(tokens, index);
      return verb !== undefined && !verb.infinitive && (!verb.participle || (isJoined && !verb.gerund));
    }
    return false;
  }

  function replaceReality(old: Clause, reality: Reality): Clause {
    const made: Clause = { ...old, reality };
    clauses[clauses.indexOf(old)] = made;
    mentions.forEach((mention, index) => {
      if (mention.clause === old) mentions[index] = { ...mention, clause: made };
    });
    if (last?.clause === old) last = { ...last, clause: made };
    return made;
  }
}

/** What stands in an idiom is no more there than a comparison is. */
function withoutIdioms(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const ranges = idiomRanges(tokens);
  if (ranges.length === 0) return [...mentions];
  return mentions.map((mention) => {
    const { head } = mention.phrase;
    return ranges.some(([first, last]) => head >= first && head <= last) ? { ...mention, simile: true } : mention;
  });
}

/** 'a mouse named Milo', 'an otter called Nib and his friend': the name says nothing about what happens. */
function isNaming(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1]?.tag;
  return (
    /^(?:named|called)$/u.test(token.lower) && (before === 'NOUN' || before === 'PROPN') && isCapital(tokens[index + 1])
  );
}

function namesEnd(tokens: readonly Token[], start: number): number {
  let index = start;
  while (isCapital(tokens[index]) || (/^(?:and|,)$/u.test(tokens[index]?.lower ?? '') && isCapital(tokens[index + 1])))
    index++;
  return index;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** What one wants, tries or fears to do is not done. */
const UNREAL_VERBS = new Set(
  'want wish hope dream need long plan promise ask tell like love hate learn refuse forget fear decide offer mean intend expect beg order implore seem pretend'.split(
    ' ',
  ),
);

function infinitiveReality(clause: Clause): Reality {
  if (!clause.verb) return 'purpose';
  if (UNREAL_VERBS.has(clause.verb.lemma)) return 'unreal';
  return 'purpose';
}

const STRENGTH: readonly Reality[] = ['real', 'purpose', 'before', 'unreal', 'negated'];

/** A clause inside another is no more real than that one, unless that one is merely negated or past. */
function realityOf(parent: Clause | undefined, own: Reality | undefined): Reality {
  const mine = own ?? 'real';
  if (!parent || parent.reality === 'negated' || parent.reality === 'before') return mine;
  return STRENGTH.indexOf(parent.reality) > STRENGTH.indexOf(mine) && own === undefined ? parent.reality : mine;
}
