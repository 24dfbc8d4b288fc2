/** What only running a super-resolution model can tell: by how much it enlarges, and how far it looks. */
import { join } from 'node:path';
import { randomNumbers } from '../../../shared/random.ts';
import { openSession } from '../onnx.ts';
import { MOST_REACH, type UpscaleFacts, type UpscaleGraph } from './model.ts';
import { brokenUpscaler, checkScale } from './read-graph.ts';
import { runTile, type Planes } from './upscale.ts';

/** Pixels of a window where the graph takes any. */
const WIDTH = 4 * MOST_REACH;
const HEIGHT = 64;
const REACH_UNIT = 4;
/** Half of what 8 bits can tell apart. */
const UNSEEN = 0.5 / 255;
/** How far the mean of a picture may stray: much more is another range than 0..1. */
const STRAY = 0.3;

/**
 * Runs the graph on two windows of one picture that share a half. Where both show a place the same, however near it is to the end of
 * either, the network looks no further: that is measured, for whatever its layers are.
 * @param pass called before each run; throws to stop
 * @throws StudioError `corrupt` for a file that cannot be loaded, and for what it is found to do wrong
 */
export async function tryUpscaler(
  graph: UpscaleGraph,
  { threads, pass = () => undefined }: { readonly threads: number; readonly pass?: () => void },
): Promise<UpscaleFacts> {
  const { width, height } = windowSize(graph);
  const picture = testPicture(width + Math.ceil(width / 2), height);
  const ahead = Math.floor(width / 2);
  const session = await openSession(join(graph.directory, graph.file), { threads, isPacked: true });
  const run = async (left: number) => {
    pass();
    return runTile(session, graph, windowOf(picture, left, width));
  };
  let first: Planes;
  let second: Planes;
  try {
    first = await run(0);
    second = await run(ahead);
  } finally {
    await session.dispose();
  }
  const refuse = (what: string): never => {
    throw brokenUpscaler(`${graph.directory}/${graph.file}`, what);
  };
  if (first.height / height !== first.width / width) {
    refuse(`It makes ${first.width} x ${first.height} of ${width} x ${height}: another shape.`);
  }
  const scale = checkScale(first.width / width, refuse);
  if (graph.scale !== undefined && graph.scale !== scale) {
    refuse(`It makes a picture ${scale} times as large, and is said to make it ${graph.scale} times as large.`);
  }
  const [before, after] = [meanOf(windowOf(picture, 0, width)), meanOf(first)];
  if (Math.abs(before - after) > STRAY) {
    refuse(
      `A picture with a mean of ${before.toFixed(2)} comes back with one of ${after.toFixed(2)}: it has to take and give 0 to 1.`,
    );
  }
  return { scale, reach: reachOf(first, second, scale * ahead, scale) };
}

/** Of what a trial is run on. */
export function windowSize({ width = WIDTH, height = HEIGHT }: UpscaleGraph): Pick<Planes, 'width' | 'height'> {
  return { width, height };
}

/** The least distance from a window's end at which it does not matter that there is an end. */
function reachOf(first: Planes, second: Planes, ahead: number, scale: number): number {
  const shared = first.width - ahead;
  const most = Math.min(MOST_REACH, Math.floor(shared / scale / 2));
  const off = new Float32Array(most + 1);
  for (let row = 0; row < 3 * first.height; row += 1) {
    for (let x = 0; x < shared; x += 1) {
      const distance = Math.floor(Math.min(x, shared - 1 - x) / scale);
      const one = first.data[row * first.width + ahead + x]!;
      const other = second.data[row * second.width + x]!;
      const at = Math.min(most, distance);
      off[at] = Math.max(off[at]!, Math.abs(clamp(one) - clamp(other)));
    }
  }
  const last = off.findLastIndex((error) => error > UNSEEN);
  return Math.min(most, Math.ceil((last + 1) / REACH_UNIT) * REACH_UNIT);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Slopes, edges and grain, in every column another. */
function testPicture(width: number, height: number): Planes {
  const next = randomNumbers(1);
  const data = new Float32Array(3 * width * height);
  for (let index = 0; index < data.length; index += 1) {
    const [x, y] = [index % width, Math.floor(index / width)];
    const edge = ((x >> 4) + (y >> 3)) % 2 === 0 ? 0.15 : -0.15;
    data[index] = 0.5 + edge + 0.1 * Math.sin(x / 7) + 0.1 * (next() - 0.5);
  }
  return { data, width, height };
}

function windowOf({ data, width: whole, height }: Planes, left: number, width: number): Planes {
  const cut = new Float32Array(3 * width * height);
  for (let row = 0; row < 3 * height; row += 1) {
    cut.set(data.subarray(row * whole + left, row * whole + left + width), row * width);
  }
  return { data: cut, width, height };
}

function meanOf({ data }: Planes): number {
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}
