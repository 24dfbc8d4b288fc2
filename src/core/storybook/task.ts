import type { DrawnScene, DrawRequest } from './draw-scene.ts';

export interface EncodedLayer {
  readonly name: string;
  readonly depth: number;
  /** Where the cropped picture lies, in pixels of the whole; what wraps is wider than that. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** It repeats every `box.width`. */
  readonly wraps: boolean;
  /** RGBA with straight alpha. */
  readonly png: Uint8Array;
}

export interface EncodedScene extends Pick<DrawnScene, 'focus' | 'heads' | 'live' | 'notDrawn'> {
  /** Opaque PNG. */
  readonly picture: Uint8Array;
  readonly layers: readonly EncodedLayer[];
  /** The work alone. */
  readonly milliseconds: number;
}

/** The storybook's work for the pool. */
export interface StorybookTasks {
  'storybook.draw': { readonly input: DrawRequest & { readonly layers: boolean }; readonly output: EncodedScene };
}
