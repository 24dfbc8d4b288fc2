/** The story engine's own words: what is read of an idea, and what a story shape is made of. Pure data and functions. */
import type { Mood, Setting, TimeOfDay } from '../../shared/story.ts';
import type { Age, Tone } from '../../shared/writing.ts';

export type Gender = 'she' | 'he' | 'it' | 'they';

/** What a being can do, and which body it does it with. */
export type Nature = 'person' | 'animal' | 'bird' | 'fish' | 'machine' | 'thing' | 'element';

/** Someone of the idea, or one whom the story adds. Those that are added never have names. */
export interface Character {
  /** 'hero', 'friend' (the second of the idea), 'third', 'other-1'..., or the id that the shape gave. */
  readonly id: string;
  /** 'Ember'; absent for 'the little owl'. */
  readonly name?: string;
  /** Its noun ('dragon', 'baker', 'clockmaker', 'snowflake'). */
  readonly kind: string;
  /** As the idea says them ('shy', 'little', 'old'). */
  readonly traits: readonly string[];
  readonly gender: Gender;
  readonly nature: Nature;
  /** 'the moon', 'the last snowflake': never 'a moon'. */
  readonly definite?: boolean;
  /** What follows the noun: 'of winter', 'who told lies'. */
  readonly after?: string;
  /** Of several that are not told apart ('three little pigs'). */
  readonly count?: number;
  /** Id of whose it is: 'his sister Mila'. */
  readonly of?: string;
}

/** What the idea says that happens; every form is made from the same parse. */
export interface Event {
  /** Ids of who does it; 'thing' may be one. */
  readonly subjects: readonly string[];
  /** Verb and all after it, without the subject: 'bakes a loaf of bread that can talk' is 'bake a loaf of bread that can talk'. */
  readonly base: string;
  /** 'baked a loaf of bread that could talk'. */
  readonly past: string;
  /** 'baking a loaf of bread that can talk'. */
  readonly gerund: string;
  readonly verb: string;
  /** Words by which a text can be known to keep it: lemmas of verb and nouns. */
  readonly keywords: readonly string[];
  /** The three forms with slots for those whom the story knows ('lost {hero.their} voice'), for the realiser. */
  readonly told: { readonly base: string; readonly past: string; readonly gerund: string };
  /** 'must give it back': it has to be done, and is done. */
  readonly must?: boolean;
  /** Who does it where it is nobody of the cast: 'the rain'. */
  readonly other?: string;
}

/** A thing that the idea turns on: 'a loaf of bread that can talk', 'a boat', 'a lost star', 'one extra hour'. */
export interface Thing {
  /** 'loaf of bread', 'star', 'extra hour'. */
  readonly noun: string;
  /** 'a loaf of bread that could talk'. */
  readonly full: string;
  readonly traits: readonly string[];
  readonly plural: boolean;
  /** Whose it is, where the idea says 'his voice'. */
  readonly owner?: string;
}

export interface Idea {
  readonly text: string;
  /** The hero first. Several heroes ('two brothers, Sam and Theo') stand side by side. */
  readonly characters: readonly Character[];
  /** Ids of those whom the story is about together; one as a rule. */
  readonly heroes: readonly string[];
  readonly thing?: Thing;
  /** Where it plays ('the North Pole', 'a lake'), with its setting where one is known. */
  readonly places: readonly { readonly words: string; readonly setting?: Setting }[];
  readonly time?: TimeOfDay;
  readonly weather?: string;
  /** In the idea's order. */
  readonly events: readonly Event[];
  /** 'wants to see the spring' -> 'see the spring'. */
  readonly wish?: Event;
  /** 'is afraid of the dark' -> 'the dark'; what stands in the way. */
  readonly fear?: string;
  /** 'and fall asleep at the end'. */
  readonly ending?: Event;
  /** BCP 47; 'en' is written, all else refused with words. */
  readonly language: string;
}

/**
 * A few sentences of the story, one paragraph each, with slots in braces and alternatives in brackets. The slots are
 * explained in docs/writer.md ("The language of passages"); realise.ts fills them.
 */
export interface Passage {
  readonly text: string;
  /** Only where this holds. */
  readonly when?: (tale: Tale) => boolean;
  readonly ages?: readonly Age[];
  readonly tones?: readonly Tone[];
  /** Only after the story has said this word: a pay-off needs its set-up, and short stories leave out set-ups. */
  readonly recalls?: string;
}

/** One step of a story: a scene of the film. */
export interface ShapeBeat {
  /** Unique within the shape. */
  readonly id: string;
  /** Scene titles to choose from, with slots. */
  readonly titles: readonly string[];
  /** Why the story needs it: for the outline. With slots. */
  readonly why: string;
  /** One sentence, with slots: for the outline. */
  readonly what: string;
  readonly mood: Mood;
  /** 'home' and 'away' are the tale's two places; a setting is that place. */
  readonly where: 'home' | 'away' | 'road' | Setting;
  readonly time?: TimeOfDay;
  /** Character ids. */
  readonly who: readonly string[];
  /** Left out where it does not hold. */
  readonly when?: (tale: Tale) => boolean;
  /** What has to be told, 12-30 words each; ONE of each list is taken, in this order. */
  readonly core: readonly (readonly Passage[])[];
  /** What may be told as well, 15-45 words each, for longer stories; ONE of each list, as many as the length asks, in this order. */
  readonly more: readonly (readonly Passage[])[];
}

/** A way for a story to go. */
export interface StoryShape {
  readonly id: string;
  /** For people: 'The rescue'. */
  readonly name: string;
  /** 0..1: how well the idea goes into it; 0 when it cannot. */
  readonly fits: (idea: Idea) => number;
  /** Things that the story chooses by its seed and keeps: set-ups that pay off ('{token}' a brass button), helpers. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Nameless characters that the shape adds where the idea lacks them: id, and kinds to choose from. */
  readonly added?: readonly {
    readonly id: string;
    readonly when: (idea: Idea) => boolean;
    readonly kinds: readonly {
      readonly kind: string;
      readonly traits: readonly string[];
      readonly gender: Gender;
      readonly nature: Nature;
    }[];
  }[];
  /** Story titles, with slots. */
  readonly titles: readonly string[];
  /** One is chosen and comes back as {refrain}; without names that might be wrong. */
  readonly refrains: readonly string[];
  readonly beats: readonly ShapeBeat[];
  /** The very last sentence; bedtime has its own (prose/bedtime.ts). */
  readonly lastLines: readonly Passage[];
}

/** A story that is being told: the idea, what was asked for, and what was chosen. */
export interface Tale {
  readonly idea: Idea;
  readonly shape: StoryShape;
  readonly age: Age;
  readonly tone: Tone;
  readonly bedtime: boolean;
  readonly seed: number;
  readonly words: number;
  /** Idea's and added ones, by id. */
  readonly cast: ReadonlyMap<string, Character>;
  /** Of shape.choices, as chosen. */
  readonly chosen: Readonly<Record<string, string>>;
}
