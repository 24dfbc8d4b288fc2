/** What kind of thing a drawing shows, how large it is and where it stands. */
import type { Placement, ThingKind } from '../../src/core/story/lexicon/format.ts';
import { HEADS, SIZES } from './curated.ts';
import { parseLines } from './lines.ts';

const BEINGS = new Set(['ghost', 'robot', 'alien', 'alien-monster', 'ogre', 'goblin', 'troll', 'clown-face']);
const CELESTIAL =
  /^(sun|full-moon|crescent-moon|.*-moon|star|glowing-star|shooting-star|comet|ringed-planet|globe-.*)$/u;
const WEATHER = /^(cloud|rainbow|snowflake|tornado|droplet|fog|wind-face|cloud-.*|sun-behind.*)$/u;
const BUILDINGS =
  /^(house|houses|house-with-garden|derelict-house|hut|castle|japanese-castle|church|school|hospital|hotel|bank|factory|mosque|synagogue|hindu-temple|shinto-shrine|kaaba|post-office|office-building|department-store|convenience-store|stadium|station|classical-building|tokyo-tower|tent|circus-tent|building-construction|wedding|love-hotel|statue-of-liberty)$/u;
const VEHICLES =
  /^(.*automobile|.*train|train|locomotive|railway-car|tram.*|bus|.*-bus|minibus|ambulance|fire-engine|police-car|taxi|.*truck|.*lorry|tractor|racing-car|motorcycle|motor-.*|bicycle|kick-scooter|auto-rickshaw|.*boat|ship|passenger-ship|ferry|canoe|airplane|small-airplane|helicopter|rocket|flying-saucer|sled|monorail|metro|trolleybus|aerial-tramway|.*railway|.*cableway|sport-utility-vehicle)$/u;
const NATURE =
  /^(mountain|snow-capped-mountain|volcano|mount-fuji|desert|desert-island|camping|rock|water-wave|hole|ice|fire|fountain)$/u;
const PLANTS =
  /(tree|flower|blossom|rose|tulip|hibiscus|hyacinth|lotus|bouquet|seedling|herb|shamrock|clover|leaf|mushroom|cactus|plant|sheaf|rosette|coral|nest|chestnut|pine-decoration|palm)/u;
const SKY =
  /^(airplane|small-airplane|helicopter|rocket|flying-saucer|kite|balloon|parachute|satellite|fireworks|eagle|bat|dove)$/u;
const WATER =
  /^(.*boat|ship|passenger-ship|ferry|canoe|whale|spouting-whale|dolphin|shark|fish|tropical-fish|blowfish|octopus|squid|jellyfish|lobster|shrimp|seal|crocodile|water-wave|ring-buoy|lotus|coral)$/u;
const WORN =
  /^(coat|.*-hat|billed-cap|crown|scarf|gloves|socks|glasses|goggles|dress|kimono|sari|t-shirt|jeans|shorts|necktie|mans-shoe|womans-boot|hiking-boot|.*-shoe|.*-sandal|ballet-shoes|ring|backpack|lab-coat|safety-vest|military-helmet)$/u;

const DEFAULT_SIZES = {
  person: 1.7,
  animal: 0.6,
  plant: 0.5,
  food: 0.15,
  object: 0.4,
  building: 8,
  vehicle: 4,
  weather: 3,
  celestial: 4,
  nature: 5,
} satisfies Record<ThingKind, number>;

const sizes = new Map(parseLines(SIZES).flatMap(([size, list]) => list.map((id) => [id, Number(size)] as const)));
const heads = new Set(HEADS);

export interface DrawingFacts {
  readonly kind: ThingKind;
  /** Metres, height or length, whichever is larger. */
  readonly size: number;
  readonly stands: Placement;
  readonly head?: true;
}

export function describeDrawing(id: string, group: string, isPerson: boolean): DrawingFacts {
  const kind = isPerson || BEINGS.has(id) ? 'person' : kindOf(id, group);
  const size = sizes.get(id) ?? DEFAULT_SIZES[kind];
  return { kind, size, stands: placementOf(id, kind, size), ...(heads.has(id) ? { head: true as const } : {}) };
}

function kindOf(id: string, group: string): ThingKind {
  if (CELESTIAL.test(id)) return 'celestial';
  if (WEATHER.test(id)) return 'weather';
  if (BUILDINGS.test(id)) return 'building';
  if (VEHICLES.test(id)) return 'vehicle';
  if (NATURE.test(id)) return 'nature';
  if (group === 'Food & Drink') return 'food';
  if (group === 'Animals & Nature') return PLANTS.test(id) ? 'plant' : 'animal';
  return 'object';
}

function placementOf(id: string, kind: ThingKind, size: number): Placement {
  if (kind === 'celestial' || kind === 'weather' || SKY.test(id)) return 'sky';
  if (WATER.test(id)) return 'water';
  if (WORN.test(id)) return 'worn';
  if (kind === 'food') return 'table';
  return kind === 'object' && size <= 0.5 ? 'held' : 'ground';
}
