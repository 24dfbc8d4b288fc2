/**
 * Who 'he', 'she' and 'they' are: simple centring (Grosz, Joshi and Weinstein 1995). The one spoken of most recently,
 * doers before the done-to, is meant, if gender and number allow.
 */
import type { Mention, Parse } from '../language/clauses.ts';
import { isAddress, type NounPhrase } from '../language/phrases.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { thingOfPhrase } from '../lexicon/lookup.ts';
import type { Cast } from './find-cast.ts';
import { genderOfPronoun } from './names.ts';
import type { Referent } from './referent.ts';

/** A crowd without names ('some sparrows', 'three little pigs'). */
interface Crowd {
  readonly phrase: NounPhrase;
  readonly thing: Thing;
  readonly count: number | undefined;
}

export type Meaning = { readonly members: readonly Referent[] } | { readonly crowd: Crowd };

const ROLE_WEIGHT = { subject: 3, owner: 1.5, object: 2, oblique: 1, predicate: 0 } as const;
/** What an earlier sentence's mention still counts. */
const FADING = 0.45;
const FORGOTTEN = 0.001;
const SURE_GENDER = 1.6;
/** Sentences after which 'they' is somebody else. */
const GROUP_LASTS = 2;

export class Discourse {
  private readonly salience = new Map<Referent, number>();
  private group: Meaning | undefined;
  /** Sentences since the group was spoken of. */
  private groupAge = 0;
  private readonly meanings = new Map<NounPhrase, Meaning>();

  private row: readonly Referent[] = [];
  /** Spoken of in this sentence, the last first. */
  private readonly latest: Referent[] = [];
  private readonly cast: Cast;
  private readonly lexicon: Lexicon;

  constructor(cast: Cast, lexicon: Lexicon) {
    this.cast = cast;
    this.lexicon = lexicon;
  }

  /** What each phrase of the sentence means, as far as it means someone; sentences must come in story order. */
  read(parse: Parse): ReadonlyMap<NounPhrase, Meaning> {
    this.groupAge++;
    this.latest.length = 0;
    for (const [referent, weight] of this.salience) {
      if (weight < FORGOTTEN) this.salience.delete(referent);
      else this.salience.set(referent, weight * FADING);
    }
    this.meanings.clear();
    for (const mention of inTextOrder(parse.mentions)) {
      const meaning = this.meaningOf(mention);
      if (!meaning) continue;
      this.meanings.set(mention.phrase, meaning);
      if (!mention.simile && !mention.absent && !mention.phrase.quoted) this.note(mention, meaning);
    }
    return this.meanings;
  }

  private meaningOf(mention: Mention): Meaning | undefined {
    const { phrase } = mention;
    if (phrase.kind === 'pronoun') return phrase.quoted ? undefined : this.ofPronoun(mention);
    const relative = this.relativeOf(mention);
    if (relative) return { members: [relative] };
    if (isAddress(phrase) && this.group) return this.group;
    const member = this.cast.byPhrase(phrase);
    if (member) return { members: [member] };
    const thing = thingOfPhrase(this.lexicon, phrase);
    if (!thing || !phrase.plural || (thing.kind !== 'animal' && thing.kind !== 'person')) return undefined;
    return { crowd: { phrase, thing, count: phrase.count } };
  }

  /** 'their Mother': one of the cast who is called so, of the same kind as they. */
  private relativeOf({ phrase }: Mention): Referent | undefined {
    const word = phrase.words.at(-1)!.toLowerCase();
    if (!phrase.owner || !/^(?:mother|father|mum|dad|mama|papa)$/u.test(word)) return undefined;
    const title = /^(?:mother|mum|mama)$/u.test(word) ? 'mrs' : 'mr';
    const owner = this.meanings.get(phrase.owner);
    const kind = owner && ('crowd' in owner ? owner.crowd.thing.word : owner.members[0]?.kind);
    return kind === undefined
      ? undefined
      : this.cast.referents.find((one) => one.id.startsWith(`${title}-`) && one.kind === kind);
  }

  private ofPronoun(mention: Mention): Meaning | undefined {
    const word = mention.phrase.words[0]!.toLowerCase();
    const gender = genderOfPronoun(word);
    if (gender) return this.ofSingular(mention, gender);
    if (/^(?:they|them|their|themselves)$/u.test(word)) return this.ofPlural(word);
    if (/^(?:it|its|itself)$/u.test(word)) return this.ofNeuter(mention);
    return undefined;
  }

  private ofSingular(mention: Mention, gender: 'male' | 'female' | 'unknown'): Meaning | undefined {
    const doer = this.doerOf(mention);
    const isObject = mention.role === 'object' && !/self$/u.test(mention.phrase.words[0]!);
    const candidates = [...this.salience]
      .filter(([one]) => one.gender === gender || (one.gender === 'unknown' && isAlive(one)))
      .filter(([one]) => !(isObject && one === doer))
      // One who is known to be a she is meant rather than one who might be.
      .map(([one, weight]): [Referent, number] => [one, one.gender === gender ? weight * SURE_GENDER : weight])
      .sort(([, a], [, b]) => b - a);
    // 'hurt his ankle': an owner inside the clause is its doer, if he can be.
    const own = mention.role === 'owner' && doer && candidates.find(([one]) => one === doer);
    const recent =
      mention.role === 'owner' && !doer
        ? this.latest.find((one) => candidates.some(([other]) => other === one))
        : undefined;
    const best = own ? own[0] : (recent ?? candidates[0]?.[0]);
    if (!best) return undefined;
    if (best.gender === 'unknown') best.gender = gender;
    return { members: [best] };
  }

  /** An animal without he or she ('the otter ... it swam'); things that 'it' means are not followed. */
  private ofNeuter(mention: Mention): Meaning | undefined {
    const best = [...this.salience].sort(([, a], [, b]) => b - a)[0];
    if (!best || mention.role !== 'subject' || best[0].gender !== 'unknown' || !isAlive(best[0]) || best[1] < 1)
      return undefined;
    if (mention.clause.verb?.lemma === 'be') return undefined;
    return { members: [best[0]] };
  }

  private ofPlural(word: string): Meaning | undefined {
    if (this.group && this.groupAge <= GROUP_LASTS) return this.group;
    // 'them' may be things; they who do something are someone.
    if (word === 'them') return undefined;
    const two = [...this.salience]
      .filter(([, weight]) => weight > 0.3)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 2);
    return two.length === 2 ? { members: two.map(([one]) => one) } : undefined;
  }

  private setGroup(meaning: Meaning): void {
    this.group = meaning;
    this.groupAge = 0;
  }

  private doerOf(mention: Mention): Referent | undefined {
    const subject = mention.clause.subjects[0];
    const meaning = subject && this.meanings.get(subject);
    return meaning && 'members' in meaning ? meaning.members[0] : undefined;
  }

  private note(mention: Mention, meaning: Meaning): void {
    if ('crowd' in meaning) {
      if (mention.role !== 'oblique' && mention.role !== 'owner') this.setGroup(meaning);
      return;
    }
    this.latest.unshift(...meaning.members);
    for (const one of meaning.members) {
      this.salience.set(one, (this.salience.get(one) ?? 0) + ROLE_WEIGHT[mention.role]);
      if (mention.role === 'subject') one.acts++;
    }
    // Joined names are what 'they' will mean.
    if (mention.role === 'owner') return;
    this.row = mention.joined ? [...new Set([...this.row, ...meaning.members])] : meaning.members;
    if (this.row.length > 1) this.setGroup({ members: this.row });
  }
}

function isAlive(referent: Referent): boolean {
  return (
    referent.thing === undefined ||
    referent.thing.kind === 'animal' ||
    referent.thing.kind === 'person' ||
    !referent.named
  );
}

function inTextOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => a.phrase.head - b.phrase.head);
}
