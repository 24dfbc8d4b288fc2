import { svgDocument } from './ink.ts';
import { type Look, tintAt } from './look.ts';
import { blit } from './paint/blit.ts';
import { rasterise } from './paint/rasterise.ts';
import type { Surface } from './paint/surface.ts';
import type { Backdrop, LayerName } from './settings/backdrop.ts';

/** Lays the setting's scenery into its layers, lit by the hour. Far things are drawn at half size: soft, and cheaper. */
export function paintBackdrop(layers: Readonly<Record<LayerName, Surface>>, backdrop: Backdrop, look: Look): void {
  for (const pass of backdrop.passes) {
    const layer = layers[pass.layer];
    const { width, height } = layer;
    const top = Math.min(height - 2, pass.top);
    const scale = pass.distance > 0.4 ? 0.5 : 1;
    const draw = (body: string, tint: Parameters<typeof blit>[3]): void => {
      const sprite = rasterise(svgDocument(pass.ink, width, height - top, body, 0, top), Math.round(width * scale));
      const k = width / sprite.width;
      blit(layer, sprite, { a: k, b: 0, c: 0, d: k, e: 0, f: top }, tint);
    };
    draw(pass.body, pass.lit ? tintAt(look, pass.distance) : undefined);
    if (pass.shining !== '') draw(pass.shining, { mul: [1, 1, 1], add: [0, 0, 0], alpha: 1 - pass.distance * 0.5 });
  }
}
