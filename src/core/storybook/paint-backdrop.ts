import { svgDocument } from './ink.ts';
import { type Look, tintAt } from './look.ts';
import { type Affine, type Tint, blit } from './paint/blit.ts';
import { rasterise } from './paint/rasterise.ts';
import type { Surface } from './paint/surface.ts';
import type { Backdrop, LayerName } from './settings/backdrop.ts';
import { shapeOf } from './shape.ts';

/** Lays the setting's scenery into its layers, lit by the hour. Far things are drawn at half size: soft, and cheaper. */
export function paintBackdrop(
  layers: Readonly<Record<LayerName, Surface>>,
  backdrop: Backdrop,
  look: Look,
  paper: boolean,
): void {
  for (const pass of backdrop.passes) {
    const layer = layers[pass.layer];
    const { width, height } = layer;
    const { u } = shapeOf(width, height);
    const top = Math.min(height - 2, pass.top);
    const scale = pass.distance > 0.4 ? 0.5 : 1;
    const draw = (body: string, tint: Tint | undefined, edged: boolean): void => {
      const sprite = rasterise(svgDocument(pass.ink, width, height - top, body, 0, top), Math.round(width * scale));
      const k = width / sprite.width;
      const at = (drop: number): Affine => ({ a: k, b: 0, c: 0, d: k, e: 0, f: top - drop });
      if (edged) {
        // Cut card: a shadow on what is behind, and the white edge of the cut along the top.
        blit(layer, sprite, at(11 * u), { mul: [0, 0, 0], add: [0.12, 0.1, 0.22], alpha: 0.12 });
        blit(layer, sprite, at(7 * u), { mul: [0, 0, 0], add: [0.12, 0.1, 0.22], alpha: 0.18 });
        blit(layer, sprite, at(3.2 * u), { mul: [0, 0, 0], add: [0.97, 0.96, 0.92], alpha: 1 });
      }
      blit(layer, sprite, at(0), tint);
    };
    draw(
      pass.body,
      pass.lit ? tintAt(look, pass.distance) : undefined,
      paper && pass.lit && (pass.top > 0 || !look.indoors),
    );
    if (pass.shining !== '')
      draw(pass.shining, { mul: [1, 1, 1], add: [0, 0, 0], alpha: 1 - pass.distance * 0.5 }, false);
  }
}
