import type { RgbImage } from '../rgb-image.ts';
import type { UpscaleFacts, UpscaleGraph } from './model.ts';

export interface UpscaleTask {
  readonly graph: UpscaleGraph;
  readonly facts: UpscaleFacts;
  /** Over all files of the model: what stays loaded is known by it. */
  readonly sha256: string;
  readonly picture: RgbImage;
}

/** The upscaler's tasks (core/pool/messages.ts): types only. */
export interface UpscaleTasks {
  'upscale.enlarge': {
    readonly input: UpscaleTask;
    /** As many times as large as the model makes it; the time is the work's alone, loading the model left out. */
    readonly output: { readonly picture: RgbImage; readonly milliseconds: number };
  };
  /** Of a model that nobody knows yet. */
  'upscale.try': { readonly input: UpscaleGraph; readonly output: UpscaleFacts };
}
