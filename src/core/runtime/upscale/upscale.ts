/** Super-resolution by a network, tile by tile. */
import type { OnnxSession } from '../onnx.ts';
import type { RgbImage } from '../rgb-image.ts';
import type { UpscaleFacts, UpscaleGraph } from './model.ts';
import { brokenUpscaler } from './read-graph.ts';
import { tileSide, type Stretch } from './tiles.ts';

export interface UpscaleHooks {
  /** Called before each tile; throws to stop. */
  pass(): void;
  /** 0..1. */
  onProgress(value: number): void;
}

export interface Planes {
  /** Red, green and blue, 0..1, one after the other. */
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture `scale` times as large. Tiles overlap by what the network looks at around a place, so that no seam is seen.
 * @throws StudioError `corrupt` for a network that gives another size, or numbers that are none
 */
export async function upscale(
  picture: RgbImage,
  session: OnnxSession,
  graph: UpscaleGraph,
  { scale, reach }: UpscaleFacts,
  { pass, onProgress }: UpscaleHooks,
): Promise<RgbImage> {
  const across = tileSide(picture.width, reach, graph.width);
  const down = tileSide(picture.height, reach, graph.height);
  const [width, height] = [scale * picture.width, scale * picture.height];
  const whole: RgbImage = { width, height, pixels: new Uint8Array(3 * width * height) };
  const all = across.stretches.length * down.stretches.length;
  let done = 0;
  for (const rows of down.stretches) {
    for (const columns of across.stretches) {
      pass();
      const tile = cutTile(picture, { left: columns.start, top: rows.start, width: across.side, height: down.side });
      const larger = await runTile(session, graph, tile);
      if (larger.width !== scale * tile.width || larger.height !== scale * tile.height) {
        const was = `${larger.width} x ${larger.height}`;
        throw broken(graph, `it made ${was} of a tile of ${tile.width} x ${tile.height}, not ${scale} times as much.`);
      }
      lay(larger, whole, columns, rows, scale);
      done += 1;
      onProgress(done / all);
    }
  }
  return whole;
}

/** One run. @throws StudioError `corrupt` for numbers that are none, and for what is no picture */
export async function runTile(session: OnnxSession, graph: UpscaleGraph, tile: Planes): Promise<Planes> {
  const { data, width, height } = tile;
  const given = await session.run({ [graph.input]: { type: 'float32', data, shape: [1, 3, height, width] } }, [
    graph.output,
  ]);
  const larger = given[graph.output];
  const [, channels, rows, columns] = larger?.shape ?? [];
  if (!larger || larger.shape.length !== 4 || channels !== 3) {
    throw broken(graph, `it gives [${larger?.shape.join(', ') ?? ''}], not a picture in red, green and blue.`);
  }
  if (!larger.data.every(Number.isFinite)) {
    throw broken(
      graph,
      'some of the numbers that it gives are infinite or none. It is damaged, or its half floats are too small for it.',
    );
  }
  return { data: larger.data, width: columns!, height: rows! };
}

function broken({ directory, file }: UpscaleGraph, what: string) {
  return brokenUpscaler(`${directory}/${file}`, what);
}

/** A part of the picture; beyond its edges it goes on as they are. */
function cutTile(
  { pixels, ...picture }: RgbImage,
  {
    left,
    top,
    width,
    height,
  }: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Planes {
  const data = new Float32Array(3 * width * height);
  const plane = width * height;
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(picture.height - 1, top + y) * picture.width;
    for (let x = 0; x < width; x += 1) {
      const from = 3 * (row + Math.min(picture.width - 1, left + x));
      const to = y * width + x;
      for (let channel = 0; channel < 3; channel += 1) data[channel * plane + to] = pixels[from + channel]! / 255;
    }
  }
  return { data, width, height };
}

/** The part that a tile answers for, rounded to 8 bits, into its place. */
function lay(tile: Planes, { pixels, width }: RgbImage, columns: Stretch, rows: Stretch, scale: number): void {
  const plane = tile.width * tile.height;
  for (let y = scale * rows.from; y < scale * rows.to; y += 1) {
    for (let x = scale * columns.from; x < scale * columns.to; x += 1) {
      const from = (y - scale * rows.start) * tile.width + x - scale * columns.start;
      const to = 3 * (y * width + x);
      for (let channel = 0; channel < 3; channel += 1) {
        const value = tile.data[channel * plane + from]! * 255;
        pixels[to + channel] = value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
      }
    }
  }
}
