/** What is known of a diffusion model once its folder was read (model-folder.ts): plain data, as tasks take it. */
import type { GraphValue } from '../graph/interface.ts';
import type { SchedulerConfig } from './schedulers/config.ts';

/** One network of the model. */
export interface DiffusionGraph {
  /** In the model's folder: 'unet/model.onnx'. */
  readonly file: string;
  /** Of all its files: what its weights take in memory, about. */
  readonly bytes: number;
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
}

/** What the networks paint, and what pixels are made of. */
export interface LatentFormat {
  readonly channels: number;
  /** Pixels along a side of one latent pixel; 8 in all that are common. */
  readonly unit: number;
  /** Sides of latents are whole multiples of it: 1, or 8 where the UNet has to halve them three times without a rest. */
  readonly multiple: number;
  /** What the autoencoder gives and takes is (latent / scale) + shift. */
  readonly scale: number;
  readonly shift: number;
  /** The model's own table of colours, red green blue (-1..1) for each channel, for previews. */
  readonly rgb?: readonly (readonly number[])[];
}

export interface DiffusionModel {
  /** Absolute. */
  readonly directory: string;
  /** All files that the model consists of, by their names in its folder, sorted; others in the folder are not used. */
  readonly files: readonly string[];
  /** Tokens that the text encoder takes, the beginning and the end included: 77. */
  readonly tokens: number;
  readonly textEncoder: DiffusionGraph;
  readonly unet: DiffusionGraph & {
    /** Width of the guidance embedding that a distilled model is given instead of two passes (LCM); absent in others. */
    readonly guidanceWidth?: number;
  };
  readonly decoder: DiffusionGraph;
  /** Without it painting cannot begin at a picture. */
  readonly encoder?: DiffusionGraph;
  readonly latent: LatentFormat;
  /** Pixels along a side of the square that it was made for. */
  readonly side: number;
  readonly scheduler: SchedulerConfig;
  /** What its makers advise, or what is usual for its kind. */
  readonly steps: number;
  readonly guidance: number;
  /**
   * Of the times that it was taught (0..1000) those that are guided: guided from pure noise on, some models paint what could be in
   * two places twice (Kynkäänniemi et al. 2024, arXiv 2404.07724). Absent: all.
   */
  readonly guidedBelow?: number;
  /** Every word that it was taught, in lower case, where its makers say so: of a model that was taught few. */
  readonly words?: readonly string[];
  /** What is done otherwise than the folder says, in whole sentences. */
  readonly notices: readonly string[];
}
