import type { SceneGraph } from '../../../shared/story.ts';
import { type Ink, createInk } from '../ink.ts';
import type { Look } from '../look.ts';
import type { Random } from '../random.ts';
import type { Lights } from '../scenery/buildings.ts';
import { shapeOf } from '../shape.ts';

/** What scenery and actors are drawn in, back to front; the sky is behind all of it. */
export const LAYERS = ['far', 'scenery', 'ground', 'figures', 'front'] as const;
export type LayerName = (typeof LAYERS)[number];

/** One piece of scenery: everything in it is equally far away. Drawn in daylight colours, lit when it is laid down. */
export interface Pass {
  readonly layer: LayerName;
  /** 0 (here) .. 1 (horizon): how much haze lies before it. */
  readonly distance: number;
  /** Nothing is drawn above this, in pixels. */
  readonly top: number;
  readonly ink: Ink;
  readonly body: string;
  /** What shines by itself: drawn over the body when the lamps are lit. */
  readonly shining: string;
  /** False for what has its own light (the sky in a window). */
  readonly lit: boolean;
}

export interface Glow {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: readonly [number, number, number];
  readonly strength: number;
}

/** A setting, and where in it things can be. All in pixels. */
export interface Backdrop {
  readonly passes: readonly Pass[];
  readonly glows: readonly Glow[];
  /** Where the sky ends. */
  readonly horizon: number;
  /** The line on which those who act stand. */
  readonly standY: number;
  /** The line on which big things behind them stand. */
  readonly backY: number;
  /** What swims or floats has its waterline here. */
  readonly waterY: number | undefined;
  /** The top of a table or counter: middle, height on the picture, width. */
  readonly surface: { readonly x: number; readonly y: number; readonly width: number } | undefined;
  /** Everyone floats: no ground, no contact shadow. */
  readonly floating: boolean;
  /** A blanket's picture goes over who sleeps here. */
  readonly bed: { readonly x: number; readonly y: number; readonly width: number } | undefined;
  /** Something tall that the sky's own figures keep clear of. */
  readonly tall: { readonly x: number; readonly width: number } | undefined;
  /** The open sky: sun, moon, clouds and stars may be drawn there. */
  readonly openSky: boolean;
}

/** What a setting's function draws with. `u` is a thousandth of the picture's measure: sizes are given in it. */
export interface Kit {
  readonly width: number;
  readonly height: number;
  readonly u: number;
  /** Pixels from the top for a part of the height, as shape.ts has it. */
  down(part: number): number;
  /** 0 (wide) .. 1 (9:16). */
  readonly tall: number;
  readonly graph: SceneGraph;
  readonly look: Look;
  readonly random: Random;
  pass(
    layer: LayerName,
    distance: number,
    top: number,
    draw: (ink: Ink, lights: Lights) => string,
    lit?: boolean,
  ): void;
  glow(x: number, y: number, radius: number, strength?: number, colour?: readonly [number, number, number]): void;
}

export type Places = Partial<Omit<Backdrop, 'passes' | 'glows'>>;

export function buildBackdrop(
  graph: SceneGraph,
  look: Look,
  width: number,
  height: number,
  random: Random,
  draw: (kit: Kit) => Places,
): Backdrop {
  const passes: Pass[] = [];
  const glows: Glow[] = [];
  const { u, down, tall } = shapeOf(width, height);
  const kit: Kit = {
    width,
    height,
    u,
    down,
    tall,
    graph,
    look,
    random,
    pass: (layer, distance, top, paint, lit = true) => {
      const ink = createInk();
      let shining = '';
      const body = paint(ink, {
        add: (svg) => {
          shining += svg;
        },
      });
      passes.push({
        layer,
        distance,
        top: Math.max(0, Math.floor(top)),
        ink,
        body,
        shining: look.lamps ? shining : '',
        lit,
      });
    },
    glow: (x, y, radius, strength = 0.5, colour = [1, 0.78, 0.42]) => glows.push({ x, y, radius, strength, colour }),
  };
  const places = draw(kit);
  return {
    horizon: down(0.6),
    standY: down(0.83),
    backY: down(0.71),
    waterY: undefined,
    surface: undefined,
    floating: false,
    bed: undefined,
    tall: undefined,
    openSky: !look.indoors,
    ...places,
    passes,
    glows,
  };
}
