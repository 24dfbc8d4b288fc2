import { z } from 'zod';
import { PICTURE_ENGINES } from './pictures.ts';
import { tellingShape } from './recording.ts';

/** Where a scene plays. The illustrator has a ground, a backdrop and fitting props for each. */
export const SETTINGS = [
  'meadow',
  'forest',
  'village',
  'town',
  'castle',
  'palace',
  'sea',
  'underwater',
  'shore',
  'ship',
  'lighthouse',
  'island',
  'mountain',
  'snow',
  'desert',
  'cave',
  'space',
  'moon',
  'sky',
  'garden',
  'farm',
  'river',
  'lake',
  'road',
  'swamp',
  'jungle',
  'bedroom',
  'kitchen',
  'living-room',
  'classroom',
  'library',
  'shop',
  'bakery',
  'workshop',
  'hall',
  'station',
  'train',
  'park',
] as const;
export type Setting = (typeof SETTINGS)[number];

/** Under a roof, seen from inside. */
export const INDOOR_SETTINGS: ReadonlySet<Setting> = new Set([
  'bedroom',
  'kitchen',
  'living-room',
  'classroom',
  'library',
  'shop',
  'bakery',
  'workshop',
  'hall',
  'train',
  'palace',
]);

export const TIMES_OF_DAY = ['dawn', 'day', 'dusk', 'night'] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

export const WEATHERS = ['clear', 'cloudy', 'rain', 'storm', 'snow', 'fog', 'wind'] as const;
export type Weather = (typeof WEATHERS)[number];

export const MOODS = ['calm', 'happy', 'sad', 'tense', 'scary', 'wonder', 'funny', 'sleepy', 'brave'] as const;
export type Mood = (typeof MOODS)[number];

export const STYLES = ['day-storybook', 'night-storybook', 'paper', 'watercolour', 'pastel'] as const;
export type Style = (typeof STYLES)[number];

/** What a figure is doing, as far as a picture can show it. */
export const ACTIONS = [
  'stand',
  'walk',
  'run',
  'jump',
  'climb',
  'fly',
  'swim',
  'sit',
  'sleep',
  'eat',
  'hold',
  'give',
  'point',
  'wave',
  'cry',
  'laugh',
  'fall',
  'hide',
  'read',
  'sing',
  'dance',
  'fight',
  'hug',
  'look',
  'talk',
  'work',
  'ride',
] as const;
export type Action = (typeof ACTIONS)[number];

export const RELATIONS = [
  'on',
  'in',
  'under',
  'beside',
  'above',
  'behind',
  'holding',
  'wearing',
  'riding',
  'towards',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Someone who acts in the story. The same member is the same drawing with the same colour mark in every scene. */
export interface CastMember {
  /** Stable within a story, made of the name ('nib', 'mrs-rabbit'). */
  readonly id: string;
  readonly name: string;
  /** What kind of being, as the text says it ('otter', 'old man', 'rabbit'). */
  readonly kind: string;
  /** A drawing's id in the storybook's set ('otter', 'old-man'); the illustrator draws it. */
  readonly drawing: string;
  /** Traits as the text says them ('small', 'brown', 'old'). */
  readonly traits: readonly string[];
  /** The colour of scarf, coat or body that tells this one from others of the same drawing, as #rrggbb. */
  readonly mark: string;
}

/** One thing to be seen in a scene. */
export interface SceneEntity {
  /** Unique within the scene. */
  readonly id: string;
  /** The word or phrase of the text that asked for it. */
  readonly word: string;
  /** A drawing's id in the storybook's set. */
  readonly drawing: string;
  readonly role: 'character' | 'prop' | 'scenery' | 'sky';
  /** Set when this is a member of the cast. */
  readonly castId?: string;
  /** How many to draw, 1..12. */
  readonly count: number;
  readonly action?: Action;
  readonly relation?: { readonly kind: Relation; readonly target: string };
  /** Colours and sizes that the text gives ('gold', 'tiny'). */
  readonly attributes: readonly string[];
  /** 0..1: how much the scene is about it. */
  readonly weight: number;
}

/** What a picture of the scene has to show; the illustrators' input. */
export interface SceneGraph {
  readonly setting: Setting;
  readonly time: TimeOfDay;
  readonly season: Season;
  readonly weather: Weather;
  readonly mood: Mood;
  /** The most important first. */
  readonly entities: readonly SceneEntity[];
  /** Concrete things that the text names and for which no drawing was found. */
  readonly undrawn: readonly string[];
}

/** What someone says within quotation marks, as UTF-16 units of the scene's text, marks included. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  /** Id of the member of the cast who says it; absent when nobody can tell. */
  readonly speaker?: string;
}

export interface Scene {
  /** The author's own, else its number in the story ('scene-001'). */
  readonly id: string;
  /** 0-based. */
  readonly index: number;
  /** A heading of the text that this scene begins under, if any. */
  readonly title?: string;
  /** The author's own words, paragraphs parted by a blank line. */
  readonly text: string;
  /** In their order. */
  readonly quotes: readonly Quote[];
  readonly graph: SceneGraph;
  /** What the author set for this scene by hand; empty when nothing. */
  readonly overrides: SceneOverrides;
}

/** The plan of a film: what the story's text becomes before anything is narrated or drawn. */
export interface Storyboard {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly cast: readonly CastMember[];
  readonly scenes: readonly Scene[];
  /** Respellings or IPA that the narrator uses for a word, by the word in lower case. */
  readonly pronunciations: Readonly<Record<string, string>>;
  /** Remarks for the user ('the file was Windows-1252'). */
  readonly notices: readonly string[];
}

/** 'parallax' moves the layers of a drawing at their own speeds and lets its weather live; 'gentle' moves the picture as one. */
export const MOTIONS = ['parallax', 'gentle', 'none'] as const;

export const TRANSITIONS = ['cut', 'dissolve', 'dip', 'wipe', 'page-turn'] as const;
export type Transition = (typeof TRANSITIONS)[number];
/** 'auto' follows the story's flow. */
export const TRANSITION_CHOICES = ['auto', ...TRANSITIONS] as const;

/** What a place sounds like. */
export const AMBIENCES = ['rain', 'sea', 'forest', 'night', 'fire', 'wind'] as const;
export type Ambience = (typeof AMBIENCES)[number];
/** 'auto' follows the scenes' settings. */
export const AMBIENCE_CHOICES = ['auto', 'off', ...AMBIENCES] as const;

/** CastMember.id: letters and numbers of any script, and hyphens. */
export const castIdSchema = z.string().regex(/^[\p{L}\p{N}-]{1,100}$/u);
const castIdsSchema = z.array(castIdSchema).max(20);

export const sceneOverridesSchema = z.strictObject({
  setting: z.enum(SETTINGS).optional(),
  time: z.enum(TIMES_OF_DAY).optional(),
  season: z.enum(SEASONS).optional(),
  weather: z.enum(WEATHERS).optional(),
  mood: z.enum(MOODS).optional(),
  style: z.enum(STYLES).optional(),
  /** Who makes its picture, where that is not who makes the film's. */
  pictures: z.enum(PICTURE_ENGINES).optional(),
  voice: z.string().min(1).optional(),
  /** 0.5..2, 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2).optional(),
  /** Silence after the scene, seconds. */
  pauseAfter: z.number().min(0).max(10).optional(),
  seed: z.int().min(0).optional(),
  motion: z.enum(MOTIONS).optional(),
  /** Into the next scene. */
  transition: z.enum(TRANSITION_CHOICES).optional(),
  ambience: z.enum(AMBIENCE_CHOICES).optional(),
  /** Members of the cast who are shown although the text does not name them, and who are not although it does. */
  shown: castIdsSchema.optional(),
  hidden: castIdsSchema.optional(),
});
export type SceneOverrides = Readonly<z.infer<typeof sceneOverridesSchema>>;

/** A word, and when it is said: seconds from the recording's beginning. */
const toldWordSchema = z.tuple([z.string().min(1), z.number().min(0), z.number().min(0)]);

/** The documented JSON project file (docs/project-file.md). */
export const projectFileSchema = z.strictObject({
  storyloom: z.literal(1),
  title: z.string().min(1),
  pronunciations: z.record(z.string(), z.string()).default({}),
  /** What the scenes with `told` are told in; its path from the project file's folder on. */
  recording: z
    .strictObject({
      file: z.string().min(1),
      language: z.string().min(1).max(40).optional(),
      voice: tellingShape.voice.optional(),
      clean: tellingShape.clean.optional(),
      longestPause: tellingShape.longestPause.optional(),
    })
    .optional(),
  scenes: z
    .array(
      sceneOverridesSchema.extend({
        title: z.string().min(1).optional(),
        text: z.string().min(1),
        told: z
          .strictObject({ from: z.number().min(0), to: z.number().positive(), words: z.array(toldWordSchema) })
          .optional(),
      }),
    )
    .min(1)
    .max(10_000),
});
export type ProjectFile = z.infer<typeof projectFileSchema>;

/** One spoken word, as the author wrote it. Seconds from the start of the sound that it belongs to. */
export interface WordTiming {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
