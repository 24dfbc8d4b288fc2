import { innerGraphs } from './attribute.ts';
import { readGraph } from './model.ts';
import type { Graph, GraphNode } from './model.ts';

/**
 * The graph without the nodes, weights and type notes that no output needs. The nodes must be in an order in which
 * each comes after what it reads, as ONNX demands.
 */
export function prune(graph: Graph): Graph {
  const needed = new Set(graph.outputs.map((output) => output.name));
  const kept: GraphNode[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((name) => needed.has(name))) continue;
    for (const name of namesReadBy(node)) needed.add(name);
    kept.push(node);
  }
  const nodes = kept.toReversed();
  const made = new Set(nodes.flatMap((node) => node.outputs));
  return {
    ...graph,
    nodes,
    initializers: graph.initializers.filter((tensor) => needed.has(tensor.name)),
    valueInfos: graph.valueInfos.filter((value) => made.has(value.name)),
  };
}

/** A node's inputs, and what the graphs inside it (If, Loop) read from outside. */
function namesReadBy(node: GraphNode): string[] {
  const inner = innerGraphs(node.attributes).flatMap((bytes) => {
    const graph = readGraph(bytes);
    return [...graph.nodes.flatMap(namesReadBy), ...graph.outputs.map((output) => output.name)];
  });
  return [...node.inputs, ...inner].filter((name) => name !== '');
}
