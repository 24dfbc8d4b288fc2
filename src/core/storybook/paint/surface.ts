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

/** Puts `top` over `base`, pixel by pixel; both have the same size. */
export function layOver(base: Surface, top: Surface): void {
  const under = base.pixels;
  const over = top.pixels;
  for (let i = 0; i < over.length; i += 4) {
    const alpha = over[i + 3]!;
    if (alpha === 0) continue;
    if (alpha === 255) {
      under[i] = over[i]!;
      under[i + 1] = over[i + 1]!;
      under[i + 2] = over[i + 2]!;
      under[i + 3] = 255;
      continue;
    }
    const rest = 255 - alpha;
    under[i] = (over[i]! + (under[i]! * rest + 127) / 255) | 0;
    under[i + 1] = (over[i + 1]! + (under[i + 1]! * rest + 127) / 255) | 0;
    under[i + 2] = (over[i + 2]! + (under[i + 2]! * rest + 127) / 255) | 0;
    under[i + 3] = (alpha + (under[i + 3]! * rest + 127) / 255) | 0;
  }
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
