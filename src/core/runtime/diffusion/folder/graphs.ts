/** The networks of a model folder: what each has to take and give, and which files it consists of. */
import type { GraphInterface, GraphValue } from '../../graph/interface.ts';
import { readWhole } from '../../graph/whole.ts';
import type { DiffusionGraph } from '../model.ts';
import { brokenFile } from './files.ts';

/** A network's inputs and outputs by the names that optimum gives them. */
export interface GraphRole {
  readonly file: string;
  readonly inputs: readonly string[];
  /** Inputs that some have. */
  readonly optional?: readonly string[];
  /** One of these has to be there. */
  readonly outputs: readonly string[];
  readonly rank: number;
}

export const TEXT_ENCODER = {
  file: 'text_encoder/model.onnx',
  inputs: ['input_ids'],
  outputs: ['last_hidden_state'],
  rank: 3,
} satisfies GraphRole;

export const UNET = {
  file: 'unet/model.onnx',
  inputs: ['sample', 'timestep', 'encoder_hidden_states'],
  optional: ['timestep_cond'],
  outputs: ['out_sample'],
  rank: 4,
} satisfies GraphRole;

export const DECODER = {
  file: 'vae_decoder/model.onnx',
  inputs: ['latent_sample'],
  outputs: ['sample'],
  rank: 4,
} satisfies GraphRole;

export const ENCODER = {
  file: 'vae_encoder/model.onnx',
  inputs: ['sample'],
  outputs: ['latent_parameters', 'latent_sample'],
  rank: 4,
} satisfies GraphRole;

/** What a network has, and its files by their names in the folder; undefined when it is not there. */
export interface FoundGraph {
  readonly graph: DiffusionGraph;
  readonly files: readonly string[];
  /** Whatever the sides of its input. */
  readonly resizesToFit: boolean;
}

/** @throws StudioError `corrupt` that names the file and what is wrong with it */
export async function findGraph(directory: string, role: GraphRole): Promise<FoundGraph | undefined> {
  const whole = await readWhole(directory, role.file, (file, what, cause) => brokenFile(directory, file, what, cause));
  if (!whole) return undefined;
  checkNames(directory, role, whole);
  const { bytes, inputs, outputs, resizesToFit, files } = whole;
  return { graph: { file: role.file, bytes, inputs, outputs }, files, resizesToFit };
}

function checkNames(directory: string, role: GraphRole, { inputs, outputs }: GraphInterface): void {
  const names = inputs.map(({ name }) => name);
  // Nothing at all is read as a graph in which there is nothing.
  if (names.length + outputs.length === 0) {
    throw brokenFile(directory, role.file, `${role.file} is no ONNX model, or has been cut short.`);
  }
  const missing = role.inputs.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => ![...role.inputs, ...(role.optional ?? [])].includes(name));
  if (missing.length + unknown.length > 0) {
    const wanted = role.inputs.join(', ');
    throw brokenFile(directory, role.file, `${role.file} has the inputs ${names.join(', ')} where ${wanted} belong.`);
  }
  const output = findOutput(role, outputs);
  if (!output) {
    const has = outputs.map(({ name }) => name).join(', ');
    throw brokenFile(directory, role.file, `${role.file} gives ${has} where ${role.outputs.join(' or ')} belongs.`);
  }
  for (const value of [output, inputs.find(({ name }) => name === role.inputs[0])!]) {
    const rank = role === TEXT_ENCODER && value !== output ? 2 : role.rank;
    if (value.shape && value.shape.length !== rank) {
      const { length } = value.shape;
      throw brokenFile(directory, role.file, `${value.name} of ${role.file} has ${length} dimensions, not ${rank}.`);
    }
    const batch = value.shape?.[0];
    if (typeof batch === 'number' && batch !== 1) {
      throw brokenFile(
        directory,
        role.file,
        `${role.file} takes ${batch} pictures at once, neither one nor any number.`,
      );
    }
  }
}

export function findOutput(role: GraphRole, outputs: readonly GraphValue[]): GraphValue | undefined {
  return outputs.find(({ name }) => role.outputs.includes(name));
}
