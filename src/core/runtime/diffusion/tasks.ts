import type { RgbImage } from '../rgb-image.ts';
import type { DiffusionModel } from './model.ts';

/** Pictures of one prompt, side by side. */
export interface PaintTask {
  readonly model: DiffusionModel;
  /** Over all files of the model: what stays loaded is known by it. */
  readonly sha256: string;
  /** Ids of the prompt's tokens and of what is not to be seen, each `model.tokens` long, padded. */
  readonly prompt: readonly number[];
  readonly negative: readonly number[];
  /** Pixels, multiples of 8. */
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  readonly guidance: number;
  /** One for each picture. */
  readonly seeds: readonly number[];
  readonly start?: { readonly picture: RgbImage; readonly strength: number };
  /** Whether somebody looks while it is painted. */
  readonly previews: boolean;
}

/** Told after every step. */
export interface StepNews {
  /** 1 for the first. */
  readonly step: number;
  readonly steps: number;
  /** Of the first picture; a pixel for each of the latent's. */
  readonly preview?: RgbImage;
}

/** The painter's tasks (core/pool/messages.ts): types only. */
export interface DiffusionTasks {
  'diffusion.paint': {
    readonly input: PaintTask;
    readonly output: {
      readonly pictures: readonly RgbImage[];
      /** That were taken; fewer than asked for where painting begins at a picture. */
      readonly steps: number;
      /** Spent on painting, loading the model left out. */
      readonly milliseconds: number;
    };
    readonly news: StepNews;
  };
}
