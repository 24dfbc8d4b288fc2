import type { CastMember } from '../../../shared/story.ts';
import { darker } from '../paint/colour.ts';
import { randomFrom } from '../random.ts';

export type Garment = 'none' | 'scarf' | 'jacket' | 'dress' | 'coat' | 'shirt' | 'apron' | 'robe' | 'overall';

/** What a figure wears. Made from the cast member alone, so that it is the same in every scene. */
export interface Outfit {
  readonly garment: Exclude<Garment, 'scarf'>;
  readonly scarf: boolean;
  readonly cloak: boolean;
  readonly badge: boolean;
  /** The member's own colour. */
  readonly main: string;
  readonly second: string;
  readonly glasses: boolean;
  readonly bow: boolean;
}

export interface Wearing {
  readonly cloak?: boolean;
  readonly badge?: boolean;
  readonly jacket?: boolean;
  readonly scarf?: boolean;
  readonly dress?: boolean;
  readonly colour?: string;
}

const FEMALE =
  /\b(mrs|miss|mother|mum|mama|girl|woman|queen|princess|sister|aunt|grandmother|granny|lady|hen|duchess|daughter|she|her|witch|wife)\b/;

const JACKET = /jacket|coat|blazer|parka/;
const DRESS = /\b(dress|gown|frock|pinafore)\b/;
const SCARF = /scarf|\b(shawl|muffler|kerchief)\b/;
const CLOAK = /\b(cloak|cape|mantle)\b/;

/** `human` figures are always dressed; animals wear a scarf, a jacket or a dress in their colour. */
export function outfitOf(human: boolean, drawing: string, member: CastMember | undefined, wearing: Wearing): Outfit {
  const worn = member?.traits.join(' ').toLowerCase() ?? '';
  const own = { scarf: SCARF.test(worn), cloak: CLOAK.test(worn), dress: DRESS.test(worn), jacket: JACKET.test(worn) };
  // What one always wears has the same colour in the scenes that speak of it.
  const always = Object.values(own).some(Boolean) ? member?.mark : undefined;
  const mark = always ?? wearing.colour ?? member?.mark ?? '#d9665a';
  const words = `${member?.name ?? ''} ${member?.kind ?? ''} ${worn} ${drawing.replaceAll('-', ' ')}`.toLowerCase();
  const female = FEMALE.test(words);
  const random = randomFrom('outfit', member?.id ?? drawing);
  const choice = random();
  let garment: Garment;
  if (wearing.jacket || JACKET.test(words)) garment = 'jacket';
  else if (wearing.dress || own.dress) garment = 'dress';
  else if (human)
    garment = /baby/.test(drawing)
      ? 'shirt'
      : female
        ? /old/.test(drawing)
          ? 'apron'
          : 'dress'
        : /^(boy|child)/.test(drawing)
          ? 'shirt'
          : 'coat';
  else if (!member) garment = 'none';
  else if (female) garment = choice < 0.6 ? 'dress' : 'apron';
  else garment = choice < 0.5 ? 'scarf' : choice < 0.8 ? 'jacket' : 'shirt';
  return {
    garment: garment === 'scarf' ? 'none' : garment,
    scarf: garment === 'scarf' || wearing.scarf === true || own.scarf,
    cloak: wearing.cloak === true || own.cloak,
    badge: wearing.badge === true,
    main: mark,
    second: darker(mark, 0.35),
    glasses: /glasses|spectacles/.test(words),
    bow: female && !human,
  };
}
