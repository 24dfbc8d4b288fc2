/** Which of a model's graphs runs fastest here: measured once per machine, runtime version and model, and remembered. */

export type GraphName = 'fp32' | 'int8';

/** Where answers are remembered from run to run. */
export interface Memory {
  get(key: string): unknown;
  set(key: string, value: string): unknown;
}

export interface GraphChoice {
  readonly graph: GraphName;
  /** Audio seconds per second, where it was measured just now. */
  readonly rates?: Readonly<Partial<Record<GraphName, number>>>;
}

export interface ChooseGraphInput {
  readonly available: readonly GraphName[];
  /** Says everything that the answer holds for: processor, runtime's version, graphs' hashes. */
  readonly key: string;
  readonly memory: Memory;
  /** The higher the better. */
  readonly measure: (graph: GraphName) => Promise<number>;
}

/** The answer where it needs no measuring. */
export function rememberedGraph({
  available,
  key,
  memory,
}: Pick<ChooseGraphInput, 'available' | 'key' | 'memory'>): GraphName | undefined {
  const [only, ...others] = available;
  if (only !== undefined && others.length === 0) return only;
  const known = memory.get(key);
  return available.find((graph) => graph === known);
}

/**
 * The fastest graph. A difference below 10 % is noise, and then the smaller one wins, which is int8: it needs a third
 * of the memory.
 */
export async function chooseGraph(input: ChooseGraphInput): Promise<GraphChoice> {
  const known = rememberedGraph(input);
  if (known) return { graph: known };
  // One after the other: side by side each would slow the other down.
  const rates: Partial<Record<GraphName, number>> = {};
  for (const graph of input.available) rates[graph] = await input.measure(graph);
  const graph = (rates.fp32 ?? 0) > (rates.int8 ?? 0) * 1.1 ? 'fp32' : 'int8';
  await input.memory.set(input.key, graph);
  return { graph, rates };
}
