import type { SceneEntity, Setting } from '../../../shared/story.ts';
import { factsOf } from '../drawings/lexicon-facts.ts';
import { isFigure } from '../figure/figure-sprite.ts';

/** Drawings that look to the right; animals and vehicles of the set look to the left, and the rest to the front. */
const LOOKS_RIGHT = new Set(['turtle', 'baby-chick', 'donkey', 'snail', 'dodo', 'goose', 'locomotive', 'bear']);
const LOOKS_FRONT = new Set([
  'owl',
  'penguin',
  'octopus',
  'crab',
  'squid',
  'lady-beetle',
  'butterfly',
  'spider',
  'peacock',
  'front-facing-baby-chick',
  'hatching-chick',
  'ghost',
  'snowman',
  'snowman-without-snow',
  'teddy-bear',
  'orangutan',
  'phoenix-bird',
  'bat',
  'lobster',
  'alien-monster',
  'chicken',
  'robot',
  'storyloom:loaf-person',
  'storyloom:snowflake-person',
  'sloth',
  'starfish',
]);

export type Looks = 'left' | 'right' | 'front';

export function looksOf(drawing: string): Looks {
  if (isFigure(drawing)) return 'right';
  if (LOOKS_FRONT.has(drawing)) return 'front';
  if (LOOKS_RIGHT.has(drawing) || drawing === 'storyloom:train' || drawing === 'storyloom:wind') return 'right';
  const { kind } = factsOf(drawing);
  return kind === 'animal' || kind === 'vehicle' ? 'left' : 'front';
}

/** One drawing of a bird stands for many birds: those that everybody knows by their colour get a drawing of ours. */
export function drawingFor(entity: SceneEntity): string {
  if (entity.drawing !== 'bird' && entity.drawing !== 'dove') return entity.drawing;
  const kind = /gull|tern|albatross/i.test(entity.word)
    ? 'gull'
    : /sparrow|wren|lark|nightingale|thrush|swallow|finch/i.test(entity.word)
      ? 'sparrow'
      : undefined;
  if (kind === undefined) return entity.drawing;
  return `storyloom:${kind}${entity.action === 'fly' ? '-flying' : ''}`;
}

/** What a setting shows already, so that it is not put there twice. */
const SHOWN: Partial<Readonly<Record<Setting, RegExp>>> = {
  forest: /^(deciduous-tree|evergreen-tree|national-park)$/,
  village: /^(house|houses|house-with-garden|storyloom:cottage)$/,
  town: /^(houses|house|cityscape|department-store)$/,
  castle: /^castle$/,
  sea: /^water-wave$/,
  shore: /^(water-wave|beach-with-umbrella)$/,
  ship: /^(ship|sailboat|passenger-ship)$/,
  lighthouse: /^(storyloom:lighthouse|water-wave|storyloom:rock)$/,
  island: /^(desert-island|palm-tree)$/,
  mountain: /^(mountain|snow-capped-mountain|mount-fuji)$/,
  snow: /^(snow-capped-mountain|snowflake)$/,
  desert: /^(desert|cactus)$/,
  cave: /^storyloom:cave$/,
  jungle: /^palm-tree$/,
  bedroom: /^bed$/,
  kitchen: /^(storyloom:table|cooking)$/,
  library: /^(books|storyloom:bookshelf)$/,
  park: /^deciduous-tree$/,
  station: /^station$/,
  train: /^(storyloom:train|train|locomotive|railway-car)$/,
  farm: /^(storyloom:barn)$/,
  river: /^(national-park|water-wave)$/,
  swamp: /^storyloom:reeds$/,
  bakery: /^(storyloom:table)$/,
  workshop: /^(storyloom:table|mantelpiece-clock)$/,
};

export function isShown(setting: Setting, drawing: string): boolean {
  return SHOWN[setting]?.test(drawing) ?? false;
}

export const MOONS = /^(full-moon|crescent-moon|first-quarter-moon|last-quarter-moon|waxing-|waning-|new-moon)/;
export const FLYERS =
  /^(butterfly|honeybee|bat|dove|eagle|fly|mosquito|feather|kite|balloon|airplane|small-airplane|helicopter|flying-saucer|rocket|leaf-fluttering-in-wind|hot-air-balloon|parachute|fairy|phoenix-bird|lady-beetle)$/;
const BOATS =
  /^(storyloom:rowing-boat|storyloom:bathtub-boat|canoe|sailboat|speedboat|motor-boat|ship|ferry|passenger-ship|sled|bathtub)$/;

export type Sort = 'figure' | 'animal' | 'thing' | 'scenery' | 'sky' | 'boat';

export function sortOf(entity: SceneEntity): Sort {
  const { drawing } = entity;
  if (isFigure(drawing)) return 'figure';
  const facts = factsOf(drawing);
  if (facts.kind === 'person' || facts.kind === 'animal') return 'animal';
  if (BOATS.test(drawing)) return 'boat';
  if (entity.role === 'sky' || facts.stands === 'sky' || facts.kind === 'celestial' || facts.kind === 'weather')
    return entity.role === 'character' && facts.kind !== 'celestial' && facts.kind !== 'weather'
      ? 'animal'
      : FLYERS.test(drawing)
        ? 'thing'
        : 'sky';
  if (entity.role === 'character') return 'animal';
  if (
    facts.kind === 'building' ||
    (facts.kind === 'plant' && facts.size > 1) ||
    facts.kind === 'vehicle' ||
    (entity.role === 'scenery' && facts.size > 1.2)
  )
    return 'scenery';
  return 'thing';
}

/** The longer side (a figure's: its height) in thousandths of the picture's measure; children's-book proportions. */
export function sizeOf(entity: SceneEntity, sort: Sort): number {
  const { size } = factsOf(entity.drawing);
  const grow = entity.attributes.some((word) => /^(big|huge|giant|great|enormous|large|tall)$/.test(word))
    ? 1.25
    : entity.attributes.some((word) => /^(tiny|little|small|wee)$/.test(word))
      ? 0.85
      : 1;
  const limit = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
  switch (sort) {
    case 'figure':
      return limit(405 * (Math.max(size, 0.12) / 0.6) ** 0.18 * grow, 310, 510);
    case 'animal':
      return (
        limit(300 * (size / 0.6) ** 0.3 * grow, 100, 580) *
        (entity.castId === undefined && entity.weight < 0.4 ? 0.85 : 1)
      );
    case 'boat':
      return limit(430 * (size / 3) ** 0.3, 330, 620);
    case 'scenery':
      return limit(360 * (size / 5) ** 0.42 * grow, 200, 640);
    case 'sky':
      return /star|snowflake|feather/.test(entity.drawing) && !/person/.test(entity.drawing)
        ? 95
        : /wind/.test(entity.drawing)
          ? 430
          : /face|sun$/.test(entity.drawing)
            ? 320
            : /rainbow/.test(entity.drawing)
              ? 460
              : /comet|shooting/.test(entity.drawing)
                ? 170
                : 230;
    case 'thing':
      return limit(185 * (size / 0.6) ** 0.33 * grow, 84, 330);
  }
}
