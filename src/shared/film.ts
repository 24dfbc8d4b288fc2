import { z } from 'zod';
import { picturesShape } from './pictures.ts';
import { longestPauseSchema } from './recording.ts';
import { AMBIENCE_CHOICES, MOTIONS, STYLES, TRANSITION_CHOICES } from './story.ts';

/** Width by height. */
export const SHAPES = ['16:9', '9:16', '1:1', '4:5'] as const;
export type Shape = (typeof SHAPES)[number];

/** By the length of a film's shorter side, in pixels. */
export const SIZES = ['720p', '1080p', '1440p', '2160p'] as const;
export type FilmSize = (typeof SIZES)[number];

const SHORT_SIDES: Readonly<Record<FilmSize, number>> = { '720p': 720, '1080p': 1080, '1440p': 1440, '2160p': 2160 };

/** Pixels of a film; both even. */
export function frameSize({ shape, size }: { readonly shape: Shape; readonly size: FilmSize }): {
  readonly width: number;
  readonly height: number;
} {
  const short = SHORT_SIDES[size];
  const [across, down] = shape.split(':').map(Number) as [number, number];
  return across >= down
    ? { width: (short * across) / down, height: short }
    : { width: short, height: (short * down) / across };
}

export const FRAME_RATES = [24, 25, 30, 60] as const;
export const PRESETS = ['ultrafast', 'veryfast', 'faster', 'medium'] as const;
export const NARRATORS = ['kokoro', 'tone'] as const;

/** How the spoken words are shown: 'karaoke' lights the word that is said, 'word-box' puts it on a box, 'picture-book' lays a
 * page's text on a panel. */
export const CAPTION_STYLES = ['none', 'classic', 'karaoke', 'word-box', 'picture-book'] as const;
export type CaptionStyle = (typeof CAPTION_STYLES)[number];

/** Music that Storyloom makes itself. */
export const BEDS = ['calm', 'playful', 'wonder', 'tense', 'sad', 'brave'] as const;
export type Bed = (typeof BEDS)[number];
/** 'auto' follows the scenes' moods; 'own' is a sound file of the author's. */
export const MUSIC_CHOICES = ['auto', 'off', 'own', ...BEDS] as const;

export const CODECS = ['h264', 'h265', 'av1'] as const;
export type Codec = (typeof CODECS)[number];
/** What encodes: the processor, or a part of the graphics card that a test encode has proved to work. */
export const ENCODERS = ['software', 'nvenc', 'qsv', 'amf', 'videotoolbox', 'vaapi'] as const;
export type Encoder = (typeof ENCODERS)[number];

/** What is written beside a film, under its name. */
export const EXTRAS = ['srt', 'vtt', 'wav', 'mp3', 'otio', 'assets', 'pdf', 'sheet', 'gif', 'webp'] as const;
export type Extra = (typeof EXTRAS)[number];

/** 1 is the balance that Storyloom finds right, 0 is silence. */
const volumeSchema = z.number().min(0).max(2).default(1);
export const volumesSchema = z.strictObject({
  narration: volumeSchema,
  music: volumeSchema,
  ambience: volumeSchema,
});
export type Volumes = Readonly<z.infer<typeof volumesSchema>>;

/** LUFS, integrated (ITU-R BS.1770-4). */
const loudnessSchema = z.union([z.literal('off'), z.number().min(-31).max(-9)]);

/** What a film looks and sounds like beside its pictures and voices; a project has the same. */
export const finishShape = {
  captions: z.enum(CAPTION_STYLES).default('classic'),
  /** Into the next scene, where a scene does not say otherwise. 'auto' follows the story. */
  transition: z.enum(TRANSITION_CHOICES).default('auto'),
  titleCard: z.boolean().default(true),
  closingCard: z.boolean().default(true),
  music: z.enum(MUSIC_CHOICES).default('auto'),
  ambience: z.enum(AMBIENCE_CHOICES).default('auto'),
  volumes: volumesSchema.default({ narration: 1, music: 1, ambience: 1 }),
  loudness: loudnessSchema.default(-16),
};

export const finishSchema = z.strictObject(finishShape);

/** How a film is written to its file; a project has the same. */
export const outputShape = {
  shape: z.enum(SHAPES).default('16:9'),
  size: z.enum(SIZES).default('1080p'),
  fps: z.literal(FRAME_RATES).default(30),
  codec: z.enum(CODECS).default('h264'),
  encoder: z.enum(ENCODERS).default('software'),
  preset: z.enum(PRESETS).default('ultrafast'),
  /** x264's constant rate factor, 0 (lossless) .. 51; other encoders get what looks alike. */
  crf: z.int().min(0).max(51).default(23),
  /** A picture of the film within its file, which players and folders show. */
  cover: z.boolean().default(true),
  /** Captions within the film's file, which players can turn on and off. */
  softSubtitles: z.boolean().default(false),
  extras: z.array(z.enum(EXTRAS)).default([]),
};

/** For a quick look: less than the whole film. */
export const limitsShape = {
  /** Only so many scenes from the beginning. */
  limitScenes: z.int().min(1).optional(),
  /** Only this scene, 1-based. */
  onlyScene: z.int().min(1).optional(),
  /** So many pictures for the whole film, each for a stretch of it; 0: the scenes' titles in place of pictures. */
  limitPictures: z.int().min(0).optional(),
};
export type FilmLimits = Readonly<z.infer<z.ZodObject<typeof limitsShape>>>;

/** Everything about a film that a user may choose, with the choice that is made for them. */
export const filmOptionsSchema = z.strictObject({
  /** 'tone' hums where words would be: for trying things out without a voice model, never chosen by itself. */
  narrator: z.enum(NARRATORS).default('kokoro'),
  /** The narrator's first voice when none is named; of a recording 'own' by default, whoever told it. */
  voice: z.string().min(1).optional(),
  /** 0.5..2, 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2).default(1),
  style: z.enum(STYLES).default('day-storybook'),
  seed: z.int().min(0).default(1),
  ...picturesShape,
  motion: z.enum(MOTIONS).default('parallax'),
  ...finishShape,
  ...limitsShape,
  /** Of a recording: without hum and hiss. */
  clean: z.boolean().optional(),
  /** Of a recording: longer pauses are shortened to so many seconds. */
  shortenPauses: longestPauseSchema.optional(),
  /** Absolute path of the author's own music, for `music: 'own'`. */
  musicFile: z.string().min(1).optional(),
  ...outputShape,
});
export type FilmOptions = Readonly<z.infer<typeof filmOptionsSchema>>;

/** Pictures and narration alone: every option that adds something is off. */
export const PLAIN_FILM = {
  captions: 'none',
  motion: 'gentle',
  transition: 'cut',
  titleCard: false,
  closingCard: false,
  music: 'off',
  ambience: 'off',
  loudness: 'off',
  cover: false,
  softSubtitles: false,
  extras: [],
} satisfies Partial<z.input<typeof filmOptionsSchema>>;

/** A story before any of it is narrated or drawn. */
export interface StoryboardReport {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly cast: readonly { readonly name: string; readonly kind: string; readonly traits: readonly string[] }[];
  readonly scenes: readonly {
    /** 1-based. */
    readonly number: number;
    readonly id: string;
    readonly title: string;
    readonly text: string;
    /** What its picture shows, in one line. */
    readonly picture: string;
    /** What a picture model is told of it, where it is painted; as much of it as the model's text encoder reads. */
    readonly prompt?: string;
    /** Of the film; guessed from the words where they are not spoken yet. */
    readonly seconds: number;
  }[];
  readonly notices: readonly string[];
}

/** One unit of work of a film, as a dry run tells it. */
export interface PlannedStep {
  readonly stage: string;
  /** 'scene 3, sentence 2'. */
  readonly unit: string;
  /** True when the cache has it. */
  readonly cached: boolean;
  /** Why it has to be made, in words; absent when cached. */
  readonly reason?: string;
  /** By the rates measured on this machine; absent when the stage was never measured or when cached. */
  readonly seconds?: number;
}

export interface FilmPlan {
  readonly title: string;
  readonly scenes: readonly { readonly id: string; readonly text: string; readonly picture: string }[];
  readonly steps: readonly PlannedStep[];
  /** Sum over the steps that have to be made, over the cores in use; absent when a rate is unknown. */
  readonly estimatedSeconds?: number;
  readonly notices: readonly string[];
}

/** As ITU-R BS.1770-4 and EBU Tech 3342 measure it. */
export interface Loudness {
  /** LUFS. */
  readonly integrated: number;
  /** dBTP. */
  readonly truePeak: number;
  /** LU. */
  readonly range: number;
}

export interface FilmReport {
  readonly title: string;
  readonly film: string;
  /** Seconds of film. */
  readonly duration: number;
  readonly frames: number;
  readonly scenes: number;
  readonly bytes: number;
  /** Wall seconds that the job took. */
  readonly seconds: number;
  readonly stages: readonly {
    readonly stage: string;
    readonly made: number;
    readonly cached: number;
    /** Sum of the steps' own times in seconds; steps run side by side, so the sum may exceed the wall time. */
    readonly seconds: number;
  }[];
  /** What the user should know: what was not drawn, which model or encoder was used in place of another. */
  readonly notices: readonly string[];
  /** Of the film's sound as it was written; absent where it was not looked at. */
  readonly loudness?: Loudness;
  /** Absolute paths of what was written beside the film. */
  readonly extras: readonly string[];
  readonly log: string;
}
