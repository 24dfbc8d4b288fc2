/** What a scene's sentences show: the figures with what they do, and the things with where they are. */
import type { Relation } from '../../../shared/story.ts';
import type { Meaning } from '../cast/discourse.ts';
import { faceOf, isPersonified } from '../cast/personified.ts';
import type { Referent } from '../cast/referent.ts';
import { isWorn } from '../cast/worn.ts';
import type { Clause, Mention, Parse } from '../language/clauses.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { isMeasure, thingOfPhrase } from '../lexicon/lookup.ts';
import { actionOf, isHolding, isRiding, withLeadingParticle } from './actions.ts';
import { attributesOf, isHandy, wordOf, type Draft } from './draft.ts';
import { madeOf } from './made-of.ts';
import { relationOf, relationStrength } from './relations.ts';
import { countOf, isBodyPart, memberWeight, REAL, thingWeight } from './weights.ts';

type Meanings = ReadonlyMap<NounPhrase, Meaning>;

/** Verbs that put their object somewhere. */
const PUTTING = new Set('put place set lay hang pin tie lose drop throw leave hide plant'.split(' '));

export class SceneCollector {
  readonly drafts = new Map<string, Draft>();
  readonly undrawn = new Set<string>();
  private readonly byPhrase = new Map<NounPhrase, readonly Draft[]>();
  /** What 'it' is, when it is no one. */
  private lastThing: Draft | undefined;
  private readonly lexicon: Lexicon;
  /** What was made in the story ('a boat from a bathtub'), by the drawing of the plain thing. */
  private readonly made: Map<string, Thing>;

  constructor(lexicon: Lexicon, made: Map<string, Thing>) {
    this.lexicon = lexicon;
    this.made = made;
  }

  /** Sentences must come in the scene's order. */
  add(parse: Parse, meanings: Meanings): void {
    const inOrder = [...parse.mentions].sort((a, b) => a.phrase.head - b.phrase.head);
    const { products, materials } = madeOf(parse, this.lexicon);
    for (const mention of inOrder)
      if (!materials.has(mention.phrase)) this.addMention(mention, parse, meanings, products.get(mention.phrase));
    for (const clause of parse.clauses) this.addAction(clause, parse);
    for (const mention of inOrder) this.addRelation(mention);
  }

  private addMention(mention: Mention, parse: Parse, meanings: Meanings, product: Thing | undefined): void {
    const { phrase } = mention;
    // 'It said: KEEPER' is writing, not a keeper.
    if (mention.simile || mention.absent || /^\p{Lu}{4,}$/u.test(phrase.words.at(-1)!)) return;
    const meaning = meanings.get(phrase);
    if (!meaning && phrase.words[0]!.toLowerCase() === 'it' && this.lastThing) {
      this.byPhrase.set(phrase, [this.lastThing]);
      return;
    }
    if (meaning && 'members' in meaning) {
      this.byPhrase.set(
        phrase,
        meaning.members.map((member) => this.addMember(member, mention)),
      );
      return;
    }
    const crowd = meaning?.crowd;
    const plain = crowd?.thing ?? thingOfPhrase(this.lexicon, phrase);
    if (plain && product) this.made.set(plain.drawing, product);
    // 'The boat' is the one that was made; 'a boat' is another.
    const made = product ?? (plain && phrase.determiner !== 'a' ? this.made.get(plain.drawing) : undefined);
    const thing = made ?? plain;
    if (!thing) this.noteUndrawn(mention);
    else if (!isMeasure(phrase, parse) && !isSameAsSubject(mention, thing, meanings)) {
      const weight = thingWeight(mention, this.lexicon);
      if (weight <= 0) return;
      const drawing = isPersonified(mention, parse, thing) ? faceOf(thing.drawing) : thing.drawing;
      const isPronoun = phrase.kind === 'pronoun';
      const count = isPronoun ? (crowd?.count ?? 3) : countOf(mention, thing);
      const draft = this.thingDraft(thing, drawing, made?.word ?? wordOf(crowd?.phrase ?? phrase), count);
      draft.weight = Math.max(draft.weight, weight);
      draft.passed &&= isPassed(mention);
      if (!isPronoun || draft.count === 1) draft.count = Math.max(draft.count, count);
      if (!isPronoun) attributesOf(phrase, thing).forEach((word) => draft.attributes.add(word));
      if (thing.stands === 'worn' && isTakenOff(mention)) draft.attributes.add('off');
      this.byPhrase.set(phrase, [draft]);
      if (thing.kind !== 'person' && thing.kind !== 'animal' && count === 1) this.lastThing = draft;
      // 'A flock of birds flew': the birds do what the flock does.
      if (mention.anchor && mention.preposition === 'of' && isMeasure(mention.anchor, parse))
        this.byPhrase.set(mention.anchor, [draft]);
    }
  }

  private addMember(member: Referent, mention: Mention): Draft {
    const draft = this.draft(`cast:${member.id}`, member.name, member.thing?.drawing ?? '', member, member.thing);
    const again = draft.weight > 0.5 ? 0.04 : 0;
    draft.weight = Math.max(draft.weight, Math.min(1, memberWeight(mention, this.lexicon) + again));
    return draft;
  }

  private addAction(clause: Clause, parse: Parse): void {
    const { verb } = clause;
    if (!verb || clause.quoted || clause.reality === 'negated') return;
    const own = parse.mentions.filter((one) => one.clause === clause);
    const objects = own.filter((one) => one.role === 'object').map((one) => parse.tokens[one.phrase.head]!.lemma);
    const next = parse.tokens[verb.last + 1]?.lower;
    const full = withLeadingParticle(verb, parse.tokens[0]?.lower);
    // 'put a badge on Nib's chest': given to him.
    const isGiven =
      verb.lemma === 'put' &&
      own.some((one) => one.role === 'owner' && one.phrase.kind !== 'pronoun' && isBodyPart(one.anchor));
    const action = isGiven ? 'give' : actionOf(full, next === 'asleep' ? [...objects, 'asleep'] : objects);
    if (!action) return;
    const weight = REAL[clause.reality];
    for (const draft of this.doersOf(clause)) draft.actions.push({ action, weight });
    if (action !== 'run') return;
    // Whom one runs after runs too.
    for (const one of own.filter((mention) => mention.preposition === 'after' || mention.role === 'object')) {
      for (const draft of this.byPhrase.get(one.phrase) ?? [])
        draft.actions.push({ action: 'run', weight: weight * 0.8 });
    }
  }

  /** Who does it: the clause's own subject, or the one of the clause around it ('because somebody had to carry'). */
  private doersOf(clause: Clause): readonly Draft[] {
    for (let around: Clause | undefined = clause; around; around = around.parent) {
      if (around.subjects.length > 0) return around.subjects.flatMap((subject) => this.byPhrase.get(subject) ?? []);
    }
    return [];
  }

  private addRelation(mention: Mention): void {
    const { clause, phrase } = mention;
    if (clause.quoted || REAL[clause.reality] < 0.3) return;
    const owners = (phrase.owner && this.byPhrase.get(phrase.owner)) ?? [];
    for (const thing of this.byPhrase.get(phrase) ?? []) {
      const kind = relationKind(mention, thing);
      if (!kind) continue;
      const placed =
        kind === 'holding' || kind === 'wearing' || kind === 'riding' ? [] : this.placedBy(clause, mention);
      const holders = kind === 'wearing' && owners.length > 0 ? owners : this.doersOf(clause);
      for (const draft of placed.length > 0 ? placed : holders) {
        if (draft === thing || draft.relations.some((one) => one.target === thing && one.kind === kind)) continue;
        draft.relations.push({ kind, target: thing });
        draft.relations.sort((a, b) => relationStrength(b.kind) - relationStrength(a.kind));
      }
    }
  }

  /** What a clause puts somewhere: 'put a badge on Nib' places the badge, not the one who puts it. */
  private placedBy(clause: Clause, mention: Mention): readonly Draft[] {
    const { verb } = clause;
    if (!verb || !PUTTING.has(verb.lemma)) return [];
    const objects = [...this.byPhrase].filter(
      ([phrase]) =>
        !clause.subjects.includes(phrase) &&
        phrase.last < mention.phrase.first &&
        phrase.first > verb.last &&
        phrase.kind === 'noun',
    );
    return objects.at(-1)?.[1] ?? [];
  }

  /** The same drawing again is the same thing, unless a number tells them apart ('a loaf and five buns'). */
  private thingDraft(thing: Thing, drawing: string, word: string, count: number): Draft {
    const key = `thing:${drawing}`;
    const same = this.drafts.get(key);
    const isAlive = thing.kind === 'animal' || thing.kind === 'person';
    const isOther = same && !isAlive && thing.word !== same.thing?.word && (count > 1 || same.count > 1);
    return this.draft(isOther ? `${key}:${thing.word}` : key, word, drawing, undefined, thing);
  }

  private draft(
    key: string,
    word: string,
    drawing: string,
    referent: Referent | undefined,
    thing: Thing | undefined,
  ): Draft {
    const known = this.drafts.get(key);
    if (known) return known;
    const order = this.drafts.size;
    const draft: Draft = {
      key,
      word,
      drawing,
      referent,
      thing,
      count: 1,
      weight: 0,
      passed: true,
      actions: [],
      relations: [],
      attributes: new Set(),
      order,
    };
    this.drafts.set(key, draft);
    return draft;
  }

  private noteUndrawn({ phrase, clause }: Mention): void {
    const word = phrase.words.at(-1)!.toLowerCase();
    if (phrase.kind === 'noun' && !phrase.quoted && clause.reality !== 'negated' && this.lexicon.isUndrawn(word))
      this.undrawn.add(word);
  }
}

/** 'took off his cloak': it lies there, on nobody. */
function isTakenOff({ clause, role }: Mention): boolean {
  return role === 'object' && clause.verb?.particle === 'off' && clause.reality === 'real';
}

/** Someone only goes by: 'past the window', 'passed the window'. */
function isPassed({ preposition, role, clause }: Mention): boolean {
  return preposition === 'past' || (role === 'object' && clause.verb?.lemma === 'pass');
}

/** 'Milo was a mouse', 'who were good little bunnies': no second mouse. */
function isSameAsSubject(mention: Mention, thing: Thing, meanings: Meanings): boolean {
  if (mention.role !== 'predicate' || (thing.kind !== 'animal' && thing.kind !== 'person')) return false;
  return mention.clause.subjects.some((subject) => meanings.has(subject));
}

function relationKind(mention: Mention, draft: Draft): Relation | undefined {
  const { clause, role, preposition } = mention;
  const { thing } = draft;
  const { verb } = clause;
  if (!verb || (!thing && !draft.referent)) return undefined;
  if (!draft.referent && thing?.stands === 'worn' && isWorn(mention)) return 'wearing';
  if (REAL[clause.reality] < 0.4) return undefined;
  // 'on Nib's chest': the place is Nib.
  if (role === 'owner') return draft.referent && isBodyPart(mention.anchor) ? relationOf(preposition) : undefined;
  if (role === 'object') {
    if (isRiding(verb) && (thing?.kind === 'vehicle' || thing?.kind === 'animal')) return 'riding';
    return isHolding(verb) && isHandy(draft) ? 'holding' : undefined;
  }
  // 'in the sun' is no place.
  if (role !== 'oblique' || draft.drawing === 'sun') return undefined;
  if ((preposition === 'around' || preposition === 'round') && thing?.stands === 'held') return 'holding';
  return relationOf(preposition);
}
