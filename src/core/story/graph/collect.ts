/** What a scene's sentences show: the figures with what they do, and the things with where they are. */
import type { Action, Relation } from '../../../shared/story.ts';
import type { Meaning } from '../cast/discourse.ts';
import { isPersonified, faceOf } from '../cast/personified.ts';
import type { Referent } from '../cast/referent.ts';
import type { Clause, Mention, Parse, Reality } from '../language/clauses.ts';
import { VAGUE_COUNTS } from '../language/numbers.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { isMeasure, measuredCount, thingOfPhrase } from '../lexicon/lookup.ts';
import { actionOf, isHolding, isRiding, isWearing } from './actions.ts';
import { relationOf, relationStrength } from './relations.ts';

export interface DraftRelation {
  readonly kind: Relation;
  /** The figure or thing that it is to. */
  readonly target: Draft;
}

/** An entity in the making. */
export interface Draft {
  /** 'cast:nib', 'thing:storyloom:match'. */
  readonly key: string;
  word: string;
  drawing: string;
  readonly referent: Referent | undefined;
  readonly thing: Thing | undefined;
  count: number;
  weight: number;
  readonly actions: { action: Action; weight: number }[];
  relations: DraftRelation[];
  readonly attributes: Set<string>;
  /** Order of first mention. */
  readonly order: number;
}

/** How much a mention counts by how real it is. */
const REAL: Readonly<Record<Reality, number>> = { real: 1, purpose: 0.65, before: 0.45, unreal: 0.35, negated: 0 };
const ROLE = { subject: 0.9, object: 0.8, predicate: 0.7, oblique: 0.62, owner: 0.3 } as const;
/** Of what is said by someone; and of things in a speech that are not there. */
const SPOKEN = 0.22;
/** What one thinks of, looks for or waits for need not be there. */
const ELSEWHERE = new Set(
  'think dream talk hear remember imagine wish long ask wait speak read write tell sing search look'.split(' '),
);
/** Drawings that already show many. */
const MANY_IN_ONE =
  /^(?:storyloom:(?:stairs|reeds|net|fence|bush)|houses|beans|blueberries|grapes|sheaf-of-rice|water-wave|bread|beans|pot-of-food|herb|railway-track|socks|gloves|glasses|fire)$/u;

export class SceneCollector {
  readonly drafts = new Map<string, Draft>();
  readonly undrawn = new Set<string>();
  private readonly byPhrase = new Map<NounPhrase, Draft[]>();
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  add(parse: Parse, meanings: ReadonlyMap<NounPhrase, Meaning>): void {
    const inOrder = [...parse.mentions].sort((a, b) => a.phrase.head - b.phrase.head);
    for (const mention of inOrder) this.addMention(mention, parse, meanings);
    for (const clause of parse.clauses) this.addAction(clause, parse);
    for (const mention of inOrder) this.addRelation(mention);
  }

  private addMention(mention: Mention, parse: Parse, meanings: ReadonlyMap<NounPhrase, Meaning>): void {
    if (mention.simile || mention.absent) return;
    const meaning = meanings.get(mention.phrase);
    if (meaning && 'members' in meaning) {
      this.remember(
        mention.phrase,
        meaning.members.map((member) => this.addMember(member, mention)),
      );
      return;
    }
    const isPronoun = mention.phrase.kind === 'pronoun';
    const thing = meaning ? meaning.crowd.thing : thingOfPhrase(this.lexicon, mention.phrase);
    if (!thing) {
      if (!isPronoun && mention.phrase.kind === 'noun') this.noteUndrawn(mention);
      return;
    }
    if (isMeasure(mention.phrase, parse) || this.isSameAsSubject(mention, thing, meanings)) return;
    const weight = weightOf(mention, thing, this.lexicon);
    if (weight <= 0) return;
    const face = isPersonified(mention, parse, thing) ? faceOf(thing.drawing) : thing.drawing;
    const draft = this.thingDraft(thing, face, wordOf(meaning ? meaning.crowd.phrase : mention.phrase));
    draft.weight = Math.max(draft.weight, weight);
    if (!isPronoun) {
      draft.count = Math.max(draft.count, countOf(mention, thing));
      mention.phrase.adjectives
        .filter((word) => !thing.word.split(' ').includes(word))
        .forEach((word) => draft.attributes.add(word));
    } else if (meaning && draft.count === 1) draft.count = meaning.crowd.count ?? 3;
    this.remember(mention.phrase, [draft]);
  }

  private addMember(member: Referent, mention: Mention): Draft {
    const key = `cast:${member.id}`;
    const draft =
      this.drafts.get(key) ?? this.create(key, member.name, member.thing?.drawing ?? '', member, member.thing);
    // Someone denied something is there all the same.
    const reality = Math.max(REAL[mention.clause.reality], mention.role === 'subject' ? 0.6 : 0.35);
    const role = mention.role === 'owner' ? ownerWeight(mention, this.lexicon) : ROLE[mention.role];
    const spoken = mention.phrase.quoted ? SPOKEN * 0.7 : 1;
    draft.weight = Math.max(draft.weight, Math.min(1, role * reality * spoken + (draft.weight > 0.5 ? 0.04 : 0)));
    return draft;
  }

  /** 'Milo was a mouse', 'who were good little bunnies': no second mouse. */
  private isSameAsSubject(mention: Mention, thing: Thing, meanings: ReadonlyMap<NounPhrase, Meaning>): boolean {
    if (mention.role !== 'predicate' || (thing.kind !== 'animal' && thing.kind !== 'person')) return false;
    return mention.clause.subjects.some((subject) => meanings.has(subject));
  }

  private addAction(clause: Clause, parse: Parse): void {
    const { verb } = clause;
    if (!verb || clause.quoted || clause.reality === 'negated') return;
    const objects = parse.mentions
      .filter((one) => one.clause === clause && one.role === 'object')
      .map((one) => parse.tokens[one.phrase.head]!.lemma);
    const next = parse.tokens[verb.last + 1]?.lower;
    const action = actionOf(verb, next === 'asleep' ? [...objects, 'asleep'] : objects);
    if (!action) return;
    const weight = REAL[clause.reality];
    for (const subject of clause.subjects) {
      for (const draft of this.byPhrase.get(subject) ?? []) draft.actions.push({ action, weight });
    }
  }

  private addRelation(mention: Mention): void {
    const { clause, phrase } = mention;
    const things = this.byPhrase.get(phrase) ?? [];
    if (clause.quoted || REAL[clause.reality] < 0.4) return;
    const holders = clause.subjects.flatMap((subject) => this.byPhrase.get(subject) ?? []);
    for (const thing of things) {
      const kind = this.relationKind(mention, thing);
      if (!kind) continue;
      // 'put a badge on Nib's chest': the badge is on Nib; else the doer is on, under or beside the thing.
      const placed =
        kind !== 'holding' && kind !== 'wearing' && kind !== 'riding' ? this.objectsOf(clause, mention) : [];
      for (const draft of placed.length > 0 ? placed : holders) {
        if (draft === thing || draft.relations.some((one) => one.target === thing && one.kind === kind)) continue;
        draft.relations.push({ kind, target: thing });
        draft.relations.sort((a, b) => relationStrength(b.kind) - relationStrength(a.kind));
      }
    }
  }

  private relationKind(mention: Mention, thing: Draft): Relation | undefined {
    const { verb } = mention.clause;
    if (!verb || (thing.thing === undefined && !thing.referent)) return undefined;
    if (mention.role === 'object') {
      if (
        thing.thing?.stands === 'worn' &&
        (isWearing(verb) || mention.phrase.owner) &&
        verb.particle !== 'off' &&
        !isHolding(verb)
      )
        return 'wearing';
      if (isRiding(verb) && (thing.thing?.kind === 'vehicle' || thing.thing?.kind === 'animal')) return 'riding';
      const small =
        thing.thing &&
        thing.thing.size <= 1.7 &&
        thing.thing.kind !== 'animal' &&
        thing.thing.kind !== 'person' &&
        thing.thing.kind !== 'building';
      return isHolding(verb) && small && thing.count < 6 ? 'holding' : undefined;
    }
    if (mention.role !== 'oblique') return undefined;
    if (mention.preposition === 'in' && thing.thing?.stands === 'worn') return 'wearing';
    if ((mention.preposition === 'around' || mention.preposition === 'round') && thing.thing?.stands === 'held')
      return 'holding';
    return relationOf(mention.preposition);
  }

  /** What a clause puts somewhere: the object before an oblique phrase. */
  private objectsOf(clause: Clause, mention: Mention): Draft[] {
    if (
      !['put', 'place', 'set', 'lay', 'hang', 'pin', 'tie', 'lose', 'drop', 'throw', 'leave', 'hide'].includes(
        clause.verb?.lemma ?? '',
      )
    )
      return [];
    const objects = [...this.byPhrase].filter(
      ([phrase]) =>
        !clause.subjects.includes(phrase) && phrase.last < mention.phrase.first && phrase.first > clause.verb!.last,
    );
    return objects.at(-1)?.[1] ?? [];
  }

  private thingDraft(thing: Thing, drawing: string, word: string): Draft {
    const key = `thing:${drawing}`;
    return this.drafts.get(key) ?? this.create(key, word, drawing, undefined, thing);
  }

  private create(
    key: string,
    word: string,
    drawing: string,
    referent: Referent | undefined,
    thing: Thing | undefined,
  ): Draft {
    const draft: Draft = {
      key,
      word,
      drawing,
      referent,
      thing,
      count: 1,
      weight: 0,
      actions: [],
      relations: [],
      attributes: new Set(),
      order: this.drafts.size,
    };
    this.drafts.set(key, draft);
    return draft;
  }

  private remember(phrase: NounPhrase, drafts: Draft[]): void {
    this.byPhrase.set(phrase, drafts);
  }

  private noteUndrawn({ phrase, clause }: Mention): void {
    const word = phrase.words.at(-1)!.toLowerCase();
    if (!phrase.quoted && clause.reality !== 'negated' && this.lexicon.isUndrawn(word)) this.undrawn.add(word);
  }
}

function weightOf(mention: Mention, thing: Thing, lexicon: Lexicon): number {
  const { clause, phrase, role } = mention;
  let reality = REAL[clause.reality];
  // 'The stairs had never seemed so many': they are there; 'there was not a single star': it is not.
  if (clause.reality === 'negated' && role === 'subject' && phrase.determiner !== 'a' && clause.verb?.lemma !== 'be')
    reality = 0.6;
  if (role === 'oblique' && clause.reality === 'negated' && relationOf(mention.preposition)) reality = 0.35;
  const verb = clause.verb?.lemma ?? '';
  if (role === 'oblique' && ['for', 'of', 'about', 'to'].includes(mention.preposition ?? '') && ELSEWHERE.has(verb))
    reality *= 0.6;
  if (role === 'oblique' && ['about', 'from'].includes(mention.preposition ?? '')) reality *= 0.5;
  const base = role === 'owner' ? ownerWeight(mention, lexicon) : ROLE[role];
  const kind = thing.kind === 'person' || thing.kind === 'animal' ? 0.05 : 0;
  return (base + (role === 'owner' ? 0 : kind)) * reality * (phrase.quoted ? SPOKEN : 1);
}

/** Whose paw or coat is seen is seen too; whose garden is seen need not be there. */
function ownerWeight(mention: Mention, lexicon: Lexicon): number {
  if (mention.phrase.kind === 'pronoun') return 0.62;
  const owned = mention.anchor && thingOfPhrase(lexicon, mention.anchor);
  const word = mention.anchor?.words.at(-1)?.toLowerCase() ?? '';
  const isPart =
    /^(?:back|chest|hand|hands|head|paw|paws|arm|arms|face|eyes?|nose|side|shoulders?|lap|neck|voice|feet|foot|tail|ear|ears)$/u.test(
      word,
    );
  return isPart || owned?.stands === 'worn' || owned?.stands === 'held' ? 0.62 : 0.2;
}

function countOf(mention: Mention, thing: Thing): number {
  const { phrase } = mention;
  if (MANY_IN_ONE.test(thing.drawing)) return 1;
  const measured = measuredCount(mention);
  const count = phrase.count ?? measured ?? (phrase.plural ? vagueCount(phrase) : 1);
  return Math.max(1, Math.min(12, count));
}

function vagueCount(phrase: NounPhrase): number {
  const vague = [phrase.determiner, ...phrase.adjectives].map((word) =>
    word === undefined ? undefined : VAGUE_COUNTS[word],
  );
  return vague.find((count) => count !== undefined) ?? 3;
}

function wordOf(phrase: NounPhrase): string {
  return phrase.words.join(' ').toLowerCase();
}
