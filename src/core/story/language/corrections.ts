/** What the tagger gets wrong often enough in stories to matter. */
import type { PartOfSpeech, Token } from './tag.ts';

/** Prepositions that it takes for adjectives, verbs or adverbs when a noun phrase follows. */
const PREPOSITIONS = new Set(
  'past round like over near under inside outside beneath behind beside underneath upon opposite amongst among'.split(
    ' ',
  ),
);
const OPENS_NOUN_PHRASE = new Set<PartOfSpeech>(['DET', 'NOUN', 'PROPN', 'NUM']);
/** Irregular past forms that it takes for nouns or adjectives, with their base. */
const PAST_FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'shone:shine overheard:overhear slept:sleep wept:weep crept:creep leapt:leap knelt:kneel swam:swim sang:sing rang:ring ' +
    'sank:sink drank:drink sprang:spring strode:stride rode:ride hid:hide slid:slide bit:bite blew:blow flew:fly grew:grow ' +
    'threw:throw drew:draw knew:know fell:fall held:hold stood:stand sat:sit ran:run came:come went:go dug:dig clung:cling ' +
    'swung:swing hung:hang flung:fling stung:sting dreamt:dream burnt:burn lit:light woke:wake broke:break spoke:speak ' +
    'stole:steal chose:choose froze:freeze tore:tear wore:wear shook:shake took:take gave:give ate:eat saw:see caught:catch ' +
    'bought:buy brought:bring thought:think fought:fight sought:seek taught:teach told:tell sold:sell said:say paid:pay ' +
    'laid:lay lay:lie left:leave kept:keep felt:feel met:meet led:lead fed:feed sped:speed fled:flee bled:bleed spun:spin ' +
    'won:win built:build sent:send spent:spend lent:lend bent:bend found:find bound:bind wound:wind shot:shoot lost:lose ' +
    'struck:strike stuck:stick swept:sweep rose:rise heard:hear made:make began:begin shut:shut cut:cut put:put hurt:hurt'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
/** Of these the noun is common too: a verb only right after a subject. */
const ALSO_NOUN = new Set([
  'rose',
  'wound',
  'bit',
  'found',
  'left',
  'saw',
  'lay',
  'cut',
  'shot',
  'bound',
  'felt',
  'lit',
]);
const SUBJECTS = new Set<PartOfSpeech>(['PRON', 'PROPN', 'NOUN']);
/** Colours and materials that stand before a noun are its attributes. */
const COLOURS = new Set(
  'red blue green yellow white black brown pink orange purple grey gray golden silver gold'.split(' '),
);

const MODALS = new Set('will would could can should may might must'.split(' '));
const ADJECTIVE_ENDING = /(?:er|est|[^aeiou]y|ous|ful|less|ed|ing|al|ive|ic|ble|ant|ent|ish|e)$/u;

export function correctTags(tokens: readonly Token[]): Token[] {
  const fixed = [...tokens];
  for (let index = 0; index < fixed.length; index++) {
    const token = fixed[index]!;
    const tag = isSecondVerb(fixed, index) ? 'VERB' : correctTag(token, fixed[index - 1], fixed[index + 1]);
    if (tag === token.tag) continue;
    const lemma = tag === 'VERB' ? (PAST_FORMS[token.lower] ?? baseOf(token.lower)) : token.lemma;
    fixed[index] = { ...token, tag, lemma };
  }
  return fixed;
}

/** 'lit the fire and baked/ADJ bread': after 'and', in a sentence that has a verb already. */
function isSecondVerb(tokens: readonly Token[], index: number): boolean {
  const { tag, lower } = tokens[index]!;
  if (tag !== 'ADJ' || !/[^e]ed$/u.test(lower) || tokens[index - 1]?.lower !== 'and') return false;
  const isAfterNoun = ['NOUN', 'PROPN', 'PRON'].includes(tokens[index - 2]?.tag ?? '');
  return (
    isAfterNoun && tokens[index + 1]?.tag === 'NOUN' && tokens.slice(0, index).some((token) => token.tag === 'VERB')
  );
}

function correctTag(token: Token, before: Token | undefined, after: Token | undefined): PartOfSpeech {
  const { lower, tag } = token;
  if (lower === 'cannot') return 'AUX';
  if (PREPOSITIONS.has(lower) && tag !== 'ADP' && tag !== 'VERB' && after && opensPhrase(after)) return 'ADP';
  if (lower === 'round' && after && opensPhrase(after)) return 'ADP';
  if (lower === 'first' && !before) return 'ADV';
  if (lower === 'and' || lower === 'or' || lower === 'but') return 'CCONJ';
  if (lower in PAST_FORMS && tag !== 'VERB' && !(ALSO_NOUN.has(lower) && !isSubject(before)) && !isModified(before)) {
    return 'VERB';
  }
  if (COLOURS.has(lower) && after && (after.tag === 'NOUN' || after.tag === 'ADJ')) return 'ADJ';
  // 'a small/ADV brown otter', 'good/ADV little bunnies': between an article and a noun stands an adjective.
  if (
    tag === 'ADV' &&
    before &&
    isModified(before) &&
    (after?.tag === 'ADJ' || after?.tag === 'NOUN') &&
    !lower.endsWith('ly') &&
    lower !== 'very'
  )
    return 'ADJ';
  // 'a gooseberry net/ADJ,': a phrase that an article opened must close with a noun.
  if (
    tag === 'ADJ' &&
    (before?.tag === 'DET' || before?.tag === 'ADJ') &&
    after?.tag === 'PUNCT' &&
    !ADJECTIVE_ENDING.test(lower)
  )
    return 'NOUN';
  if (tag === 'ADJ' && before?.tag === 'NOUN' && (!after || after.tag === 'PUNCT' || after.tag === 'ADP'))
    return 'NOUN';
  // 'Rosa bakes/NOUN a loaf': a name does not stand before a plural.
  if (
    tag === 'NOUN' &&
    /[^s]s$/u.test(lower) &&
    before?.tag === 'PROPN' &&
    after &&
    (after.tag === 'DET' || isOwner(after))
  )
    return 'VERB';
  if (lower === 'lies' && before?.lemma === 'tell') return 'NOUN';
  // 'the dog chased/NOUN the cat'.
  const isObjectNext = after !== undefined && (after.tag === 'DET' || isOwner(after) || after.tag === 'PROPN');
  if (tag !== 'VERB' && tag !== 'AUX' && /[^e]ed$/u.test(lower) && isSubject(before) && isObjectNext) return 'VERB';
  // 'that can talk/NOUN'.
  if (tag === 'NOUN' && before && MODALS.has(before.lower) && before.tag === 'AUX') return 'VERB';
  // 'planting/NOUN out young cabbages': not a noun where a particle follows.
  if (
    tag === 'NOUN' &&
    lower.endsWith('ing') &&
    after?.tag === 'ADP' &&
    ['out', 'up', 'down', 'away'].includes(after.lower)
  )
    return 'VERB';
  // ', feeling/NOUN rather sick,'
  if (
    tag === 'NOUN' &&
    lower.endsWith('ing') &&
    lower.length > 5 &&
    before?.text === ',' &&
    after &&
    ['ADV', 'DET', 'PRON', 'ADJ'].includes(after.tag)
  ) {
    return 'VERB';
  }
  // 'who will light/ADJ the lamp', 'to light the lamp': after a modal and before an article it is a verb.
  if (
    tag !== 'VERB' &&
    before &&
    ['will', 'would', 'could', 'can', 'should', 'may', 'might', 'must', 'to'].includes(before.lower) &&
    before.tag !== 'ADP' &&
    after?.tag === 'DET'
  )
    return 'VERB';
  return tag;
}

/** 'planting' -> 'plant', 'running' -> 'run'. */
function baseOf(verb: string): string {
  if (/[^s]s$/u.test(verb))
    return verb
      .replace(/ies$/u, 'y')
      .replace(/(?<=ch|sh|x)es$/u, '')
      .replace(/s$/u, '');
  if (/[^e]ed$/u.test(verb)) {
    const stem = verb.slice(0, -2);
    if (/([bdgmnprt])\1$/u.test(stem)) return stem.slice(0, -1);
    return /(?:[csvzu]|[^aeiou]g|[aeiou]k)$/u.test(stem) && !/ss$/u.test(stem) ? `${stem}e` : stem.replace(/i$/u, 'y');
  }
  if (!verb.endsWith('ing') || verb.length < 6) return verb;
  const stem = verb.slice(0, -3);
  return /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem;
}

function opensPhrase(token: Token): boolean {
  return OPENS_NOUN_PHRASE.has(token.tag) || (token.tag === 'PRON' && token.lower !== 'i') || token.tag === 'ADJ';
}

function isSubject(token: Token | undefined): boolean {
  return token !== undefined && SUBJECTS.has(token.tag);
}

function isOwner(token: Token): boolean {
  return /^(?:his|her|its|their)$/u.test(token.lower);
}

/** A determiner, a possessive or an adjective: what follows belongs to a noun phrase. */
function isModified(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.tag === 'DET' ||
    token.tag === 'ADJ' ||
    token.tag === 'NUM' ||
    /^(?:his|her|its|their|my|your|our|'s)$/u.test(token.lower)
  );
}
