/** What sort of being a noun names, and who is a being at all. */
import type { Lexicon } from '../../story/lexicon/lexicon.ts';
import { genderOfName } from '../../story/cast/names.ts';
import type { Gender, Nature } from '../types.ts';

const LISTS: Readonly<Record<Exclude<Nature, 'thing'>, string>> = {
  person: `girl boy man woman child brother sister twin mother father grandmother grandfather grandma grandpa baby king queen prince princess knight
    wizard witch fairy elf dwarf giant giantess pirate mermaid ogre gnome pixie genie baker farmer teacher keeper inventor astronaut sailor captain doctor nurse detective
    clockmaker shoemaker tailor painter gardener librarian fisherman postman lady lord uncle aunt neighbour neighbor friend monster ghost alien kid
    blacksmith carpenter musician dancer singer cook chef miller shepherd shepherdess hunter ranger explorer scientist magician clown acrobat juggler soldier superhero hero
    vampire mummy troll yeti snowman snowwoman scarecrow toymaker watchmaker cobbler weaver potter student pupil student cousin niece nephew troll goblin imp`,
  animal: `dragon mouse cat kitten dog puppy fox hedgehog rabbit hare bear wolf squirrel badger mole otter beaver lion tiger elephant giraffe monkey
    horse pony donkey unicorn cow pig piglet sheep lamb goat deer fawn stag frog toad snail worm turtle tortoise lizard snake crocodile hippo hippopotamus rhino
    rhinoceros zebra kangaroo koala panda sloth raccoon skunk hamster rat bat bee ant beetle ladybird ladybug butterfly moth caterpillar spider cricket
    grasshopper firefly dinosaur gorilla camel llama alpaca moose reindeer chameleon porcupine armadillo weasel ferret seal walrus`,
  bird: `owl owlet bird penguin duck duckling goose gosling swan hen rooster chick chicken eagle hawk robin sparrow crow raven magpie parrot peacock pigeon
    dove seagull gull stork flamingo ostrich turkey swallow wren puffin pelican heron woodpecker nightingale canary blackbird phoenix`,
  fish: 'fish goldfish whale dolphin shark octopus squid crab lobster jellyfish starfish seahorse salmon trout stingray clam oyster shrimp',
  machine: `robot train car bus truck tractor lorry engine locomotive tram rocket spaceship plane aeroplane helicopter submarine tugboat boat ship digger
    computer drone toaster clock`,
  element:
    'cloud snowflake moon sun star wind rain raindrop wave storm shadow rainbow breeze river sea ocean mountain thunder lightning fog mist spark flame fire snow comet sunbeam moonbeam dawn winter spring summer autumn night echo',
};

const NATURES = new Map<string, Nature>(
  (Object.entries(LISTS) as [Nature, string][]).flatMap(([nature, words]) =>
    words
      .trim()
      .split(/\s+/u)
      .map((word): [string, Nature] => [word, nature]),
  ),
);
/** Of which there is one: 'the moon' is never 'a moon'. */
export const ONLY_ONE = new Set(
  'moon sun wind sea ocean sky north-wind winter spring summer autumn night dawn'.split(' '),
);
/** Beings by the lexicon, but nobody whom a story tells of. */
const NOBODY = new Set(
  'friend friends family people everyone someone anyone crowd public audience team crew class choir band army enemy stranger name job life home world one thing way person parent parents villager villagers'.split(
    ' ',
  ),
);
const SHE = new Set(
  'girl woman sister mother grandmother grandma granny queen princess witch aunt auntie lady mermaid hen cow niece giantess shepherdess daughter wife ewe'.split(
    ' ',
  ),
);
const HE = new Set(
  'boy man brother father grandfather grandpa king prince knight uncle lord rooster bull fisherman postman nephew son husband snowman wizard stag'.split(
    ' ',
  ),
);

export function natureOf(head: string, lexicon: Lexicon): Nature {
  const last = head.slice(head.lastIndexOf(' ') + 1).replace(/^.*-/u, '');
  const known = NATURES.get(head) ?? NATURES.get(last);
  if (known) return known;
  const thing = lexicon.find(head);
  if (thing?.kind === 'person') return 'person';
  if (thing?.kind === 'animal')
    return BIRDS.has(thing.drawing)
      ? 'bird'
      : thing.drawing.includes('fish') || thing.stands === 'water'
        ? 'fish'
        : 'animal';
  if (thing?.kind === 'vehicle') return 'machine';
  if (thing?.kind === 'weather' || thing?.kind === 'celestial') return 'element';
  // '-keeper', '-maker', 'inventor': people by trade.
  if (
    /(?:maker|keeper|smith|ist|ician|tor|driver|seller|catcher|man|woman|boy|girl)$/u.test(last) &&
    lexicon.isCommon(last)
  )
    return 'person';
  return 'thing';
}

const BIRDS = new Set(
  'bird owl duck goose eagle penguin swan turkey rooster chicken parrot peacock dove flamingo dodo baby-chick'.split(
    ' ',
  ),
);

/** People, animals, birds and fish are beings wherever they are named. */
export function isLiving(head: string, lexicon: Lexicon): boolean {
  if (NOBODY.has(head)) return false;
  const nature = natureOf(head, lexicon);
  return (
    nature === 'person' ||
    nature === 'animal' ||
    nature === 'bird' ||
    nature === 'fish' ||
    head === 'robot' ||
    head === 'snowman'
  );
}

export function genderOfKind(kind: string): Gender | undefined {
  const last = kind.slice(kind.lastIndexOf(' ') + 1);
  if (SHE.has(last)) return 'she';
  if (HE.has(last)) return 'he';
  return undefined;
}

export function genderByName(name: string): Gender | undefined {
  const gender = genderOfName(name);
  return gender === 'male' ? 'he' : gender === 'female' ? 'she' : MORE_NAMES.get(name.toLowerCase());
}

/** Names of more of the world than films have to know: an idea is short and often has no pronoun to tell. */
const MORE_NAMES = new Map<string, Gender>([
  ...`bruno bram amir omar ali ahmed hassan yusuf ibrahim karim tariq rashid chidi kofi kwame jabari tunde emeka hiro kenji haruto sota taro
  ravi arjun rohan dev anil vikram sanjay wei jun ming lei minh diego mateo pablo carlos miguel luis jose pedro javier santiago rafael luca
  matteo giovanni paolo antonio lorenzo pierre jacques louis hugo jules remy bastien lukas jonas emil anders erik bjorn sven magnus nils olaf
  ivo milan pavel boris dmitri misha nikolai sasha vlad yuri kai koa ari noam eitan levi bilal idris sami malik ewan callum angus fergus
  hamish liam conor declan sean rhys dafydd gustav otis barnaby monty rex bobo bubba`
    .split(/\s+/u)
    .map((name): [string, Gender] => [name, 'he']),
  ...`noor amina fatima leila layla yasmin aisha maryam zahra salma nadia hana yuki sakura aiko hanako mei ling xiu lan linh priya anjali
  meera lakshmi asha kavya divya ananya chioma ngozi adaeze amara zuri nia imani abena ama esi lucia sofia camila valentina ximena paloma
  chiara giulia francesca celine amelie camille colette ines margot astrid ingrid saga linnea sigrid solveig freja maren greet anouk sanne
  olga katya natasha anya svetlana ludmila mila zofia agnieszka ewa tali shira noa aoife niamh saoirse siobhan maeve orla ffion carys
  gwen rhiannon eilidh isla mairi`
    .split(/\s+/u)
    .map((name): [string, Gender] => [name, 'she']),
]);

/** Where nothing tells: the same for the same idea. The moon is a she and the sun and the wind are he, as in many tales. */
export function guessGender(kind: string, name: string | undefined, nature: Nature): Gender {
  if (kind === 'moon') return 'she';
  if (kind === 'sun' || kind === 'wind') return 'he';
  if (name === undefined && (nature === 'thing' || nature === 'machine')) return 'it';
  if (name !== undefined && /(?:a|ie|elle|ette|ine|lyn)$/u.test(name)) return 'she';
  let sum = 0;
  for (const letter of name ?? kind) sum += letter.codePointAt(0)!;
  return sum % 2 === 0 ? 'she' : 'he';
}
