/** An RGBA picture with premultiplied alpha, 8 bits a channel, rows from the top. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function createSurface(width: number, height: number): Surface {
  return { width, height, pixels: new Uint8Array(width * height * 4) };
}

/** The smallest box that holds every pixel with any alpha; undefined when there is none. */
export function inkBox(surface: Surface): Box | undefined {
  const { width, height } = surface;
  const words = new Uint32Array(surface.pixels.buffer, surface.pixels.byteOffset, width * height);
  const hasInk = (from: number, to: number, step: number): boolean => {
    for (let i = from; i < to; i += step) if (words[i] !== 0) return true;
    return false;
  };
  let top = 0;
  while (top < height && !hasInk(top * width, (top + 1) * width, 1)) top++;
  if (top === height) return undefined;
  let bottom = height - 1;
  while (!hasInk(bottom * width, (bottom + 1) * width, 1)) bottom--;
  const end = bottom * width + width;
  let left = 0;
  while (!hasInk(top * width + left, end, width)) left++;
  let right = width - 1;
  while (!hasInk(top * width + right, end, width)) right--;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Puts `top` over `base`, pixel by pixel, `left` pixels further left; it may be wider than the base, and less high. */
export function layOver(base: Surface, top: Surface, left = 0): void {
  const under = base.pixels;
  const over = top.pixels;
  const rows = Math.min(base.height, top.height);
  for (let row = 0; row < rows; row++) {
    let to = row * base.width * 4;
    const end = to + base.width * 4;
    for (let from = (row * top.width + left) * 4; to < end; to += 4, from += 4) {
      const alpha = over[from + 3]!;
      if (alpha === 0) continue;
      if (alpha === 255) {
        under[to] = over[from]!;
        under[to + 1] = over[from + 1]!;
        under[to + 2] = over[from + 2]!;
        under[to + 3] = 255;
        continue;
      }
      const rest = 255 - alpha;
      under[to] = over[from]! + shownThrough(under[to]!, rest);
      under[to + 1] = over[from + 1]! + shownThrough(under[to + 1]!, rest);
      under[to + 2] = over[from + 2]! + shownThrough(under[to + 2]!, rest);
      under[to + 3] = alpha + shownThrough(under[to + 3]!, rest);
    }
  }
}

/** What is left of a channel under a pixel that lets `rest` of 255 through. */
function shownThrough(channel: number, rest: number): number {
  return ((channel * rest + 127) / 255) | 0;
}

/**
 * Makes of `layer` the one that lies between two opaque pictures: laid over `base` (`left` pixels further left, as in
 * `layOver`) it gives `whole` to the last bit. Its own alpha is kept wherever that can be, and raised where it cannot.
 */
export function takeApart(whole: Surface, base: Surface, layer: Surface, left = 0): void {
  const { width } = whole;
  const rows = Math.min(whole.height, layer.height);
  const [all, under, out] = [whole.pixels, base.pixels, layer.pixels];
  for (let row = 0; row < rows; row++) {
    let at = row * width * 4;
    const end = at + width * 4;
    for (let to = (row * layer.width + left) * 4; at < end; at += 4, to += 4) {
      const [r, g, b] = [all[at]!, all[at + 1]!, all[at + 2]!];
      const [R, G, B] = [under[at]!, under[at + 1]!, under[at + 2]!];
      let alpha = out[to + 3]!;
      if (alpha === 0 && r === R && g === G && b === B) continue;
      for (; alpha < 255; alpha++) {
        const rest = 255 - alpha;
        if (fits(r, R, alpha, rest) && fits(g, G, alpha, rest) && fits(b, B, alpha, rest)) break;
      }
      const rest = 255 - alpha;
      out[to] = r - shownThrough(R, rest);
      out[to + 1] = g - shownThrough(G, rest);
      out[to + 2] = b - shownThrough(B, rest);
      out[to + 3] = alpha;
    }
  }
}

/** Whether a premultiplied channel of a layer with this alpha can turn `under` into `whole`. */
function fits(whole: number, under: number, alpha: number, rest: number): boolean {
  const own = whole - shownThrough(under, rest);
  return own >= 0 && own <= alpha;
}

/** Straight (not premultiplied) RGBA of one box, as encoders want it. */
export function straightPixels(surface: Surface, box: Box): Uint8Array {
  const out = new Uint8Array(box.width * box.height * 4);
  for (let row = 0; row < box.height; row++) {
    let from = ((box.y + row) * surface.width + box.x) * 4;
    let to = row * box.width * 4;
    for (let column = 0; column < box.width; column++, from += 4, to += 4) {
      const alpha = surface.pixels[from + 3]!;
      if (alpha === 0) continue;
      const scale = alpha === 255 ? 1 : 255 / alpha;
      out[to] = surface.pixels[from]! * scale;
      out[to + 1] = surface.pixels[from + 1]! * scale;
      out[to + 2] = surface.pixels[from + 2]! * scale;
      out[to + 3] = alpha;
    }
  }
  return out;
}

/** Opaque RGB, three bytes a pixel. */
export function opaquePixels(surface: Surface): Uint8Array {
  const count = surface.width * surface.height;
  const out = new Uint8Array(count * 3);
  for (let i = 0, from = 0, to = 0; i < count; i++, from += 4, to += 3) {
    out[to] = surface.pixels[from]!;
    out[to + 1] = surface.pixels[from + 1]!;
    out[to + 2] = surface.pixels[from + 2]!;
  }
  return out;
}
