import { z } from 'zod';
import { MOTIONS, STYLES } from './story.ts';

export const FILM_SIZES = { '1080p': { width: 1920, height: 1080 }, '720p': { width: 1280, height: 720 } } as const;
export const FRAME_RATES = [24, 25, 30, 60] as const;
export const PRESETS = ['ultrafast', 'veryfast', 'faster', 'medium'] as const;
export const NARRATORS = ['kokoro', 'tone'] as const;

/** Everything about a film that a user may choose, with the choice that is made for them. */
export const filmOptionsSchema = z.strictObject({
  /** 'tone' hums where words would be: for trying things out without a voice model, never chosen by itself. */
  narrator: z.enum(NARRATORS).default('kokoro'),
  /** The narrator's first voice when none is named. */
  voice: z.string().min(1).optional(),
  /** 0.5..2, 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2).default(1),
  style: z.enum(STYLES).default('day-storybook'),
  seed: z.int().min(0).default(1),
  size: z.enum(['1080p', '720p']).default('1080p'),
  fps: z.literal(FRAME_RATES).default(30),
  preset: z.enum(PRESETS).default('ultrafast'),
  /** x264's constant rate factor, 0 (lossless) .. 51. */
  crf: z.int().min(0).max(51).default(23),
  motion: z.enum(MOTIONS).default('gentle'),
});
export type FilmOptions = Readonly<z.infer<typeof filmOptionsSchema>>;

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
  readonly log: string;
}
