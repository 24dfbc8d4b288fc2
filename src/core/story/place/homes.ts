/** Where someone of a kind is at home: the place of a story that names none. */
import type { Setting } from '../../../shared/story.ts';

const HOMES: Readonly<Partial<Record<Setting, string>>> = {
  bakery: 'baker',
  workshop: 'clockmaker watchmaker carpenter cobbler shoemaker toymaker inventor tinker',
  palace: 'king queen prince princess emperor',
  castle: 'knight',
  farm: 'farmer cow pig hen rooster horse sheep goat',
  ship: 'sailor pirate captain',
  sea: 'whale dolphin seal',
  underwater: 'fish octopus crab mermaid',
  forest: 'fox wolf bear deer owl hedgehog squirrel badger witch woodcutter hunter stag hare rabbit',
  snow: 'penguin snowman snowflake',
  mountain: 'dragon giant eagle',
  classroom: 'teacher',
  space: 'astronaut alien',
  jungle: 'lion tiger monkey elephant parrot',
  lake: 'duck swan frog',
  garden: 'gardener snail bee butterfly',
  library: 'librarian',
  cave: 'bat',
};

const BY_KIND = new Map<string, Setting>(
  (Object.entries(HOMES) as [Setting, string][]).flatMap(([setting, kinds]) =>
    kinds.split(' ').map((kind): [string, Setting] => [kind, setting]),
  ),
);

export function homeOf(kinds: readonly (string | undefined)[]): Setting | undefined {
  return kinds
    .map((kind) => (kind === undefined ? undefined : BY_KIND.get(kind)))
    .find((setting) => setting !== undefined);
}
