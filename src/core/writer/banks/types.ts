import type { Setting } from '../../../shared/story.ts';
import type { Gender, Nature } from '../types.ts';

/**
 * How one sort of being moves, speaks and rests, and what it has to do it with. Verb phrases are past and have no
 * subject; `{their}`, `{them}` and `{self}` in them are the being's own pronouns. Nothing here may be untrue of the being:
 * a snowflake has no paws.
 */
export interface BeingBank {
  /** Takes a direction after it: 'padded' (across the grass). */
  readonly moved: readonly string[];
  /** Takes spoken words: 'squeaked'. The plain 'said' is the realiser's, which mixes it in. */
  readonly said: readonly string[];
  /** Stands alone: 'curled up', 'settled in the dust'. */
  readonly rested: readonly string[];
  /** Joy as it can be seen, alone or after 'and': 'wagged {their} tail'. `{hero.glad}` */
  readonly glad: readonly string[];
  /** Fear or sorrow as it can be seen: 'tucked {their} tail in'. `{hero.afraid}`; `{hero.felt}` is one of the two, by the beat's mood. */
  readonly afraid: readonly string[];
  /** What holds and gives: 'paw', 'wing', 'hand'. */
  readonly hand: string;
  readonly hands: string;
  /** What the world sees of a feeling: 'face', 'muzzle', 'lamp'. */
  readonly face: string;
  /** The place it sleeps in, without article, and its preposition: 'in' her 'burrow'. */
  readonly home: readonly { readonly word: string; readonly at: string }[];
  /** Where the idea says nothing. */
  readonly gender: Gender;
}

/** A kind's own words over those of its nature (or of another kind that it is `like`). */
export interface KindBank extends Partial<BeingBank> {
  readonly nature: Nature;
  readonly like?: string;
  /** Where it lives, the likeliest first. */
  readonly lives?: readonly Setting[];
}

/** A place of a story in its three forms. */
export interface PlaceWords {
  /** 'the edge of the forest' */
  readonly words: string;
  /** 'at the edge of the forest' */
  readonly in: string;
  /** 'to the edge of the forest' */
  readonly to: string;
  readonly setting: Setting;
}

/** What a setting is like. Sounds and sights are whole past clauses that may stand after 'and' or 'Outside,'. */
export interface PlaceBank {
  /** 'the leaves whispered' */
  readonly sounds: readonly string[];
  /** 'the light fell in coins between the trees' */
  readonly sights: readonly string[];
  /** After 'smelled of': 'moss and rain'. */
  readonly smells: readonly string[];
  /** What is underfoot, with its article: 'the soft moss'. */
  readonly ground: readonly string[];
  /** How the place is called where the idea does not say. */
  readonly names: readonly Omit<PlaceWords, 'setting'>[];
}
