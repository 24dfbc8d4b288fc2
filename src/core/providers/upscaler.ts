import type { LANCZOS } from '../../shared/pictures.ts';
import type { Priority } from '../../shared/priority.ts';
import type { Json } from '../build/stage.ts';
import type { RgbPicture } from './painter.ts';

export interface UpscaleOptions {
  readonly signal?: AbortSignal;
  readonly priority?: Priority;
  /** 0..1. */
  readonly onProgress?: (value: number) => void;
}

/** Enlarges pictures with a super-resolution model. The same picture gives the same bytes as long as `identity` is the same. */
export interface Upscaler {
  /** The model's id. */
  readonly id: string;
  readonly title: string;
  /** How many times as wide and as high as before a picture becomes. */
  readonly scale: number;
  /** The files of the model and whatever else can change a picture: for keys. */
  identity(): Json;
  /** @throws CancelledError; StudioError `memory` when the model does not fit, `corrupt` when what it gives is no picture */
  upscale(
    picture: RgbPicture,
    options?: UpscaleOptions,
  ): Promise<{ readonly picture: RgbPicture; /** The work alone. */ readonly milliseconds: number }>;
}

/** Who enlarges: an upscaler, or 'lanczos', which needs no model. */
export type Enlarger = Upscaler | typeof LANCZOS;
