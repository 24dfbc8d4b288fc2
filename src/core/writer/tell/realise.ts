/** Fills the slots of passages (docs/writer.md, "The language of passages") so that every pronoun is understood. */
import type { Mood, Setting } from '../../../shared/story.ts';
import { caseAt } from '../grammar/case.ts';
import { capital } from '../../story/describe/nouns.ts';
import { articleFor } from '../grammar/nouns.ts';
import { PRONOUNS } from '../grammar/pronouns.ts';
import { beingBank, placeBank } from '../banks/lookup.ts';
import type { PlaceWords } from '../banks/types.ts';
import type { Character, Event, Tale } from '../types.ts';
import { Mentions } from './mentions.ts';
import {
  callOf,
  fullOf,
  groupOf,
  introduced,
  introOf,
  joined,
  kindOf,
  nameOf,
  possessive,
  tellsKind,
  traitsOf,
} from './names.ts';
import { decide, parseSlot, SLOT, slotsOf, type Slot } from './slots.ts';

/** Where and how a passage is told. */
export interface Spot {
  readonly setting: Setting;
  readonly mood: Mood;
  readonly place: PlaceWords;
}

export interface Places {
  readonly home: PlaceWords;
  readonly away: PlaceWords;
}

export interface Sky {
  readonly weather: string;
  readonly sky: string;
}

/** Tells one story: what was said before decides how the next passage says it. `copy` tries a passage without saying it. */
export class Realiser {
  private readonly tale: Tale;
  private readonly places: Places;
  private readonly refrain: string;
  private readonly skies: (spot: Spot) => Sky;
  private mentions = new Mentions();
  /** Whom the story has said the kind of. */
  private known = new Set<string>();
  private used = new Set<string>();
  private lastWord = new Map<string, string>();
  /** 'event1', 'ending': what the story has told of the idea. */
  readonly toldEvents = new Set<string>();

  constructor(tale: Tale, places: Places, refrain: string, skies: (spot: Spot) => Sky) {
    this.tale = tale;
    this.places = places;
    this.refrain = refrain;
    this.skies = skies;
  }

  copy(): Realiser {
    const made = new Realiser(this.tale, this.places, this.refrain, this.skies);
    made.known = new Set(this.known);
    made.used = new Set(this.used);
    made.lastWord = new Map(this.lastWord);
    for (const event of this.toldEvents) made.toldEvents.add(event);
    return made;
  }

  /** Is this one of the refrain's sentences (in small letters, without marks)? It alone may come again. */
  isRefrain(sentence: string): boolean {
    return (
      sentence !== '' &&
      this.refrain
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} ]/gu, '')
        .includes(sentence)
    );
  }

  /** The passage as prose with curly quotes; undefined where the tale cannot fill it. */
  passage(text: string, spot: Spot, random: () => number): string | undefined {
    const decided = decide(text, this.tale, random, (options) => this.fresh(options));
    if (decided === undefined) return undefined;
    const flat = this.withEvents(decided);
    return curly(
      flat
        .split('\n\n')
        .map((paragraph) => this.paragraph(paragraph.trim().replaceAll(/\s*\n\s*/gu, ' '), flat, spot, random))
        .filter((paragraph) => paragraph !== '')
        .join('\n\n'),
    );
  }

  /** A title or a line of the outline: everybody by name, nothing remembered. */
  label(text: string, spot: Spot, random: () => number): string | undefined {
    const decided = decide(text, this.tale, random);
    if (decided === undefined) return undefined;
    const plain = this.copy();
    for (const id of this.tale.cast.keys()) plain.known.add(id);
    plain.known.add('thing');
    return curly(plain.paragraph(plain.withEvents(decided), decided, spot, random));
  }

  /** An alternative without slots that was used before gives way to one that was not. */
  private fresh(options: readonly string[]): readonly string[] {
    const unused = options.filter(
      (option) => option.trim() === '' || option.length < 12 || !this.used.has(`option:${option}`),
    );
    const left = unused.length > 0 ? unused : options;
    if (left.length === 1) this.used.add(`option:${left[0]!}`);
    return left;
  }

  private withEvents(text: string): string {
    return text.replaceAll(/\{(event\d|wish|ending)\.?(past|base|gerund|!)\}/gu, (_, id: string, form: string) => {
      const event = this.event(id);
      // To want a thing is not yet to have it.
      if (id !== 'wish' || form === 'past' || form === '!') this.toldEvents.add(id);
      return form === '!' ? this.sentenceOf(event) : event.told[form as 'past' | 'base' | 'gerund'];
    });
  }

  private event(id: string): Event {
    const { idea } = this.tale;
    return id === 'wish' ? idea.wish! : id === 'ending' ? idea.ending! : idea.events[Number(id.slice(5)) - 1]!;
  }

  private sentenceOf(event: Event): string {
    const { heroes } = this.tale.idea;
    const isHeroes = event.subjects.length === heroes.length && event.subjects.every((id) => heroes.includes(id));
    const subject = event.other ?? (isHeroes ? '{heroes}' : joined(event.subjects.map((id) => `{${id}}`)));
    return `${subject} ${event.told.past}.`;
  }

  private paragraph(text: string, whole: string, spot: Spot, random: () => number): string {
    this.mentions.clear();
    const told = new Set(
      slotsOf(whole)
        .filter(
          ({ form, id }) =>
            (form === 'full' || form === 'kind' || form === 'intro') && (this.tale.cast.has(id) || id === 'heroes'),
        )
        .map(({ id }) => id),
    );
    let out = '';
    let from = 0;
    for (const match of text.matchAll(SLOT)) {
      out = this.literal(out, text.slice(from, match.index));
      from = match.index + match[0].length;
      const slot = parseSlot(match[1]!);
      const after = withVerbs(text.slice(from));
      const filled = this.fill(slot, sentenceSoFar(out), after, spot, random, told);
      out = put(out, filled, SPEECH_TAGS.has(slot.form));
    }
    out = this.literal(out, text.slice(from));
    return tidy(out);
  }

  /** Adds plain text, and counts the sentences that end in it. */
  private literal(out: string, text: string): string {
    for (const match of text.matchAll(/[.!?…]+["”')]*\s+|[.!?…]+["”')]*$/gu)) {
      // '"Hello!" said the owl': goes on.
      const rest = text.slice(match.index + match[0].length);
      if (/["”']/u.test(match[0]) && /^\p{Ll}/u.test(rest)) continue;
      this.mentions.sentence++;
    }
    return out + text;
  }

  private fill(
    slot: Slot,
    before: string,
    after: string,
    spot: Spot,
    random: () => number,
    told: ReadonlySet<string>,
  ): string {
    const { id, form, article } = slot;
    if (id === 'heroes') {
      const heroes = this.heroes();
      if (heroes.length > 1) return this.group(heroes, slot, before, after, told);
      return this.being(heroes[0]!, slot, before, after, spot, random, told);
    }
    const character = this.tale.cast.get(id);
    if (character) return this.being(character, slot, before, after, spot, random, told);
    if (id === 'home' || id === 'away') return placeForm(this.places[id], form);
    if (id === 'place') return this.here(form, spot, random);
    if (id === 'weather') return this.skies(spot).weather;
    if (id === 'sky') return this.skies(spot).sky;
    if (id === 'refrain') return this.refrain;
    if (id === 'thing') return this.thing(slot, before, after);
    if (id === 'fear') return this.tale.idea.fear ?? '';
    const chosen = this.tale.chosen[id] ?? '';
    // 'the' where the story has shown it already; a short story may have left out where it was shown.
    const isKnown = this.known.has(`choice:${id}`);
    this.known.add(`choice:${id}`);
    if (article === 'a' || (article === 'the' && !isKnown))
      return /^(?:an?|the|two) /u.test(chosen) ? chosen : `${articleFor(chosen)} ${chosen}`;
    return article === 'the' ? `the ${chosen.replace(/^(?:an?|the) /u, '')}` : chosen;
  }

  private heroes(): Character[] {
    return this.tale.idea.heroes.map((id) => this.tale.cast.get(id)!);
  }

  private thing({ form, article }: Slot, before: string, after: string): string {
    const thing = this.tale.idea.thing!;
    const gender = thing.plural ? 'they' : 'it';
    const pronouns = PRONOUNS[gender];
    if (form === 'was') return thing.plural ? 'were' : 'was';
    if (form === 'is') return thing.plural ? 'are' : 'is';
    if (form === 'has') return thing.plural ? 'have' : 'has';
    const isNear = this.mentions.last('thing') !== undefined && this.mentions.resolves('thing', gender);
    const isPronoun = form === 'it' || form === 'they' || form === 'them' || form === 'their';
    const grammar = caseAt(before, after);
    this.mentions.add({
      id: 'thing',
      members: [],
      pronoun: gender,
      subject: form !== 'object' && form !== 'them' && grammar === 'subject',
      byName: !isPronoun,
    });
    if (isPronoun && (isNear || !this.known.has('thing'))) {
      if (form === 'their') return pronouns.their;
      return form === 'them' || grammar === 'object' ? pronouns.them : pronouns.they;
    }
    const isFirst = !this.known.has('thing');
    this.known.add('thing');
    if (thing.owner === undefined && (article === 'a' || (isFirst && form === 'object'))) return thing.full;
    const owner = this.ownerOf(thing.owner);
    // 'the kite' beside Leo and a magpie, rather than 'Leo helped Leo find Leo's favourite kite'.
    const bare =
      owner === 'the'
        ? `the ${thing.noun.replace(/^(?:favourite|favorite|own|beloved) /u, '')}`
        : `${owner} ${thing.noun}`;
    return form === 's' || form === 'their' ? possessive(bare) : bare;
  }

  /** 'his' where everybody knows whose, else 'the fox's'; 'the' where it is nobody's. */
  private ownerOf(owner: string | undefined): string {
    if (owner === undefined) return 'the';
    const character = this.tale.cast.get(owner);
    if (!character) return 'their';
    const last = this.mentions.last(owner);
    if (last !== undefined && this.mentions.resolves(owner, character.gender)) return PRONOUNS[character.gender].their;
    return last?.sentence === this.mentions.sentence ? 'the' : possessive(nameOf(character, this.tale));
  }

  private here(form: string, spot: Spot, random: () => number): string {
    if (form === '' || form === 'in' || form === 'to') return placeForm(spot.place, form);
    const bank = placeBank(spot.setting);
    const list = { sound: bank.sounds, sight: bank.sights, smell: bank.smells, ground: bank.ground }[form] ?? [];
    return this.unused(list, `${form}:${spot.setting}`, random);
  }

  /** One that the story has not used, as long as there is one. */
  private unused(list: readonly string[], name: string, random: () => number): string {
    const fresh = list.filter((item) => !this.used.has(item));
    const chosen =
      pickFrom(fresh.length > 0 ? fresh : list.filter((item) => item !== this.lastWord.get(name)), random) ??
      list[0] ??
      '';
    this.used.add(chosen);
    this.lastWord.set(name, chosen);
    return chosen;
  }

  /** One of a bank's words, never the same twice running. */
  private word(list: readonly string[], name: string, random: () => number): string {
    const last = this.lastWord.get(name);
    const others = list.length > 1 ? list.filter((item) => item !== last) : list;
    const chosen = pickFrom(others, random) ?? '';
    this.lastWord.set(name, chosen);
    return chosen;
  }

  private being(
    character: Character,
    slot: Slot,
    before: string,
    after: string,
    spot: Spot,
    random: () => number,
    told: ReadonlySet<string>,
  ): string {
    const { form, article, id } = slot;
    const bank = beingBank(character.kind, character.nature);
    const pronouns = PRONOUNS[character.gender];
    const isPlural = character.count !== undefined;
    const own = (words: string): string =>
      words
        .replaceAll('{their}', pronouns.their)
        .replaceAll('{them}', pronouns.them)
        .replaceAll('{self}', pronouns.self)
        .replaceAll('{they}', pronouns.they);
    switch (form) {
      case 'was':
      case 'is':
      case 'has': {
        const last = this.mentions.last(character.id);
        const many = isPlural || (character.gender === 'they' && last?.byName === false);
        return { was: ['was', 'were'], is: ['is', 'are'], has: ['has', 'have'] }[form][many ? 1 : 0]!;
      }
      case 'kind':
      case 'full': {
        this.known.add(character.id);
        this.note(character, true, true);
        const words = form === 'kind' ? kindOf(character) : fullOf(character);
        if (article === 'a') return introduced(character, words);
        return article === 'the' ? `the ${words}` : words;
      }
      case 'intro': {
        const own = this.asOwn(character);
        this.known.add(character.id);
        this.note(character, true, true);
        return own ?? introOf(character);
      }
      case 'trait':
        return traitsOf(character)[0] ?? '';
      case 'call':
        return callOf(character);
      case 'name':
        return nameOf(character, this.tale);
      case 'moved':
      case 'rested':
      case 'glad':
      case 'afraid':
        return own(this.word(bank[form], `${id}.${form}`, random));
      case 'felt':
        return own(
          this.word(
            ['happy', 'calm', 'funny', 'wonder', 'brave'].includes(spot.mood) ? bank.glad : bank.afraid,
            `${id}.felt`,
            random,
          ),
        );
      case 'said':
        // 'said' is what the ear passes over: every second one.
        return random() < 0.5 ? 'said' : own(this.word(bank.said, `${id}.said`, random));
      case 'hand':
      case 'hands':
      case 'face':
        return bank[form];
      case 'home':
      case 'home.in': {
        const home = bank.home[hashOf(character.kind + this.tale.shape.id) % bank.home.length] ?? {
          word: 'home',
          at: 'at',
        };
        return form === 'home' ? home.word : `${home.at} ${pronouns.their} ${home.word}`;
      }
      case 'they':
      case 'them':
      case 'their':
      case 'theirs':
      case 'self':
        return this.pronoun(character, form);
      default:
        return this.mention(character, form, before, after, told);
    }
  }

  /** Always the pronoun that is asked for, unless it would be taken for somebody else. */
  private pronoun(character: Character, form: 'they' | 'them' | 'their' | 'theirs' | 'self'): string {
    const words = PRONOUNS[character.gender];
    const isSafe =
      form === 'self' ||
      this.mentions.last(character.id) === undefined ||
      this.mentions.resolves(character.id, character.gender);
    if (isSafe) {
      this.note(character, false, form === 'they');
      return words[form];
    }
    this.note(character, true, form === 'they');
    const name = nameOf(character, this.tale);
    return form === 'their' || form === 'theirs' ? possessive(name) : name;
  }

  private mention(
    character: Character,
    form: string,
    before: string,
    after: string,
    told: ReadonlySet<string>,
  ): string {
    const isPossessive = form === 's';
    const grammar = form === 'object' ? 'object' : isPossessive ? 'unsure' : caseAt(before, after);
    const isSubject = grammar === 'subject' || grammar === 'inverted';
    const { gender, id } = character;
    const last = this.mentions.last(id);
    const isPronounSafe =
      last !== undefined &&
      this.mentions.isAlone(id, gender) &&
      (this.mentions.pronounsInRow(id) < 3 || sentenceSoFar(before) !== '');
    // 'and' with another mention beside it: 'Milo and Pearl', not 'he and Pearl'.
    const isJoined = /\band\s*$/u.test(before) && grammar !== 'subject' ? true : /^\s*and\s*\{/u.test(after);
    const canPronoun =
      form !== '!' &&
      isPronounSafe &&
      !isJoined &&
      this.known.has(id) &&
      (isPossessive || grammar === 'subject' || grammar === 'object');
    if (canPronoun) {
      // The object of a sentence whose subject it is would be itself.
      const isOwnObject = grammar === 'object' && this.isSubjectNow(id);
      if (!isOwnObject) {
        this.note(character, false, isSubject);
        const words = PRONOUNS[gender];
        return isPossessive ? words.their : grammar === 'object' ? words.them : words.they;
      }
    }
    this.note(character, true, isSubject);
    const name = this.firstName(character, told);
    return isPossessive ? possessive(name) : name;
  }

  private isSubjectNow(id: string): boolean {
    const last = this.mentions.last(id);
    return last !== undefined && last.subject && last.sentence === this.mentions.sentence;
  }

  /** By name, and at the very first with what it is. */
  private firstName(character: Character, told: ReadonlySet<string>): string {
    const isKnown = this.known.has(character.id);
    const own = isKnown ? undefined : this.asOwn(character);
    this.known.add(character.id);
    if (own !== undefined) return own;
    if (isKnown || told.has(character.id) || told.has('heroes')) return nameOf(character, this.tale);
    if (character.name !== undefined)
      return tellsKind(character) ? `${character.name} the ${character.kind}` : character.name;
    return introduced(character, fullOf(character));
  }

  /** 'his sister Mila', 'the hedgehog's mother': whose it is, where that one is known. */
  private asOwn(character: Character): string | undefined {
    const owner = character.of === undefined ? undefined : this.tale.cast.get(character.of);
    if (!owner || character.id === 'hero' || !this.known.has(owner.id)) return undefined;
    const whose = this.isSubjectNow(owner.id) ? PRONOUNS[owner.gender].their : possessive(nameOf(owner, this.tale));
    return [whose, ...traitsOf(character), kindOf(character), character.name]
      .filter((word) => word !== undefined)
      .join(' ');
  }

  private group(
    heroes: readonly Character[],
    slot: Slot,
    before: string,
    after: string,
    told: ReadonlySet<string>,
  ): string {
    const { form, article } = slot;
    const words = PRONOUNS.they;
    const members = heroes.map((hero) => hero.id);
    const add = (byName: boolean, subject: boolean): void => {
      this.mentions.add({ id: 'heroes', members, pronoun: 'they', subject, byName });
    };
    const firsts = (): string => joined(heroes.map((hero) => this.firstName(hero, told)));
    switch (form) {
      case 'was':
        return 'were';
      case 'is':
        return 'are';
      case 'has':
        return 'have';
      case 'kind':
      case 'full': {
        for (const id of members) this.known.add(id);
        const group = groupOf(heroes, form === 'full');
        add(true, true);
        if (article === 'a') return group;
        const same = new Set(heroes.map((hero) => hero.kind)).size === 1;
        return article === 'the'
          ? same
            ? `the ${group}`
            : joined(heroes.map((hero) => `the ${hero.kind}`))
          : group.replace(/^(?:two|three|four|an?|the) /u, '');
      }
      case 'intro': {
        for (const id of members) this.known.add(id);
        add(true, true);
        const same = new Set(heroes.map((hero) => hero.kind)).size === 1;
        if (!same)
          return joined(
            heroes.map((hero) => {
              // 'Wei and his grandfather'
              if (hero.of === heroes[0]!.id)
                return [PRONOUNS[heroes[0]!.gender].their, fullOf(hero), hero.name].join(' ').trim();
              if (hero.name === undefined || traitsOf(hero).length > 0) return introOf(hero);
              return tellsKind(hero) ? `${hero.name} the ${hero.kind}` : hero.name;
            }),
          );
        return heroes.every((hero) => hero.name !== undefined)
          ? `${groupOf(heroes, true)}, ${joined(heroes.map((hero) => hero.name!))}${/^\s*[\p{L}{]/u.test(after) ? ',' : ''}`
          : groupOf(heroes, true);
      }
      case 'trait':
        return traitsOf(heroes[0]!)[0] ?? '';
      case 'call':
      case 'name':
        return joined(heroes.map((hero) => (form === 'call' ? callOf(hero) : nameOf(hero, this.tale))));
      case 'they':
      case 'them':
      case 'their':
      case 'theirs':
      case 'self':
        add(false, form === 'they');
        return words[form];
      case 'moved':
      case 'said':
      case 'rested':
      case 'glad':
      case 'afraid':
      case 'felt':
        return {
          moved: 'went',
          said: 'said',
          rested: 'sat down',
          glad: 'laughed out loud',
          afraid: 'held on to each other',
          felt: 'looked at each other',
        }[form];
      case 'hand':
        return 'hand';
      case 'hands':
        return 'hands';
      case 'face':
        return 'faces';
      case 'home':
        return 'home';
      case 'home.in':
        return 'at home';
      default: {
        const grammar = form === 'object' ? 'object' : form === 's' ? 'unsure' : caseAt(before, after);
        const can =
          form !== '!' &&
          this.mentions.last('heroes') !== undefined &&
          this.mentions.isAlone('heroes', 'they') &&
          (grammar === 'subject' || grammar === 'object' || form === 's');
        const isSubject = grammar === 'subject';
        if (can && this.mentions.pronounsInRow('heroes') < 4) {
          add(false, isSubject);
          return form === 's' ? words.their : grammar === 'object' ? words.them : words.they;
        }
        add(true, isSubject);
        const names = firsts();
        return form === 's' ? possessive(names) : names;
      }
    }
  }

  private note(character: Character, byName: boolean, subject: boolean): void {
    this.mentions.add({ id: character.id, members: [], pronoun: character.gender, subject, byName });
  }
}

/** Verbs of who has just spoken: '"Why?" said'. */
const SPEECH_TAGS = new Set(['said', 'moved']);

function placeForm(place: PlaceWords, form: string): string {
  return form === 'in' ? place.in : form === 'to' ? place.to : place.words;
}

function pickFrom<Item>(list: readonly Item[], random: () => number): Item | undefined {
  return list[Math.min(list.length - 1, Math.floor(random() * list.length))];
}

function hashOf(text: string): number {
  let sum = 7;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) % 1_000_003;
  return sum;
}

/** Slots that stand for verbs, as the words that the grammar looks for. */
function withVerbs(text: string): string {
  return text.replace(/^(\s*)\{[\w-]+\.(?:was|is|has|moved|said|rested|glad|afraid|felt)\}/u, '$1was');
}

/** What is written since the last sentence ended. */
function sentenceSoFar(out: string): string {
  const ends = [...out.matchAll(/[.!?…]["”']*\s+(?=\S|$)/gu)];
  const last = ends.at(-1);
  return last ? out.slice(last.index + last[0].length) : out;
}

/** Joins a filled slot: capital where a sentence or a quote begins. */
function put(out: string, filled: string, isVerb: boolean): string {
  if (filled === '' || (isVerb && /["”]\s+$/u.test(out))) return out + filled;
  const isStart = /(?:^|[.!?…]["”')]*\s+|^\s*["“(]|[\s—]["“])$/u.test(out) || out === '';
  const isQuoteStart = /(?:^|\s)["“]$/u.test(out);
  return out + (isStart || isQuoteStart ? capital(filled) : filled);
}

/** An empty slot takes its space and comma with it; 'a' before a vowel is 'an'. */
function tidy(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([,.;:!?])/gu, '$1')
    .replaceAll(/,{2,}/gu, ',')
    .replaceAll(/([.!?])\.(?!\.)/gu, '$1')
    .replaceAll(/(["“]) /gu, (match, mark: string, offset: number, all: string) =>
      (all.slice(0, offset).match(/["“]/gu)?.length ?? 0) % 2 === 0 ? mark : match,
    )
    .replaceAll(/\b([Aa])n? (?=[\p{L}])/gu, (match, letter: string, offset: number, all: string) => {
      const next = /^[\p{L}-]+/u.exec(all.slice(offset + match.length))?.[0] ?? '';
      if (match.length === 2 && /^[aeiou]/iu.test(next) && articleFor(next) === 'an') return `${letter}n `;
      if (match.length === 3 && articleFor(next) === 'a') return `${letter} `;
      return match;
    })
    .replaceAll(/(^|[.!?…]["”)]* )(\p{Ll})/gu, (match, end: string, letter: string, offset: number, all: string) =>
      // '"Hello!" said the owl' goes on in small letters.
      /["”]/u.test(end) || (end !== '' && all.slice(0, offset + 1).endsWith('…')) ? match : end + letter.toUpperCase(),
    )
    .trim();
}

/** Straight quotes become curly ones. */
function curly(text: string): string {
  let open = false;
  return text
    .replaceAll(/"|\n\n/gu, (mark) => {
      if (mark === '\n\n') {
        open = false;
        return mark;
      }
      open = !open;
      return open ? '“' : '”';
    })
    .replaceAll(/(^|[\s(“—])'(?=\S)/gu, '$1‘')
    .replaceAll("'", '’');
}
