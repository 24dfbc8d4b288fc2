/** Running a network over the rows of a batch, some at a time. */
import type { Feed, FloatTensor, OnnxSession } from '../onnx.ts';
import type { DiffusionGraph } from './model.ts';

/** Numbers of all rows, one row after the other. */
export interface Rows {
  readonly data: Float32Array;
  /** Of one row. */
  readonly shape: readonly number[];
}

export function rowLength({ shape }: Pick<Rows, 'shape'>): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Some rows as the input of a graph; views, no copies. */
export function feedOf(rows: Rows, first: number, count: number): Feed {
  const length = rowLength(rows);
  const data = rows.data.subarray(first * length, (first + count) * length);
  return { type: 'float32', data, shape: [count, ...rows.shape] };
}

/** Pieces of so many rows; of one each where the graph takes no more. */
export function pieces(graph: DiffusionGraph, rows: number, most: number): readonly { first: number; count: number }[] {
  const size = graph.inputs.some(({ shape }) => shape?.[0] === 1 && shape.length > 1) ? 1 : Math.max(1, most);
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    first: index * size,
    count: Math.min(size, rows - index * size),
  }));
}

/** The one output that is wanted. */
export async function runFor(
  session: OnnxSession,
  output: string,
  feeds: Readonly<Record<string, Feed>>,
): Promise<FloatTensor> {
  const found = (await session.run(feeds, [output]))[output];
  if (!found) throw new Error(`The output ${output} of the graph holds no floats.`);
  return found;
}

/** Each row so many times, one after the other: [a, b] becomes [a, a, b, b]. */
export function repeatRows(rows: Rows, times: number): Rows {
  if (times === 1) return rows;
  const length = rowLength(rows);
  const data = new Float32Array(rows.data.length * times);
  for (let row = 0; row * length < rows.data.length; row += 1) {
    const values = rows.data.subarray(row * length, (row + 1) * length);
    for (let copy = 0; copy < times; copy += 1) data.set(values, (row * times + copy) * length);
  }
  return { data, shape: rows.shape };
}

/** All rows so many times over: [a, b] becomes [a, b, a, b]. */
export function tileRows(rows: Rows, times: number): Rows {
  if (times === 1) return rows;
  const data = new Float32Array(rows.data.length * times);
  for (let copy = 0; copy < times; copy += 1) data.set(rows.data, copy * rows.data.length);
  return { data, shape: rows.shape };
}
