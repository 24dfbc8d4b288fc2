/** English verbs: every form from the base, and the base of any form. */

/** base:past, and base:past:participle where the two differ. */
const IRREGULAR_LIST = `be:was:been become:became:become begin:began:begun bend:bent bind:bound bite:bit:bitten bleed:bled blow:blew:blown
  break:broke:broken bring:brought build:built burst:burst buy:bought cast:cast catch:caught choose:chose:chosen cling:clung
  come:came:come cost:cost creep:crept cut:cut deal:dealt dig:dug do:did:done draw:drew:drawn drink:drank:drunk drive:drove:driven
  eat:ate:eaten fall:fell:fallen feed:fed feel:felt fight:fought find:found flee:fled fling:flung fly:flew:flown forget:forgot:forgotten
  forgive:forgave:forgiven freeze:froze:frozen get:got give:gave:given go:went:gone grind:ground grow:grew:grown hang:hung have:had hear:heard
  hide:hid:hidden hit:hit hold:held hurt:hurt keep:kept kneel:knelt know:knew:known lay:laid lead:led leap:leapt leave:left lend:lent
  let:let lie:lay:lain light:lit lose:lost make:made mean:meant meet:met mistake:mistook:mistaken outgrow:outgrew:outgrown
  overcome:overcame:overcome overhear:overheard oversleep:overslept pay:paid put:put read:read rebuild:rebuilt ride:rode:ridden ring:rang:rung
  rise:rose:risen run:ran:run say:said see:saw:seen seek:sought sell:sold send:sent set:set sew:sewed:sewn shake:shook:shaken shine:shone
  shoot:shot show:showed:shown shrink:shrank:shrunk shut:shut sing:sang:sung sink:sank:sunk sit:sat sleep:slept slide:slid sling:slung
  sow:sowed:sown speak:spoke:spoken speed:sped spend:spent spin:spun split:split spread:spread spring:sprang:sprung stand:stood
  steal:stole:stolen stick:stuck sting:stung stride:strode:stridden strike:struck string:strung swear:swore:sworn sweep:swept swell:swelled:swollen
  swim:swam:swum swing:swung take:took:taken teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown understand:understood
  undo:undid:undone upset:upset wake:woke:woken wear:wore:worn weave:wove:woven weep:wept win:won wind:wound withdraw:withdrew:withdrawn
  write:wrote:written awake:awoke:awoken bear:bore:borne beat:beat:beaten bet:bet breed:bred forbid:forbade:forbidden foresee:foresaw:foreseen`;

const PAST = new Map<string, string>();
const PARTICIPLE = new Map<string, string>();
/** 'went', 'gone' -> 'go'. */
const BASE = new Map<string, string>([
  ['am', 'be'],
  ['is', 'be'],
  ['are', 'be'],
  ['was', 'be'],
  ['were', 'be'],
  ['being', 'be'],
  ['has', 'have'],
  ['does', 'do'],
  ['goes', 'go'],
  ['lying', 'lie'],
  ['dying', 'die'],
  ['tying', 'tie'],
]);
for (const entry of IRREGULAR_LIST.trim().split(/\s+/u)) {
  const [base, past, participle] = entry.split(':') as [string, string, string?];
  PAST.set(base, past);
  PARTICIPLE.set(base, participle ?? past);
  for (const form of [past, participle ?? past]) if (!BASE.has(form)) BASE.set(form, base);
}
// 'lay' is the past of 'lie', but the base of 'laid'.
BASE.set('lay', 'lay');
BASE.set('found', 'find');

/** Verbs of stories; where the tagger takes one for a noun ('Milo and Pearl travel to'), this list says that it may be one. */
const REGULAR = new Set(
  `accept ache act add admire admit adopt adore adventure agree aim allow announce answer apologise apologize appear argue arrive ask attack avoid
  bake balance bark bathe beg befriend behave believe belong blame blink bloom blossom board boast boil bother bounce bow brave brush bump burn bury
  call calm camp care carry carve cause celebrate change charge chase chat cheat cheer chew chirp circle clean climb close coax collect comb comfort
  compete complain complete conquer control cook copy cough count cover crack crash crawl create crochet croak cross cry cuddle cure dance dare
  decide decorate defeat defend delay deliver demand deny descend deserve destroy disappear discover dive divide doubt drag dream dress drift drop drown
  dust earn embrace empty encourage end enjoy enter escape excuse exchange expect explain explore face fade fail faint fasten fear fetch fill film finish
  fish fit fix flap flash float flood flow fold follow fool form frighten gallop gather gaze gallop giggle glide glow glue grab grant greet growl grumble guard
  guess guide hammer hand happen hate haul heal heat help hike hop hope howl hug hum hunt hurry imagine impress inherit invent investigate invite jog join
  joke journey judge juggle jump keep kick kiss knit knock land last laugh launch lean learn lick lift like listen live load lock long look love lull
  mail manage march marry master measure melt mend mind miss mix move name nap need nibble notice nurse obey offer open order organise organize outsmart
  outwit own pack paddle paint parade pass pat pay peek peel perform persuade pick pilot plan plant play plead please plough point polish pop pour practise
  practice praise pray prepare present press pretend promise protect prove pull pump punish push puzzle quarrel queue quit race rain raise reach realise
  realize receive recover refuse remember remind repair repay replace rescue rest restore return reveal reward rock roar roll row rule rush sail save scare
  scatter scold scrape scrub search seem sell serve settle share shape shelter shout shiver shop show sign shrink skate sketch ski skip slip smell smile smuggle
  snatch sneak sneeze sniff snore snow snuggle soar solve soothe spell spill splash spot squeak stage stamp stare start stay step stir stitch stop store
  study stumble succeed suffer suggest surprise surround survive swallow swap switch tame tap taste tease thank tickle tidy tie tiptoe topple touch trace track
  trade train trap travel treasure treat tremble trick trip trust try tuck tumble turn twist uncover unite unlock untangle unwrap use vanish venture visit vote
  vow wag wait walk wander want warm warn wash waste watch water wave weigh welcome whisper whistle win wink wipe wish wobble wonder work worry worship wrap
  wrestle yawn yell zoom battle fall run fly meet adventure crown host mine patrol bury haunt hatch`.split(/\s+/u),
);

export function isVerb(base: string): boolean {
  return PAST.has(base) || REGULAR.has(base);
}

/** The base of any form ('bakes', 'told', 'planned', 'riding'); undefined for what is no known verb and `tagged` does not vouch for. */
export function baseOf(form: string, lemma: string): string {
  const lower = form.toLowerCase();
  const irregular = BASE.get(lower);
  if (irregular !== undefined) return irregular;
  if (isVerb(lower)) return lower;
  for (const guess of guesses(lower)) if (isVerb(guess)) return guess;
  return lemma;
}

function guesses(form: string): string[] {
  const ending = /(?:ies|ied|es|ed|s|ing)$/u.exec(form)?.[0];
  if (ending === undefined) return [];
  const stem = form.slice(0, -ending.length);
  if (ending.startsWith('ie')) return [`${stem}y`, `${stem}ie`];
  if (ending === 's') return [stem];
  const single = /([b-df-hj-np-tv-z])\1$/u.test(stem) ? [stem.slice(0, -1)] : [];
  // 'hoping' is of 'hope', 'hopping' of 'hop'.
  return [`${stem}e`, stem, ...single];
}

/** Doubled before an ending: short last syllable that is stressed. */
const DOUBLES =
  /^(?:[^aeiou]*[aeiou][bdfgklmnprtvz]|.*(?:qu|gu)[ai][ptz]|(?:be|re|ad|for|per|trans|out|com|un)[a-z]*(?:gin|get|fer|mit|pel|wit|bat|zip))$/u;
const BRITISH = new Set(
  'travel cancel signal marvel quarrel equal model label tunnel shovel fuel kidnap worship'.split(' '),
);

function doubled(base: string): string {
  const isDoubled = (DOUBLES.test(base) && !/(?:[aeiou]{2}.|[wxy])$/u.test(base)) || BRITISH.has(base);
  return isDoubled || /^(?:quiz|quit|equip)$/u.test(base) ? base + base.at(-1)! : base;
}

export function pastOf(base: string, plural = false): string {
  if (base === 'be') return plural ? 'were' : 'was';
  const irregular = PAST.get(base);
  if (irregular !== undefined) return irregular;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return `${doubled(base)}ed`;
}

export function participleOf(base: string): string {
  return PARTICIPLE.get(base) ?? pastOf(base);
}

export function gerundOf(base: string): string {
  if (/^(?:lie|die|tie|vie|untie)$/u.test(base)) return `${base.slice(0, -2)}ying`;
  if (base === 'be') return 'being';
  if (/[^eoy]e$/u.test(base)) return `${base.slice(0, -1)}ing`;
  return `${doubled(base)}ing`;
}

/** 'can' -> 'could'; undefined for what is no modal. */
export function pastModal(word: string): string | undefined {
  return MODALS[word];
}

const MODALS: Readonly<Record<string, string>> = {
  can: 'could',
  will: 'would',
  may: 'might',
  must: 'had to',
  shall: 'should',
  could: 'could',
  would: 'would',
  might: 'might',
  should: 'should',
  "can't": 'could not',
  cannot: 'could not',
  "won't": 'would not',
};

/** True for a form that is a past: 'told', 'baked'. */
export function isPastForm(form: string): boolean {
  const base = BASE.get(form);
  if (base !== undefined) return PAST.get(base) === form || form === 'were';
  return form.endsWith('ed') && guesses(form).some((guess) => REGULAR.has(guess));
}
