import type { Priority } from '../../shared/priority.ts';
import type { Json } from '../build/stage.ts';
import type { RgbImage } from '../runtime/rgb-image.ts';

/** 8-bit RGB, as the runtime has it. */
export type RgbPicture = RgbImage;

/** What is to be painted. Sides are multiples of 8. */
export interface PaintRequest {
  readonly prompt: string;
  /** What is not to be seen; counts only where `guidance` is above 1. '' for nothing. */
  readonly negative: string;
  readonly width: number;
  readonly height: number;
  /** 1 or more; the model's own by default. */
  readonly steps?: number | undefined;
  /** Classifier-free guidance (Ho and Salimans 2022); 1 or less is without. The model's own by default. */
  readonly guidance?: number | undefined;
  /** Of the first picture; each further one has the next. */
  readonly seed: number;
  /** Pictures that are painted side by side, 1 by default. */
  readonly count?: number | undefined;
  /** Where painting begins, of the request's size, and how much of it is painted anew (0..1; SDEdit, Meng et al. 2021). */
  readonly start?: { readonly picture: RgbPicture; readonly strength: number } | undefined;
}

/** What can be seen while a picture is painted. */
export interface PaintStep {
  /** 1 for the first step that is done. */
  readonly step: number;
  readonly steps: number;
  /** A small, rough picture of the first latent; absent while nobody looks. */
  readonly preview?: RgbPicture;
}

export interface PaintOptions {
  readonly signal?: AbortSignal;
  readonly priority?: Priority;
  /** 0..1 of all that was asked for. */
  readonly onProgress?: (value: number) => void;
  /** Hears of every step; previews are made only for who listens. */
  readonly onStep?: (step: PaintStep) => void;
}

export interface Painting extends RgbPicture {
  readonly seed: number;
}

export interface Painted {
  readonly pictures: readonly Painting[];
  /** What of the prompt did not fit the text encoder's window, word by word; usually nothing. */
  readonly dropped: readonly string[];
  /** As they were in the end. */
  readonly steps: number;
  readonly guidance: number;
  /** The work alone, loading the model left out. */
  readonly milliseconds: number;
}

/** Paints pictures with a diffusion model. The same request gives the same bytes on one machine as long as `identity` is the same. */
export interface Painter {
  /** The model's id. */
  readonly id: string;
  readonly title: string;
  /** The size that the model was made for: sides in pixels of a square. */
  readonly side: number;
  readonly steps: number;
  readonly guidance: number;
  /** The files of the model and whatever else can change a picture: for keys. */
  identity(): Json;
  /** Every word that it was taught, in lower case, of a model that was taught few; absent of those that know the wide world. */
  readonly words?: ReadonlySet<string> | undefined;
  /** How many of the encoder's tokens a text takes, its beginning and end not counted; and how many there are. */
  readonly window: number;
  countTokens(text: string): Promise<number>;
  /** @throws CancelledError; StudioError `option` for a size or steps that cannot be, `memory` when the model does not fit */
  paint(request: PaintRequest, options?: PaintOptions): Promise<Painted>;
}
