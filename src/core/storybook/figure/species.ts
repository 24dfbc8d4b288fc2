/** What kind of body belongs to which head. Colours are sampled by eye from the heads of the drawing set. */
export type Tail =
  'bushy' | 'curl' | 'thin' | 'puff' | 'tuft' | 'ringed' | 'thick' | 'squirrel' | 'flat' | 'dragon' | 'none';

export interface Eyes {
  readonly dx: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

export interface Species {
  /** The head's drawing: of the set, or 'own:NAME' of heads.ts. */
  readonly head: string;
  readonly fur: string;
  readonly belly: string;
  /** Arms and legs, when they are not of the fur's colour. */
  readonly limbs?: string;
  readonly tail: Tail;
  readonly tailTip?: string;
  readonly human: boolean;
  /** Where the eyes are in the head's box of 32 x 32, as half their distance and their height. */
  readonly eyes: Eyes;
  /** A smile of the set's drawing, which a sad face has to cover; of own heads and of those that do not smile there is none. */
  readonly smile?: { readonly y: number; readonly rx: number; readonly ry: number };
  /** The head's ink in its box: top and bottom. */
  readonly top: number;
  readonly chin: number;
  readonly wings?: boolean;
  readonly spikes?: boolean;
}

const animal = (
  head: string,
  fur: string,
  belly: string,
  tail: Tail,
  dx: number,
  y: number,
  more: Partial<Species> = {},
): Species => ({
  head,
  fur,
  belly,
  tail,
  human: false,
  eyes: { dx, y, rx: 1.4, ry: 2 },
  top: 3,
  chin: 29,
  ...more,
});

const person = (head: string, more: Partial<Species> = {}): Species => ({
  head,
  fur: '#f0c3a2',
  belly: '#f0c3a2',
  tail: 'none',
  human: true,
  eyes: { dx: 4.5, y: 17.6, rx: 2.9, ry: 1.9 },
  top: 2,
  chin: 30,
  ...more,
});

const PERSON_SMILE = { y: 23.8, rx: 4, ry: 1.9 };
const RABBIT_SMILE = { y: 24.4, rx: 4.6, ry: 2 };
const CAT_SMILE = { y: 25.2, rx: 4.9, ry: 2.8 };

const SPECIES: Readonly<Record<string, Species>> = {
  fox: animal('fox', '#f5802a', '#fde3c0', 'bushy', 3.9, 18.5, { tailTip: '#fff1dc', limbs: '#e06f22' }),
  bear: animal('bear', '#8a5a4c', '#d9a37c', 'puff', 4, 16.3, { top: 5 }),
  'polar-bear': animal('polar-bear', '#e6e4ea', '#fbfafc', 'puff', 4, 15.6, { top: 4 }),
  cat: animal('cat-face', '#f3b229', '#ffdf8a', 'curl', 4, 18.5, { top: 5, smile: CAT_SMILE }),
  'cat-face': animal('cat-face', '#f3b229', '#ffdf8a', 'curl', 4, 18.5, { top: 5, smile: CAT_SMILE }),
  dog: animal('dog-face', '#dba06d', '#f7d6ac', 'curl', 3.9, 13.4, { top: 4 }),
  'dog-face': animal('dog-face', '#dba06d', '#f7d6ac', 'curl', 3.9, 13.4, { top: 4 }),
  mouse: animal('mouse-face', '#b7aec6', '#ece5f0', 'thin', 4, 20.5, { tailTip: '#f29ab0', top: 4, chin: 28 }),
  'mouse-face': animal('mouse-face', '#b7aec6', '#ece5f0', 'thin', 4, 20.5, { tailTip: '#f29ab0', top: 4, chin: 28 }),
  rat: animal('mouse-face', '#a59cb4', '#dcd5e2', 'thin', 4, 20.5, { tailTip: '#f29ab0', top: 4, chin: 28 }),
  rabbit: animal('rabbit-face', '#d2cfd6', '#f7f5f8', 'puff', 3, 17.8, {
    tailTip: '#ffffff',
    top: 2,
    smile: RABBIT_SMILE,
  }),
  'rabbit-face': animal('rabbit-face', '#d2cfd6', '#f7f5f8', 'puff', 3, 17.8, {
    tailTip: '#ffffff',
    top: 2,
    smile: RABBIT_SMILE,
  }),
  lion: animal('lion', '#f2ab3d', '#ffdfa8', 'tuft', 4, 14.5, { tailTip: '#6d3f38', top: 2 }),
  tiger: animal('tiger-face', '#f58127', '#fff1e4', 'ringed', 4, 15.2, { tailTip: '#4a3a52', top: 3 }),
  'tiger-face': animal('tiger-face', '#f58127', '#fff1e4', 'ringed', 4, 15.2, { tailTip: '#4a3a52', top: 3 }),
  frog: animal('frog', '#4fd0a0', '#ffd67a', 'none', 6.5, 8.3, {
    eyes: { dx: 6.5, y: 8.3, rx: 3.5, ry: 3.5 },
    top: 3,
    chin: 28.5,
  }),
  panda: animal('panda', '#f1eff8', '#ffffff', 'puff', 4, 16.3, { limbs: '#4a426e', top: 5 }),
  koala: animal('koala', '#98979e', '#dedde4', 'none', 5.5, 16.3, { top: 3, chin: 28 }),
  pig: animal('pig-face', '#ff8fb2', '#ffc6d6', 'curl', 4.2, 16.2, { top: 5 }),
  'pig-face': animal('pig-face', '#ff8fb2', '#ffc6d6', 'curl', 4.2, 16.2, { top: 5 }),
  cow: animal('cow-face', '#efedf2', '#ffd6d2', 'tuft', 4, 14.5, { limbs: '#5a5962', tailTip: '#5a5962', top: 2 }),
  'cow-face': animal('cow-face', '#efedf2', '#ffd6d2', 'tuft', 4, 14.5, {
    limbs: '#5a5962',
    tailTip: '#5a5962',
    top: 2,
  }),
  wolf: animal('wolf', '#86868d', '#dcdbe2', 'bushy', 4, 15.2, { tailTip: '#d2d1d9', top: 2 }),
  raccoon: animal('raccoon', '#8f8d99', '#dad8e2', 'ringed', 4, 19.5, { tailTip: '#4d4a58', top: 6, chin: 28 }),
  monkey: animal('monkey-face', '#7a4b45', '#eab3a4', 'curl', 3, 15, { top: 5, chin: 28.5 }),
  'monkey-face': animal('monkey-face', '#7a4b45', '#eab3a4', 'curl', 3, 15, { top: 5, chin: 28.5 }),
  hamster: animal('hamster', '#f0a878', '#ffe4cc', 'puff', 4, 19.5, { top: 4 }),
  otter: animal('own:otter', '#8a5f45', '#e9cda8', 'thick', 5, 17, { top: 7 }),
  hedgehog: animal('own:hedgehog', '#dcae7e', '#f8e2c2', 'none', 4.5, 19, { spikes: true, top: 4 }),
  chipmunk: animal('own:squirrel', '#cf8a4b', '#fbe6c8', 'squirrel', 5, 17, { top: 2 }),
  badger: animal('own:badger', '#6a6775', '#c9c6d2', 'puff', 4.5, 17.5, { limbs: '#44414f', top: 7 }),
  beaver: animal('own:beaver', '#8f5f3f', '#d9ab7c', 'flat', 5, 16.5, { tailTip: '#5c4038', top: 7 }),
  ewe: animal('own:sheep', '#f4f1f7', '#ffffff', 'puff', 4.2, 19.5, { limbs: '#cfa287', top: 2 }),
  ram: animal('own:sheep', '#f4f1f7', '#ffffff', 'puff', 4.2, 19.5, { limbs: '#cfa287', top: 2 }),
  goat: animal('own:goat', '#e8d3b4', '#f8ecdb', 'puff', 4.5, 17, { top: 1 }),
  deer: animal('own:deer', '#c98d56', '#f3d9b6', 'puff', 5, 17.5, { top: 1 }),
  donkey: animal('own:donkey', '#a399a6', '#d8d0d8', 'tuft', 4.8, 17, { tailTip: '#5d5363', top: 0 }),
  dragon: animal('own:dragon', '#49ad84', '#dff0b0', 'dragon', 5, 16.5, { wings: true, tailTip: '#ff9d6a', top: 2 }),
  'dragon-face': animal('own:dragon', '#49ad84', '#dff0b0', 'dragon', 5, 16.5, {
    wings: true,
    tailTip: '#ff9d6a',
    top: 2,
  }),
  'clown-face': person('clown-face', { fur: '#f6ecf5' }),
  alien: person('alien', { fur: '#7fd66a', top: 2 }),
  robot: person('robot', { fur: '#c9c3dc', belly: '#a79fc4', top: 3 }),
  goblin: person('goblin', { fur: '#e0455f' }),
  ogre: person('ogre', { fur: '#8a3560' }),
  'santa-claus': person('santa-claus', { fur: '#f0c3a2', chin: 30 }),
  'mrs-claus': person('mrs-claus', { fur: '#f0c3a2' }),
  baby: person('baby', { eyes: { dx: 4.5, y: 19.4, rx: 2.9, ry: 1.9 } }),
};
for (const name of [
  'boy',
  'girl',
  'child',
  'man',
  'woman',
  'person',
  'old-man',
  'old-woman',
  'older-person',
  'man-beard',
  'person-beard',
  'man-bald',
  'man-red-hair',
  'woman-red-hair',
  'man-white-hair',
  'woman-white-hair',
  'man-blonde-hair',
  'woman-blonde-hair',
  'man-curly-hair',
  'woman-curly-hair',
  'person-white-hair',
  'mx-claus',
])
  // A beard hides the mouth.
  (SPECIES as Record<string, Species>)[name] = person(name, /beard|claus/.test(name) ? {} : { smile: PERSON_SMILE });

export function speciesOf(drawing: string): Species | undefined {
  return Object.hasOwn(SPECIES, drawing) ? SPECIES[drawing] : undefined;
}

/** Drawings of people from the waist up: they get a robe or coat below. */
const BUSTS =
  /^(prince|princess|person-with-crown|ninja|troll|astronaut|cook|farmer|guard|detective|pilot|student|teacher|judge|artist|mechanic|firefighter|singer|scientist|construction-worker|factory-worker|office-worker|police-officer|health-worker|(man|woman|person)-(cook|farmer|guard|detective|pilot|student|teacher|judge|artist|mechanic|firefighter|singer|scientist|construction-worker|factory-worker|office-worker|police-officer|health-worker|mage|elf|superhero|supervillain|vampire|genie|astronaut|with-headscarf|technologist))$/;

export function isBust(drawing: string): boolean {
  return BUSTS.test(drawing);
}
