/** One sentence of an idea: its clauses, who does them, and what is wished, feared and asked for at the end. */
import type { Token } from '../../story/language/tag.ts';
import { placeOf } from '../../story/place/words.ts';
import { baseOf, gerundOf, isVerb, participleOf, pastModal, pastOf } from '../grammar/verbs.ts';
import type { IdeaObject, Part } from './parts.ts';
import { isName, nameRow, phraseAt, POSSESSIVES, RELATIVES, TITLES, type Phrase } from './phrase.ts';
import { isFinite, verbGroupAt, type VerbGroup } from './verb-group.ts';
import { beingsOf, isBeing, setKind, whoIs, type Being, type RawEvent, type World } from './world.ts';

const CONNECTORS = new Set(
  ', and but so then yet or ; : — – - until when while because as after before where though although if'.split(' '),
);
const SUBORDINATE = new Set('until when while because as after before where though although if'.split(' '));
/** What may stand before a clause and says only when. */
const FILLERS = new Set(
  'then finally tonight soon suddenly together also even still later now today eventually instead'.split(' '),
);
const GOING = new Set(
  'travel go sail fly climb journey walk run swim come set drive ride march hurry cross venture return head voyage float leave row'.split(
    ' ',
  ),
);
const WISHING = new Set('want wish hope long dream yearn'.split(' '));
const AFRAID = new Set('afraid scared frightened terrified fearful'.split(' '));
/** What one does not do for long, and so is like. */
const KNOWING = new Set('know like have believe understand remember own trust'.split(' '));
const STATES = new Set('be seem feel become look get'.split(' '));

export function readSentence(world: World, all: readonly Token[], endingAsked: boolean): void {
  const tokens = withoutStart(doersAsNouns(all).filter((token) => !/^[.!?"'“”‘’«»„]+$/u.test(token.text)));
  if (tokens.length === 0) return;
  let index = skipFrontedPlace(tokens);
  let subjects: readonly string[] = [];
  let other: readonly Part[] = [];
  const firstEvent = world.events.length;
  const opened = subjectAt(index);
  if (!opened) {
    loneVerb(index);
  } else {
    ({ subjects, other } = opened);
    index = opened.end;
    if (world.first.length === 0) world.first = subjects;
    while (index < tokens.length) {
      const end = clauseEnd(index);
      readClause(index, end.at);
      if (end.next >= tokens.length) break;
      if (end.isClause) {
        const next = subjectAt(end.next);
        if (!next) break;
        ({ subjects, other } = next);
        index = next.end;
        const said = tokens.slice(index + 1, clauseEnd(index).at).map((token) => token.lower);
        if (
          tokens[end.next]!.lower === 'it' &&
          STATES.has(baseOf(tokens[index]!.lower, '')) &&
          SAYS_OF_IT.test(said.join(' '))
        )
          index = tokens.length;
      } else index = end.next;
    }
  }
  if (endingAsked) {
    const last = world.events.slice(firstEvent).at(-1);
    if (last) last.ending = true;
  }

  /** 'Learning to ride a bike': nobody is named. */
  function loneVerb(start: number): void {
    const token = tokens[start]!;
    const base = baseOf(token.lower, token.lemma);
    if (!isVerb(base)) return;
    const end = clauseEnd(start);
    pushEvent(
      { base, end: start + 1, must: false, negated: false, able: false, adverbs: [] },
      partsFrom(start + 1, end.at, base),
      [],
    );
  }

  function subjectAt(
    start: number,
  ): { readonly subjects: readonly string[]; readonly other: readonly Part[]; readonly end: number } | undefined {
    let at = start;
    const phrases: Phrase[] = [];
    for (;;) {
      const phrase = phraseAt(tokens, at, true);
      if (!phrase) break;
      phrases.push(phrase);
      at = phrase.end;
      const row = tokens[at]?.text === ',' || tokens[at]?.text === ':' ? at + 1 : at;
      // 'two brothers, Sam and Theo,' and 'Nina, a young inventor,'
      if (row > at && phrase.plural && phrase.names.length === 0 && isName(tokens[row])) {
        const names = nameRow(tokens, row);
        phrases[phrases.length - 1] = { ...phrase, names: names.names };
        at = names.end;
        if (tokens[at]?.text === ',') at++;
        break;
      }
      if (row > at && phrase.names.length === 1 && phrase.noun === '') {
        const described = phraseAt(tokens, row, true);
        const closing = described && tokens[described.end]?.text;
        if (
          described?.determiner !== undefined &&
          described.names.length === 0 &&
          (closing === ',' || isFinite(tokens, described.end))
        ) {
          phrases[phrases.length - 1] = { ...described, determiner: undefined, names: phrase.names };
          at = closing === ',' ? described.end + 1 : described.end;
          break;
        }
      }
      // 'a fox, a bear and a hare'
      const joint = tokens[at];
      if (!joint || !/^(?:,|and|&)$/u.test(joint.lower)) break;
      let next = at + 1;
      if (tokens[next]?.lower === 'and') next++;
      const following = phraseAt(tokens, next, true);
      if (!following || following.pronoun !== undefined) break;
      at = next;
    }
    if (phrases.length === 0) return undefined;
    const beings = phrases.flatMap((phrase) => subjectBeings(phrase));
    const lone = phrases[0]!;
    if (tokens[at]?.text === ',' && isFinite(tokens, at + 1)) at++;
    if (lone.relative !== undefined && phrases.length === 1) at = readRelative(lone, beings);
    // 'with' and 'in' before the verb: 'A girl with red hair finds'.
    while (['with', 'in', 'from', 'at', 'on', 'without', 'near', 'under'].includes(tokens[at]?.lower ?? '')) {
      const part = phraseAt(tokens, at + 1, true);
      if (!part || (!isFinite(tokens, part.end) && part.end < tokens.length)) break;
      const words: Part = { is: 'word', text: textOf(at, part.end) };
      if (
        beings.length === 1 &&
        (tokens[at]!.lower === 'with' || tokens[at]!.lower === 'without' || tokens[at]!.lower === 'from')
      )
        beings[0]!.after.push(words);
      at = part.end;
    }
    return {
      subjects: beings.map((being) => being.key),
      other: beings.length > 0 ? [] : [thingSubject(lone)],
      end: at,
    };
  }

  function subjectBeings(phrase: Phrase): Being[] {
    if (phrase.pronoun !== undefined) {
      const object = phrase.pronoun === 'it' ? referredObject() : undefined;
      if (object) return [];
      return [...whoIs(world, phrase.pronoun, [], false)];
    }
    ownersIn(phrase);
    // What opens the idea is whom it is about; later a storm may come without being anybody.
    const isOne =
      isBeing(world, phrase, '', true) ||
      world.beings.length === 0 ||
      (world.events.length === 0 && !/^the$|'s?$/u.test(phrase.determiner ?? '') && !phrase.head.endsWith('s'));
    const owners = POSSESSIVES.has(phrase.determiner ?? '') ? whoIs(world, phrase.determiner!, [], true) : [];
    return isOne ? owned(beingsOf(world, phrase), owners) : [];
  }

  function thingSubject(phrase: Phrase): Part {
    if (phrase.pronoun === 'it') {
      const object = referredObject();
      if (object) {
        object.referred++;
        return { is: 'object', object };
      }
    }
    const known = world.objects.find((object) => object.head === phrase.head && phrase.head !== '');
    if (known) {
      known.referred++;
      return { is: 'object', object: known };
    }
    if (phrase.determiner?.endsWith("'s") || POSSESSIVES.has(phrase.determiner ?? '')) {
      const parts: Part[] = [];
      pushPhrase(parts, phrase, [], '', undefined);
      return parts[0]!;
    }
    return { is: 'word', text: textOf(phrase.first, phrase.end) };
  }

  function referredObject(): IdeaObject | undefined {
    return world.objects.find((object) => !object.plural && !object.oblique);
  }

  /** 'who tells lies': until the verb that the subject itself waits for. Returns where that is. */
  function readRelative(phrase: Phrase, beings: readonly Being[]): number {
    const start = phrase.relative!;
    const group = tokens[start]!.lower === 'whose' ? undefined : verbGroupAt(tokens, start + 1);
    let at = group?.end ?? start + 2;
    const hasOwn = tokens.some(
      ({ tag }, index) => index > at && (tag === 'VERB' || tag === 'AUX') && tokens[index - 1]!.lower !== 'to',
    );
    for (; at < tokens.length; at++) {
      if (tokens[at]!.text === ',' && isFinite(tokens, at + 1)) break;
      // 'tells lies loses': a noun is taken for the verb only where there is no other.
      const isLikelyNoun = !(tokens[at - 1]!.tag === 'NOUN' && tokens[at + 1]?.tag === 'ADP');
      if (hasOwn && tokens[at]!.tag === 'NOUN' && isLikelyNoun) continue;
      if (
        isFinite(tokens, at, phrase.plural) &&
        tokens[at - 1]!.lower !== 'to' &&
        !CONNECTORS.has(tokens[at - 1]!.lower) &&
        tokens[at]!.tag !== 'ADP' &&
        tokens[at]!.tag !== 'ADV' &&
        !RELATIVES.has(tokens[at - 1]!.lower)
      )
        break;
    }
    const parts = partsOf(
      start,
      at,
      beings.map((being) => being.key),
      '',
    );
    for (const being of beings) being.after.push(...parts);
    const isMain = at < tokens.length;
    // 'who is afraid of the dark meets the moon'
    if (isMain && AFRAID.has(tokens[start + 2]?.lower ?? '') && tokens[start + 3]?.lower === 'of')
      world.fear ??= partsOf(
        start + 4,
        at,
        beings.map((being) => being.key),
        '',
      );
    // 'A dragon who is afraid of fire.' has no other verb: what the relative says is what happens.
    if (!isMain && group && beings.length > 0) {
      for (const being of beings) being.after.splice(0);
      return start + 1;
    }
    return tokens[at]?.text === ',' ? at + 1 : at;
  }

  /** Where the clause from `start` on ends, and what begins there. */
  function clauseEnd(start: number): { readonly at: number; readonly next: number; readonly isClause: boolean } {
    const plural =
      subjects.length > 1 || world.beings.some((being) => being.key === subjects[0] && being.count !== undefined);
    let isReason = false;
    for (let at = start + 1; at < tokens.length; at++) {
      if (!CONNECTORS.has(tokens[at]!.lower)) continue;
      // The reason belongs to what happens; only a comma or somebody else ends it.
      if (tokens[at]!.lower === 'because') {
        isReason = true;
        continue;
      }
      if (isReason && tokens[at]!.text !== ',') continue;
      let next = at;
      let isSubordinate = false;
      while (
        next < tokens.length &&
        (CONNECTORS.has(tokens[next]!.lower) ||
          FILLERS.has(tokens[next]!.lower) ||
          (tokens[next]!.tag === 'ADV' && tokens[next - 1]!.text === ','))
      ) {
        isSubordinate ||= SUBORDINATE.has(tokens[next]!.lower);
        next++;
      }
      if (!isSubordinate && isFinite(tokens, next, plural) && !isNounHere(next)) return { at, next, isClause: false };
      const phrase = phraseAt(tokens, next, true);
      if (!phrase) continue;
      let verb = phrase.end;
      if (phrase.relative !== undefined)
        verb = tokens.findIndex((_, index) => index > phrase.relative! + 1 && isFinite(tokens, index));
      // 'and his dog Rusty': no verb, no clause.
      if (verb > 0 && isFinite(tokens, verb) && tokens[verb - 1]?.lower !== 'to') return { at, next, isClause: true };
    }
    return { at: tokens.length, next: tokens.length, isClause: false };
  }

  function isNounHere(at: number): boolean {
    const token = tokens[at]!;
    return token.tag === 'NOUN' && tokens[at + 1]?.tag === 'VERB';
  }

  function readClause(start: number, end: number): void {
    const group = verbGroupAt(tokens, start);
    if (!group || group.end > end) return;
    const before = new Set(world.beings);
    const spoken = tokens.slice(start, end).map((token) => token.lower);
    readVerb(group, end);
    const others = world.beings.filter(
      (being) =>
        !subjects.includes(being.key) &&
        (!before.has(being) ||
          (being.name !== undefined && spoken.includes(being.name.toLowerCase())) ||
          spoken.includes(being.kind)),
    );
    if (subjects.length > 0) world.last = { subjects, others: others.map((being) => being.key) };
  }

  function readVerb(group: VerbGroup, end: number): void {
    const own = world.beings.filter((being) => subjects.includes(being.key));
    const { base } = group;
    let at = group.end;
    if (STATES.has(base) && readState(own, base, at, end)) return;
    if (base === 'fear' && own.length > 0) {
      world.fear = partsOf(at, end, subjects, base);
      return;
    }
    if (
      base === 'live' &&
      tokens[at]?.tag === 'ADP' &&
      placeOf(
        tokens
          .slice(at + 1, end)
          .map((token) => token.lower.replace(/'s$/u, ''))
          .reverse(),
      )
    ) {
      partsFrom(at, end, base);
      return;
    }
    if (base === 'have' && readOwning(own, at, end)) return;
    // 'does not want to melt': what is not wished is refused.
    if (group.negated && WISHING.has(base)) {
      const to = tokens[at]?.lower === 'to' ? verbGroupAt(tokens, at + 1) : undefined;
      if (!to) return;
      const refused: Part[] = [
        { is: 'word', text: 'to' },
        { is: 'word', text: to.base },
      ];
      pushEvent({ ...group, base: 'refuse' }, [...refused, ...partsFrom(to.end, end, to.base)], subjects);
      return;
    }
    // 'cannot stop laughing' is nothing that one wishes.
    if (group.able && group.negated && /^(?:stop|help)$/u.test(base) && tokens[at]?.lower.endsWith('ing')) {
      pushEvent({ ...group, base: 'keep' }, partsFrom(at, end, base), subjects);
      return;
    }
    if (WISHING.has(base) || (base === 'like' && group.adverbs.length > 0)) {
      const wished = wishAt(at, end);
      if (wished) {
        const wish = rawEvent(wished, partsFrom(wished.end, end, wished.base), subjects);
        if (world.wish) world.events.push(wish);
        else world.wish = wish;
        return;
      }
    }
    if (group.able && group.negated) {
      const wish = rawEvent(group, partsFrom(at, end, base), subjects);
      world.wish ??= wish;
      return;
    }
    // 'does not know anybody' says what one is like; other things that do not happen are nothing to tell.
    if (group.negated && own.length === 1 && own[0]!.after.length === 0 && KNOWING.has(base)) {
      own[0]!.after.push(
        { is: 'word', text: `${whoOf(own[0]!)} did not ${base}` },
        ...partsOf(at, end, subjects, base),
      );
      return;
    }
    if (group.negated) return;
    // 'forgot how to shine': what is lost is wished back.
    if (base === 'forget' && tokens[at]?.lower === 'how' && tokens[at + 1]?.lower === 'to') {
      const skill = verbGroupAt(tokens, at + 2);
      if (skill) world.wish ??= rawEvent(skill, partsFrom(skill.end, end, skill.base), subjects);
    }
    // 'travel to the Pole to find a star' are two things that happen.
    const purpose = GOING.has(base) ? purposeAt(at, end) : undefined;
    if (base === 'set' && tokens[at]?.lower === 'out') at = group.end;
    pushEvent(group, partsFrom(at, purpose ?? end, base), subjects);
    if (purpose !== undefined) {
      const verb = verbGroupAt(tokens, purpose + 1)!;
      pushEvent(verb, partsFrom(verb.end, end, verb.base), subjects);
    }
  }

  /** 'is afraid of the dark', 'is too shy', 'is a mouse': what one is like, not what happens. */
  function readState(own: readonly Being[], base: string, start: number, end: number): boolean {
    let at = start;
    while (
      ['too', 'very', 'so', 'really', 'quite', 'always', 'a-little', 'rather', 'all'].includes(tokens[at]?.lower ?? '')
    )
      at++;
    const token = tokens[at];
    if (!token || own.length === 0) return own.length > 0 && at >= end;
    if (AFRAID.has(token.lower)) {
      const of = tokens[at + 1]?.lower;
      const reason = tokens.findIndex((one, index) => index > at && index < end && one.lower === 'because');
      if (of === 'of') world.fear = partsOf(at + 2, reason > 0 ? reason : end, subjects, base);
      else if (of === 'to') {
        const verb = verbGroupAt(tokens, at + 2);
        if (verb)
          world.fear = [{ is: 'word', text: gerundOf(verb.base) }, ...partsOf(verb.end, end, subjects, verb.base)];
      }
      return true;
    }
    if (base === 'be' && token.lower === 'about' && tokens[at + 1]?.lower === 'to') {
      const verb = verbGroupAt(tokens, at + 2);
      if (verb) pushEvent(verb, partsFrom(verb.end, end, verb.base), subjects);
      return true;
    }
    if (base === 'be') {
      const phrase = phraseAt(tokens, at, false);
      if (
        phrase &&
        phrase.pronoun === undefined &&
        phrase.names.length === 0 &&
        phrase.end >= end &&
        own.every((being) => being.kind === '')
      ) {
        for (const being of own) setKind(world, being, phrase);
        return true;
      }
      // 'is a bear who is afraid of thunder'
      if (
        phrase?.relative !== undefined &&
        phrase.relative < end &&
        phrase.pronoun === undefined &&
        own.length > 0 &&
        own.every((being) => being.kind === '')
      ) {
        for (const being of own) setKind(world, being, phrase);
        const group = verbGroupAt(tokens, phrase.relative + 1);
        if (group && group.end <= end) readVerb(group, end);
        return true;
      }
      if (phrase && phrase.names.length > 0 && phrase.noun === '' && own.length === 1) {
        own[0]!.name ??= phrase.names[0];
        return true;
      }
    }
    const isLast =
      at + 1 >= end ||
      tokens[at + 1]?.lower === 'to' ||
      tokens[at + 1]?.lower === 'and' ||
      tokens[at + 1]?.lower === 'for';
    if ((base === 'be' || base === 'feel') && (token.tag === 'ADJ' || /(?:ed|y)$/u.test(token.lower)) && isLast) {
      for (const being of own) if (!being.traits.includes(token.lower)) being.traits.push(token.lower);
      if (tokens[at + 1]?.lower === 'and' && tokens[at + 2]?.tag === 'ADJ')
        for (const being of own) being.traits.push(tokens[at + 2]!.lower);
      return true;
    }
    return false;
  }

  /** 'has a friend called Otto', 'has a dream'. */
  function readOwning(own: readonly Being[], start: number, end: number): boolean {
    const phrase = phraseAt(tokens, start, false);
    if (!phrase || own.length === 0) return false;
    if (isBeing(world, phrase, '', false)) {
      beingsOf(world, phrase);
      return phrase.end >= end;
    }
    if (/^(?:dream|wish)$/u.test(phrase.head)) {
      const to = tokens.findIndex((token, index) => index >= phrase.end && index < end && token.lower === 'to');
      const verb = to > 0 ? verbGroupAt(tokens, to + 1) : undefined;
      if (verb) world.wish ??= rawEvent(verb, partsFrom(verb.end, end, verb.base), subjects);
      return verb !== undefined;
    }
    return false;
  }

  function wishAt(start: number, end: number): VerbGroup | undefined {
    for (let at = start; at < Math.min(start + 4, end); at++) {
      const { lower } = tokens[at]!;
      if (lower === 'to') return verbGroupAt(tokens, at + 1);
      if (lower === 'of') return verbGroupAt(tokens, at + 1);
      if (['he', 'she', 'it', 'they'].includes(lower)) return verbGroupAt(tokens, at + 1);
      if (lower === 'for' || tokens[at]!.tag === 'DET')
        return {
          base: 'have',
          end: lower === 'for' ? at + 1 : at,
          must: false,
          negated: false,
          able: false,
          adverbs: [],
        };
    }
    return undefined;
  }

  function purposeAt(start: number, end: number): number | undefined {
    for (let at = start; at < end; at++) {
      if (tokens[at]!.lower !== 'to') continue;
      const next = tokens[at + 1];
      if (next && (next.tag === 'VERB' || next.tag === 'PART') && isVerb(baseOf(next.lower, next.lemma))) return at;
    }
    return undefined;
  }

  function pushEvent(group: VerbGroup, parts: readonly Part[], who: readonly string[]): void {
    world.events.push(rawEvent(group, parts, who));
  }

  function rawEvent(group: VerbGroup, parts: readonly Part[], who: readonly string[]): RawEvent {
    const plural = who.length > 1 || world.beings.some((being) => being.key === who[0] && being.count !== undefined);
    return {
      subjects: who,
      other: who.length > 0 ? [] : other,
      verb: group.base,
      parts: [{ is: 'main', base: group.base, plural }, ...parts],
      must: group.must,
      ending: false,
    };
  }

  function partsFrom(start: number, end: number, verb: string): Part[] {
    return partsOf(start, end, subjects, verb);
  }

  /** The words from `start` to `end`, with those whom the story knows and the verbs that have to be past. */
  function partsOf(start: number, end: number, own: readonly string[], verb: string): Part[] {
    const parts: Part[] = [];
    let into = parts;
    let at = start;
    let current = verb;
    let preposition: string | undefined;
    let subject = own;
    let awaitsVerb = false;
    while (at < end) {
      const token = tokens[at]!;
      const isOpen =
        RELATIVES.has(token.lower) && at + 1 < end && (isFinite(tokens, at + 1) || token.lower === 'whose');
      // 'decide which hat to wear': of no hat in particular.
      const asked = tokens[at + 1];
      if (!isOpen && /^(?:which|what)$/u.test(token.lower) && asked?.tag === 'NOUN' && at + 1 < end) {
        into.push({ is: 'word', text: `${token.lower} ${asked.lower}` });
        at += 2;
        continue;
      }
      if (isOpen || ['how', 'what', 'why', 'where', 'when', 'if', 'because', 'until', 'while'].includes(token.lower)) {
        into.push({ is: 'word', text: token.lower });
        at++;
        awaitsVerb = token.lower === 'because';
        const group = verbGroupAt(tokens, at);
        if (isOpen && group) at = pushVerbs(into, at, group);
        continue;
      }
      if (
        token.lower === 'to' &&
        tokens[at + 1] &&
        (tokens[at + 1]!.tag === 'VERB' ||
          tokens[at + 1]!.tag === 'AUX' ||
          tokens[at + 1]!.tag === 'PART' ||
          (tokens[at + 1]!.tag === 'NOUN' && isVerb(tokens[at + 1]!.lower)))
      ) {
        current = baseOf(tokens[at + 1]!.lower, tokens[at + 1]!.lemma);
        into.push({ is: 'word', text: 'to' }, { is: 'word', text: tokens[at + 1]!.lower });
        at += 2;
        preposition = undefined;
        continue;
      }
      const phrase = phraseAt(tokens, at, false);
      // 'gives it all back': all of it, whatever it is.
      if (phrase?.pronoun !== undefined && tokens[phrase.end]?.lower === 'all' && phrase.end < end) {
        into.push({ is: 'word', text: `${phrase.pronoun} all` });
        at = phrase.end + 1;
        continue;
      }
      if (
        phrase &&
        phrase.end <= end &&
        !(token.tag === 'VERB' && phrase.determiner === undefined && !/(?:lost|hidden)$/u.test(token.lower))
      ) {
        const relativeInto = pushPhrase(into, phrase, subject, current, preposition);
        const lastPart = into.at(-1);
        // 'a seal who brings him letters': who 'him' is not.
        if (phrase.relative !== undefined && lastPart?.is === 'being')
          subject = [/being\d+/u.exec(lastPart.slot)?.[0] ?? ''];
        at = phrase.end;
        preposition = undefined;
        if (relativeInto) into = relativeInto;
        continue;
      }
      if (token.tag === 'ADP' || token.lower === 'aboard') preposition = token.lower;
      if (token.tag === 'VERB') {
        current = baseOf(token.lower, token.lemma);
        preposition = undefined;
        if (
          isFinite(tokens, at) &&
          (awaitsVerb ||
            (tokens[at - 1]?.tag === 'PRON' &&
              tokens[at - 1]!.lower !== 'him' &&
              at > start + 1 &&
              token.lower !== current))
        ) {
          awaitsVerb = false;
          into.push({ is: 'inner', now: token.lower, past: pastOf(current) });
          at++;
          continue;
        }
      }
      if (token.tag === 'AUX') awaitsVerb = false;
      if (token.tag === 'AUX' && pastModal(token.lower) === undefined)
        into.push({
          is: 'inner',
          now: token.lower,
          past: pastOf(baseOf(token.lower, token.lemma), token.lower === 'are'),
        });
      else if (pastModal(token.lower) !== undefined && token.tag === 'AUX')
        into.push({ is: 'inner', now: token.lower, past: pastModal(token.lower)! });
      else
        into.push({
          is: 'word',
          text: /^\p{Lu}/u.test(token.text) && token.tag !== 'PROPN' && at > 0 ? token.lower : token.text,
        });
      at++;
    }
    return parts;
  }

  /** The verbs of a relative clause: 'can talk' -> 'could talk', 'tells' -> 'told'. */
  function pushVerbs(into: Part[], start: number, group: VerbGroup): number {
    const words = tokens.slice(start, group.end);
    const modal = words.find(
      (word) => pastModal(word.lower) !== undefined || word.lower === 'ca' || word.lower === 'wo',
    );
    const now = words
      .map((word) => word.text)
      .join(' ')
      .replaceAll(" n't", "n't");
    const plural = words.some((word) => word.lower === 'are' || word.lower === 'were');
    const not = group.negated ? (words.some((word) => word.lower === 'never') ? ' never' : ' not') : '';
    if (modal) {
      const past = pastModal(modal.lower) ?? (modal.lower === 'ca' ? 'could' : 'would');
      into.push({ is: 'inner', now, past: `${past.replace(' not', '')}${not} ${group.base}` });
    } else if (words.some((word) => word.lower === 'do' || word.lower === 'does') && group.base !== 'do')
      into.push({ is: 'inner', now, past: `did${not} ${group.base}` });
    else if (group.base !== 'have' && /^(?:has|have|had)$/u.test(words[0]?.lower ?? ''))
      into.push({ is: 'inner', now, past: `had${not} ${participleOf(group.base)}` });
    else if (not === ' never') into.push({ is: 'inner', now, past: `never ${pastOf(group.base, plural)}` });
    else into.push({ is: 'inner', now, past: [...group.adverbs, pastOf(group.base, plural) + not].join(' ') });
    return group.end;
  }

  function pushPhrase(
    into: Part[],
    phrase: Phrase,
    own: readonly string[],
    verb: string,
    preposition: string | undefined,
  ): Part[] | undefined {
    const said = textOf(phrase.first, phrase.end);
    if (phrase.pronoun !== undefined) {
      pushPronoun(into, phrase.pronoun, own);
      return undefined;
    }
    const namedOwner = ownersIn(phrase);
    const inPlace = preposition !== undefined && !['by', 'with', 'from', 'for', 'of', 'about'].includes(preposition);
    if (
      isBeing(world, phrase, verb, false, preposition === undefined) &&
      !(inPlace && phrase.names.length === 0 && !['to', 'after', 'at', 'like'].includes(preposition!))
    ) {
      const owning = POSSESSIVES.has(phrase.determiner ?? '') ? whoIs(world, phrase.determiner!, own, true) : [];
      const beings = owned(beingsOf(world, phrase), owning);
      beings.forEach((being, index) => {
        if (index > 0) into.push({ is: 'word', text: index === beings.length - 1 ? 'and' : ',' });
        into.push({
          is: 'being',
          said: beings.length > 1 ? (being.name ?? said) : said,
          slot: `{${being.key}.object}`,
        });
      });
      return undefined;
    }
    const possessive = POSSESSIVES.has(phrase.determiner ?? '') ? phrase.determiner! : undefined;
    const owners = possessive === undefined ? [] : whoIs(world, possessive, own, true);
    const object: IdeaObject = {
      determiner: phrase.determiner ?? (phrase.count === undefined ? undefined : tokens[phrase.first]!.lower),
      modifiers: phrase.modifiers,
      noun:
        [phrase.noun, ...phrase.names].filter((word) => word !== '').join(' ') +
        (phrase.of === undefined ? '' : ` ${phrase.of}`),
      head: phrase.head,
      plural: phrase.plural,
      owner: namedOwner ?? (owners.length === 1 ? owners[0]!.key : owners.length > 1 ? 'heroes' : undefined),
      ownerByName: namedOwner !== undefined,
      relative: [],
      referred: 0,
      preposition,
      oblique: preposition !== undefined && !isAbout(verb, preposition),
      predicate: verb === 'become' || verb === 'be',
    };
    const known = world.objects.find(
      (one) => one.head === object.head && one.head !== '' && object.determiner === 'the',
    );
    if (known) {
      known.referred++;
      into.push({ is: 'object', object: known });
      return undefined;
    }
    world.objects.push(object);
    into.push({ is: 'object', object });
    const next = tokens[phrase.end];
    const isMade =
      next?.tag === 'VERB' && /^(?:made|full|called|shaped|filled|covered|painted|carved|woven)$/u.test(next.lower);
    return phrase.relative === undefined && !isMade ? undefined : (object.relative as Part[]);
  }

  /** 'Anna's umbrella': Anna is one of the story. */
  function ownersIn(phrase: Phrase): string | undefined {
    const owner = /^(\p{Lu}[\p{L}-]+)'s?$/u.exec(phrase.determiner ?? '')?.[1];
    if (owner === undefined || phrase.determiner!.toLowerCase() in TITLES) return undefined;
    return beingsOf(world, {
      ...phrase,
      determiner: undefined,
      modifiers: [],
      noun: '',
      head: '',
      names: [owner],
      plural: false,
      of: undefined,
      count: undefined,
    })[0]!.key;
  }

  function pushPronoun(into: Part[], pronoun: string, own: readonly string[]): void {
    const isSelf = pronoun.endsWith('self') || pronoun.endsWith('selves');
    if (pronoun === 'it') {
      const object = world.objects.find((one) => !one.plural && !one.oblique);
      if (object) {
        object.referred++;
        into.push({ is: 'it', object });
        return;
      }
    }
    if (pronoun === 'them' && whoIs(world, pronoun, own, false).every((being) => own.includes(being.key))) {
      into.push({ is: 'word', text: 'them' });
      return;
    }
    const others = whoIs(world, pronoun, own, isSelf);
    // 'tells everybody that he has seen a wolf': nobody else is there whom it could mean.
    const found = others.length > 0 ? others : /^(?:he|she)$/u.test(pronoun) ? whoIs(world, pronoun, own, true) : [];
    const slot = found.length === 0 ? undefined : found.length > 1 ? 'heroes' : found[0]!.key;
    const form = isSelf ? 'self' : ['he', 'she', 'they'].includes(pronoun) ? 'they' : 'them';
    if (slot === undefined) into.push({ is: 'word', text: pronoun });
    else into.push({ is: 'being', said: pronoun, slot: `{${slot}.${form}}` });
  }

  function textOf(start: number, end: number): string {
    return tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(' ')
      .replaceAll(/ (['’]s?\b|[,.])/gu, '$1');
  }
}

function whoOf({ nature }: Being): string {
  return nature === 'thing' || nature === 'machine' || nature === 'element' ? 'that' : 'who';
}

/** 'his sister Mila': whose they are. */
function owned(beings: Being[], owners: readonly Being[]): Being[] {
  const [owner] = owners;
  if (owner && owners.length === 1) for (const being of beings) if (being !== owner) being.owner ??= owner.key;
  return beings;
}

/** 'quarrel over a blanket', 'looks for his pot': what it is about, not where. */
function isAbout(verb: string, preposition: string): boolean {
  return (
    (/^(?:quarrel|argue|fight)$/u.test(verb) && /^(?:over|about|for)$/u.test(preposition)) ||
    (/^(?:look|search|hunt|ask|wait|care)$/u.test(verb) && preposition === 'for')
  );
}

/** 'a vacuum cleaner named Gus': the tagger takes it for more than clean. */
function doersAsNouns(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) =>
    token.tag === 'ADJ' &&
    token.lower.endsWith('er') &&
    tokens[index - 1]?.tag === 'NOUN' &&
    /^(?:named|called|who|that|which)$/u.test(tokens[index + 1]?.lower ?? '')
      ? { ...token, tag: 'NOUN', lemma: token.lower }
      : token,
  );
}

/** 'it is a lie': it is nobody. */
const SAYS_OF_IT =
  /^(?:a|an|the|just|only|not|all|true) ?(?:a )?(?:lie|dream|trick|joke|secret|mistake|accident|game|surprise|true)?$/u;

/** 'A story about', 'What if', 'Once upon a time there was': where the idea itself begins. */
function withoutStart(tokens: readonly Token[]): readonly Token[] {
  const text = tokens.map((token) => token.lower).join(' ');
  const opening =
    /^(?:please )?(?:(?:write|tell|make|invent|give)(?: me| us)? )?(?:a|an|the|my)?(?: \w+)? ?(?:story|tale|fairy tale|book|film|idea) (?:about|of|where|in which|for \w+ about) (?:how )?/u.exec(
      text,
    )?.[0] ??
    /^(?:what if|how|why|when|imagine(?: that)?|the (?:day|night|time)(?: when| that)?) (?:does |do |did )?/u.exec(
      text,
    )?.[0] ??
    '';
  let rest = tokens.slice(opening === '' ? 0 : opening.trim().split(' ').length);
  const once = /^(?:once(?: upon a time)? ,? ?)?there (?:was|is|are|were|lives|lived) (?:once )?/u.exec(
    rest.map((token) => token.lower).join(' '),
  )?.[0];
  if (once !== undefined) rest = rest.slice(once.trim().split(' ').length);
  else if (/^once upon a time/u.test(rest.map((token) => token.lower).join(' ')))
    rest = rest.slice(rest[4]?.text === ',' ? 5 : 4);
  // 'Can a snail win a race?': the helper goes after its subject.
  if (rest[0]?.tag === 'AUX' && /^(?:can|could|will|would|does|do|should|may)$/u.test(rest[0].lower))
    rest = rest.slice(1);
  return rest;
}

/** 'One night,', 'In a small village,': returns where the clause begins. */
function skipFrontedPlace(tokens: readonly Token[]): number {
  const opening = tokens[0]!;
  const comma = tokens.findIndex((token) => token.text === ',');
  const isWhen =
    /^(?:one|every|each|on|in|at|during|after|before|last|long|far|deep|high|under|beneath|behind|near|beyond|tonight|today|suddenly|then|finally)$/u.test(
      opening.lower,
    );
  if (comma > 0 && comma < 9 && isWhen && phraseAt(tokens, comma + 1, true)) {
    const row = /^(?:one)$/u.test(opening.lower)
      ? /night|day|morning|evening|winter|summer|autumn|spring|afternoon/u.test(tokens[1]?.lower ?? '')
      : true;
    if (row) return comma + 1;
  }
  if (
    /^(?:one|every|each)$/u.test(opening.lower) &&
    /^(?:night|day|morning|evening|winter|summer|autumn|spring|afternoon)$/u.test(tokens[1]?.lower ?? '')
  )
    return 2;
  if (/^(?:then|tonight|suddenly|finally|but|and|so|today)$/u.test(opening.lower)) return 1;
  return 0;
}
