/** Which of the emoji set's drawings a story picture can use: things and beings, no faces, hands, signs or flags. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Drawing {
  readonly id: string;
  /** Emoji group ('Animals & Nature'). */
  readonly group: string;
  readonly keywords: readonly string[];
}

const GROUPS = new Set(['Animals & Nature', 'Food & Drink', 'Travel & Places', 'Activities', 'Objects']);
/** From the other groups these alone are things or beings. */
const EXTRA = new Set([
  'ghost',
  'robot',
  'alien',
  'alien-monster',
  'ogre',
  'goblin',
  'clown-face',
  'skull',
  'collision',
]);
/** Symbols and scribbles inside the usable groups. */
const UNUSABLE =
  /(-face|-button|-oclock|-thirty|^globe-with|^(construction|horizontal-traffic|vertical-traffic|police-car-light|high-voltage|dizzy|sweat-droplets|zzz|sparkles|collision|cyclone|hot-springs|hundred-points|speaker-|muted-|bell-with|no-|chart-|link|magnet|fog|foggy|sunrise|sunset|cityscape|night-with|bridge-at|milky-way|rainbow-flag|wave|map-of|national-park|beach-with|sun-behind|cloud-with|umbrella-|snowman-without|part-alternation|musical-note|musical-notes|musical-score|peace|identification|placard|litter|inbox|outbox|e-mail|incoming|envelope-with|left-luggage|customs|baggage|passport|restroom|water-closet|wind-face|paw-prints|cooking|flower-playing|joker|mahjong|performing|reminder|slot-machine|(green|blue|orange)-book|admission|1st|2nd|3rd|heart|funeral|moai|bookmark|label|receipt|card-|file-|clipboard|linked|pushpin|round-pushpin|paperclip|input|nazar|hamsa|cigarette|coffin|headstone|pill|syringe|drop-of-blood|dna|microbe|petri|test-tube|bikini|briefs|lipstick|thong|razor|sake|beer|clinking|cocktail|wine|tumbler|tropical-drink|bottle-with|mate|pistol|water-pistol|bomb|crossed-swords-x|atm|bus-stop|police-car-light|wireless|trackball|x-ray))/;

export function usableDrawings(root: string): Drawing[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, 'node_modules', path), 'utf8'));
  const icons = read('@iconify-json/fluent-emoji/icons.json') as { icons: Record<string, unknown> };
  const emoji = read('unicode-emoji-json/data-by-emoji.json') as Record<string, { slug: string; group: string }>;
  const keywords = read('emojilib/dist/emoji-en-US.json') as Record<string, string[]>;
  const drawings: Drawing[] = [];
  for (const [sign, { slug, group }] of Object.entries(emoji)) {
    const id = slug.replaceAll('_', '-');
    if (!(id in icons.icons)) continue;
    if (!EXTRA.has(id) && (!GROUPS.has(group) || UNUSABLE.test(id))) continue;
    drawings.push({
      id,
      group,
      keywords: (keywords[sign] ?? []).map((word) => word.replaceAll('_', ' ').toLowerCase()),
    });
  }
  return drawings;
}

export function allDrawingIds(root: string): Set<string> {
  const file = join(root, 'node_modules', '@iconify-json/fluent-emoji/icons.json');
  return new Set(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { icons: Record<string, unknown> }).icons));
}
