/**
 * One interface for every export of Kokoro, whatever its authors named things: inputs `tokens` int64 [1, n], `style`
 * float32 [1, 256] and `speed` float32 [1]; outputs `audio` float32 [samples] at 24 kHz and `durations` float32 [n],
 * the frames of 600 samples that each token lasts, whose sum is the length of the audio exactly.
 */
import { StudioError } from '../../../shared/errors.ts';
import { makeInteger } from './attribute.ts';
import { makeNode } from './model.ts';
import type { Graph, ValueInfo } from './model.ts';
import { DataType, integerTensor } from './tensor.ts';
import { makeTensorType, readTensorType } from './value-type.ts';
import type { Dimension } from './value-type.ts';

/** In every export that we know; newer ones give it a name of its own as an output. */
const DURATIONS = '/encoder/Clip_output_0';

/** Throws StudioError `corrupt` when the graph does not look like Kokoro. Applied twice, it changes nothing more. */
export function setSpeechInterface(graph: Graph): Graph {
  const tokens = inputWith(graph, DataType.int64, (shape) => shape.length === 2);
  const style = inputWith(graph, DataType.float, (shape) => shape.at(-1) === 256);
  const speed = inputWith(graph, DataType.float, (shape) => shape.length < 2 && shape[0] !== 256);
  let edited = renameInput(graph, tokens, 'tokens');
  edited = renameInput(edited, style, 'style');
  edited = renameInput(edited, speed, 'speed');

  const durations = durationsOf(edited);
  const audio = edited.outputs.find((output) => output.name !== durations);
  if (!audio) throw new StudioError('corrupt', 'The model has no audio output.');
  const outputs = [flatOutput(audio.name, 'audio', 'audio_length'), flatOutput(durations, 'durations', 'tokens')];
  return outputs.reduce(addOutput, { ...edited, outputs: [] });
}

function inputWith(graph: Graph, elementType: number, fits: (shape: readonly Dimension[]) => boolean): ValueInfo {
  const found = graph.inputs.filter((input) => {
    const type = readTensorType(input.type);
    return type?.elementType === elementType && type.shape !== undefined && fits(type.shape);
  });
  if (found.length === 1) return found[0]!;
  const inputs = graph.inputs.map((input) => input.name).join(', ');
  throw new StudioError('corrupt', `The model's inputs (${inputs}) are not those of a Kokoro voice model.`);
}

function durationsOf(graph: Graph): string {
  const named = graph.outputs.find((output) => output.name === 'durations' || output.name === 'duration');
  if (named) return named.name;
  if (graph.nodes.some((node) => node.outputs.includes(DURATIONS))) return DURATIONS;
  throw new StudioError('corrupt', 'The model does not say how long each sound lasts, so words could not be timed.');
}

/** Under its new name the input feeds an Identity, which the runtime drops: no node needs to change. */
function renameInput(graph: Graph, input: ValueInfo, name: string): Graph {
  if (input.name === name) return graph;
  return {
    ...graph,
    inputs: graph.inputs.map((other) => (other === input ? { ...input, name } : other)),
    nodes: [makeNode('Identity', [name], [input.name]), ...graph.nodes],
  };
}

interface FlatOutput {
  readonly from: string;
  readonly to: string;
  readonly length: string;
}

function flatOutput(from: string, to: string, length: string): FlatOutput {
  return { from, to, length };
}

/** Adds an output of float32 and one dimension. */
function addOutput(graph: Graph, { from, to, length }: FlatOutput): Graph {
  const output = { name: to, type: makeTensorType(DataType.float, [length]) };
  const name = (part: string) => `storyloom/${to}/${part}`;
  const isDone = graph.initializers.some((tensor) => tensor.name === name('flat'));
  if (isDone) return { ...graph, outputs: [...graph.outputs, output] };
  const source = from === to ? name('unshaped') : from;
  return {
    ...graph,
    nodes: [
      ...(from === to ? rename(graph, from, source) : graph.nodes),
      makeNode('Cast', [source], [name('float')], [makeInteger('to', DataType.float)]),
      makeNode('Reshape', [name('float'), name('flat')], [to]),
    ],
    initializers: [...graph.initializers, integerTensor(name('flat'), [1], [-1])],
    outputs: [...graph.outputs, output],
  };
}

function rename(graph: Graph, from: string, to: string): Graph['nodes'] {
  const swap = (names: readonly string[]) => names.map((name) => (name === from ? to : name));
  return graph.nodes.map((node) => {
    if (!node.inputs.includes(from) && !node.outputs.includes(from)) return node;
    return { ...makeNode(node.opType, swap(node.inputs), swap(node.outputs), node.attributes), domain: node.domain };
  });
}
