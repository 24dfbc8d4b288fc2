/**
 * Makes resources/drawings/fluent.pack from the package @iconify-json/fluent-emoji (MIT, Microsoft): the drawings that a
 * story can use, one by one compressed, so that a worker reads only those that it draws. Format: drawings/pack.ts.
 *
 *   node tools/run.mjs tools/make-drawings.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

interface IconSet {
  readonly icons: Readonly<
    Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>
  >;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
}

const require = createRequire(import.meta.url);
const set = JSON.parse(readFileSync(require.resolve('@iconify-json/fluent-emoji/icons.json'), 'utf8')) as IconSet;

// Some names are other names' drawings.
const icons: Record<string, { readonly body: string }> = { ...set.icons };
for (const [name, { parent }] of Object.entries(set.aliases ?? {})) if (icons[parent]) icons[name] = icons[parent];

const TONES = /-(light|medium-light|medium|medium-dark|dark)$/;
/** People who appear in stories as themselves: kept in five skin tones. Everyone else is kept in three. */
const FIVE_TONES =
  /^(boy|girl|child|baby|man|woman|person|old-man|old-woman|older-person|man-beard|prince|princess)-(light|medium-light|medium|medium-dark|dark)$/;
const THREE_TONES =
  /^(person-with-crown|man-(cook|farmer|mage|elf|superhero|pilot|astronaut|guard|student|detective|fairy|artist|mechanic|firefighter|police-officer|health-worker|judge|singer|merpeople|curly-hair)|woman-(cook|farmer|mage|elf|superhero|pilot|astronaut|guard|student|detective|fairy|artist|mechanic|firefighter|police-officer|health-worker|judge|singer|merpeople|with-headscarf)|ninja|santa-claus|mrs-claus|baby-angel|person-in-bed)-(light|medium|dark)$/;
const OUT = [
  /-button$|^keycap|^input-|^flag|-symbol$|-sign$|-arrows?$|arrow-curving|-square$|-circle$|-exclamation|question-mark/,
  /-button-|^(red|white|blue|green|yellow|orange|purple|brown|black|grey|light-blue|pink)-heart$/,
  /oclock$|-thirty$|^(aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|ophiuchus)$/,
  /-hand$|-hands$|hand-with|-fist$|thumbs|-finger|fingers|gesture|finger-|index-pointing|salute/,
  /-face$|^face-|face-with|faces?-in|-eyes$|face-|^smiling|^grinning|^rolling-on|^winking|^squinting|head-shaking/,
  /gesturing|getting-|tipping|frowning|pouting|shrugging|facepalming|raising-hand|white-cane|steamy|wheelchair|bowing/,
  /wearing-|zombie|feeding-baby|bunny-ears|deaf|cartwheel|golfing|handball|water-polo|juggling|bouncing|lifting-weights/,
  /yen|euro|pound-|dollar|currency|chart|diamond|^(hamsa|khanda|om|kaaba|infinity|plus|minus|multiply|divide|equals)$/,
  /middle-finger|cigarette|pill$|syringe|coffin|urn|toilet|poo$|bikini|lipstick|underwear|briefs$|kiss|biohazard|radioactive/,
  /no-|prohibited|under-eighteen|restroom|mens-room|womens-room|water-closet|litter|passport|customs|baggage|luggage-$/,
  /star-of|crescent$|cross$|menorah|dharma|yin-yang|peace-|latin-|fleur|trident|hot-springs|mahjong|suit$|playing-cards/,
  /^(hundred-points|anger-symbol|brain|lungs|anatomical-heart|biting-lip|mouth|nose|ear|eye|eyes|tongue|leg|foot|tooth)$/,
  /pregnant|breast|selfie|x-ray|microbe|petri|dna|drop-of-blood|kneeling|squared?|spade|club-|copyright|registered/,
  /up-button|soon|top-arrow|^on-arrow|end-arrow|back-arrow|antenna-bars|vibration|battery|mobile-phone-|beer|wine|cocktail/,
];
/** Kept though a pattern above names them. */
const KEEP =
  /^(cat|dog|mouse|rabbit|tiger|cow|pig|horse|unicorn|dragon|monkey|sun-with|full-moon|new-moon|first-quarter-moon|last-quarter-moon|wind|clown|jack|fox|gem)-?(face)?$|^(folding-hand-fan|gem-stone|footprints|tooth|sun-with-face|full-moon-face|new-moon-face|first-quarter-moon-face|last-quarter-moon-face|red-heart|castle|eight-oclock|ten-oclock|crescent-moon|knot|wrapped-gift|person-in-bed|heart-with-ribbon|no-entry)$/;

/** Hundredths of a unit are a sixth of a pixel at 512 pixels; comments and long ids only cost bytes. */
function shrink(body: string): string {
  const names = new Map<string, string>();
  const short = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const made = names.size.toString(36).replace(/^/, '_');
    names.set(name, made);
    return made;
  };
  return body
    .replace(/\bid="([^"]+)"/g, (_, name: string) => `id="${short(name)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, name: string) => `url(#${short(name)})`)
    .replace(/href="#([^"]+)"/g, (_, name: string) => `href="#${short(name)}"`)
    .replace(/(\d*\.\d{3,})/g, (number) => String(Math.round(Number(number) * 1000) / 1000).replace(/^0\./, '.'));
}

/** Whatever the lexicon's words lead to is kept, whatever its name. */
const lexicon = JSON.parse(readFileSync(new URL('../resources/lexicon.json', import.meta.url), 'utf8')) as {
  readonly drawings: Readonly<Record<string, unknown>>;
};

const kept = Object.keys(icons).filter((name) => {
  if (name in lexicon.drawings) return true;
  if (TONES.test(name)) return FIVE_TONES.test(name) || THREE_TONES.test(name);
  return KEEP.test(name) || !OUT.some((pattern) => pattern.test(name));
});

const index: Record<string, readonly [offset: number, bytes: number]> = {};
const bodies: Buffer[] = [];
let offset = 0;
for (const name of kept.sort()) {
  const body = Buffer.from(shrink(icons[name]!.body));
  const packed = brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
  index[name] = [offset, packed.length];
  bodies.push(packed);
  offset += packed.length;
}
const head = brotliCompressSync(Buffer.from(JSON.stringify(index)));
const length = Buffer.alloc(8);
length.write('SLDP', 0, 'latin1');
length.writeUInt32LE(head.length, 4);
writeFileSync(new URL('../resources/drawings/fluent.pack', import.meta.url), Buffer.concat([length, head, ...bodies]));
console.log(`${kept.length} drawings, ${((8 + head.length + offset) / 1e6).toFixed(2)} MB`);
