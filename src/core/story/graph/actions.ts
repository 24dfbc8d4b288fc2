/** From a verb to what a picture can show of it. */
import type { Action } from '../../../shared/story.ts';
import type { VerbGroup } from '../language/verbs.ts';

/** Verbs by the action that they show; `verb+particle` goes before the bare verb. */
const VERBS: Readonly<Record<Action, string>> = {
  sleep: 'sleep doze nap snore slumber fall+asleep curl+up drift+off',
  fall: 'fall slip trip tumble stumble collapse sink drop+down',
  fly: 'fly soar flutter glide hover swoop flap',
  climb: 'climb scramble clamber ascend go+up climb+up',
  swim: 'swim dive float paddle drift wade splash',
  ride: 'ride drive sail row steer gallop travel',
  eat: 'eat nibble munch drink bite swallow taste gobble chew lick sip feast devour dine graze',
  cry: 'cry weep sob shed moan wail whimper',
  fight: 'fight attack battle wrestle hit kick punch strike+down quarrel bite+at',
  hug: 'hug cuddle embrace kiss snuggle nestle',
  jump: 'jump leap hop skip bounce spring pounce jump+up',
  run: 'run rush race chase hurry dash flee escape scamper scurry bolt sprint speed gallop+away run+away',
  dance: 'dance spin twirl prance whirl',
  sing: 'sing hum chirp whistle croon',
  read: 'read study',
  hide: 'hide squeeze crouch duck cower peep',
  give: 'give hand offer share present pass pay feed',
  wave: 'wave beckon',
  point: 'point show',
  laugh: 'laugh giggle smile chuckle grin cheer rejoice',
  work: 'work build dig plant paint sew cook bake fix mend repair wash sweep clean weave carve hammer chop pull push drag polish water write draw knit tidy scrub stir plough',
  hold: 'hold carry take grab catch lift pick bring clutch grip wear fetch get gather collect buy steal seize keep find strike light blow throw open play pour wrap fold clasp',
  sit: 'sit perch rest settle kneel lie wait sit+down lie+down fish',
  walk: 'walk come wander stroll march follow travel return leave arrive enter cross creep tiptoe step approach trudge hike go set+off set+out pass move slip+away',
  look: 'look see watch stare gaze notice spot peer search seek find+out look+up observe glance admire spy meet discover',
  talk: 'say ask tell whisper shout call reply answer speak talk argue agree explain admit beg implore promise exclaim boast warn thank cry+out call+out read+aloud teach command',
  stand: 'stand be stop stay live become remain',
};

/** How much a picture of it tells: of two actions in one scene the higher one is drawn. */
const TELLING: Readonly<Record<Action, number>> = {
  sleep: 9,
  fall: 8,
  fly: 8,
  climb: 8,
  swim: 8,
  ride: 7.5,
  eat: 7,
  cry: 7,
  fight: 7,
  hug: 6.6,
  jump: 6.4,
  run: 7,
  dance: 7,
  sing: 7,
  read: 7,
  hide: 6.2,
  give: 6.5,
  wave: 6,
  point: 6,
  laugh: 5,
  work: 5.6,
  hold: 4.5,
  sit: 6,
  walk: 4,
  look: 3,
  talk: 2,
  stand: 1,
};

/** 'Up he went': the particle stands before the subject. */
export function withLeadingParticle(verb: VerbGroup, first: string | undefined): VerbGroup {
  return verb.particle === undefined && first === 'up' ? { ...verb, particle: 'up' } : verb;
}

const BY_VERB = new Map<string, Action>();
for (const [action, verbs] of Object.entries(VERBS) as [Action, string][]) {
  for (const verb of verbs.split(' ')) if (!BY_VERB.has(verb)) BY_VERB.set(verb, action);
}

/** What a verb shows; undefined for verbs that show nothing ('decide'). */
export function actionOf(verb: VerbGroup, objects: readonly string[]): Action | undefined {
  const withParticle = verb.particle === undefined ? undefined : BY_VERB.get(`${verb.lemma}+${verb.particle}`);
  if (withParticle) return withParticle;
  // A rake that one waves is held; tears that one sheds are cried.
  if (verb.lemma === 'give' && (verb.particle !== undefined || objects.some((word) => word.endsWith('self'))))
    return undefined;
  if (verb.lemma === 'fly' && objects.length > 0) return 'hold';
  if (verb.lemma === 'blow' && !objects.some((word) => BLOWN.has(word))) return undefined;
  if (verb.lemma === 'curl' && objects.length > 0) return 'hold';
  if (verb.lemma === 'wave' && objects.length > 0) return 'hold';
  if (verb.lemma === 'take' && objects.includes('breath')) return undefined;
  if (verb.lemma === 'fall' && objects.includes('asleep')) return 'sleep';
  if (verb.passive && !['frighten', 'sleep'].includes(verb.lemma)) return undefined;
  return BY_VERB.get(verb.lemma);
}

/** Of what someone does in a scene, the one to draw; earlier ones win between equals. */
export function mostTelling(actions: readonly { action: Action; weight: number }[]): Action | undefined {
  let best: { action: Action; score: number } | undefined;
  for (const { action, weight } of actions) {
    const score = TELLING[action] * weight;
    if (!best || score > best.score) best = { action, score };
  }
  return best?.action;
}

const BLOWN = new Set(['horn', 'trumpet', 'whistle', 'bugle', 'flute', 'bubble', 'bubbles', 'foghorn', 'shell']);
const HOLDING = new Set(
  `hold carry take grab catch lift pick bring clutch grip fetch get gather collect buy steal seize keep wave strike throw play
  blow raise give hand offer fly drag pull eat munch nibble read`.split(/\s+/u),
);
const RIDING = new Set(['ride', 'drive', 'sail', 'row', 'steer', 'board', 'run']);

export function isHolding(verb: VerbGroup): boolean {
  return HOLDING.has(verb.lemma) && verb.particle !== 'off';
}

export function isRiding(verb: VerbGroup): boolean {
  return RIDING.has(verb.lemma);
}
