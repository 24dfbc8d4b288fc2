import { cpus } from 'node:os';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Pool } from '../../pool/pool.ts';
import type { GraphFile, SpeechTasks } from '../../runtime/speech/tasks.ts';
import { checkSpeed, findVoice, type Narrator } from '../narrator.ts';
import { chooseGraph, rememberedGraph, type GraphName, type Memory } from './choose-graph.ts';
import { KOKORO_VOICES } from './kokoro-voices.ts';

/** What of an installed model (core/models) the narrator needs. */
export interface SpeechModel {
  /** Absolute paths by name ('voices/af_heart.bin'). */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 by the same names. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Absolute paths of the graphs, `fp32` and `int8`. */
  readonly graphs: Readonly<Record<string, string>>;
}

export interface KokoroOptions {
  readonly pool: Pick<Pool<SpeechTasks>, 'run'>;
  readonly model: SpeechModel;
  /** Remembers which graph is the fastest here. */
  readonly memory: Memory;
  /** Sets the graph instead of measuring. */
  readonly graph?: GraphName;
  /** onnxruntime's version, for the memory: another one may prefer another graph. */
  readonly runtimeVersion: string;
}

/** Raised when the same words would be pronounced or shaped otherwise than before (src/core/runtime/speech). */
const SPEECH_VERSION = 2;

const MEASURED_TEXT = 'The traveller came along the road.';
const MEASURED_VOICE = 'af_heart';

/**
 * Kokoro 82M on the worker pool, one thread a chunk. The first narrator on a machine measures the graphs (some
 * seconds), unless one is set.
 * @throws StudioError `not-found` when the graph that is set is not installed
 */
export async function createKokoroNarrator(options: KokoroOptions): Promise<Narrator & { readonly graph: GraphName }> {
  const { pool, model } = options;
  const graph = await pickGraph(options);
  const file = graphFile(model, graph);
  const voices = KOKORO_VOICES.filter((voice) => voiceFile(voice.id) in model.files);
  return {
    id: 'kokoro',
    graph,
    voices: () => voices,
    identity: (id) => {
      const voice = findVoice(voices, id);
      return {
        narrator: 'kokoro',
        version: SPEECH_VERSION,
        graph: file.sha256,
        voice: model.hashes[voiceFile(id)]!,
        language: voice.language,
      };
    },
    speak: async ({ spoken, sounds, words, voice: id, speed }, { threads = 1, ...options } = {}) => {
      const voice = findVoice(voices, id);
      const speech = await pool.run(
        'speech.speak',
        {
          graph: file,
          voicePath: model.files[voiceFile(id)]!,
          language: voice.language,
          speed: checkSpeed(speed),
          spoken: { text: spoken, sounds },
          words,
        },
        { threads, ...options },
      );
      return { ...speech, sampleRate: 24_000 };
    },
  };
}

/** The graph that would be chosen, where that needs no measuring. */
export function knownGraph(options: KokoroOptions): GraphName | undefined {
  return rememberedGraph({ ...graphsOf(options), memory: options.memory });
}

function graphsOf({ model, runtimeVersion }: KokoroOptions): {
  readonly available: readonly GraphName[];
  readonly key: string;
} {
  const available = (['fp32', 'int8'] as const).filter((name) => model.graphs[name] !== undefined);
  const machine = cpus()[0]?.model ?? 'unknown';
  const hashes = available.map((name) => graphFile(model, name).sha256);
  return { available, key: ['kokoro-graph', machine, runtimeVersion, ...hashes].join('/') };
}

async function pickGraph(options: KokoroOptions): Promise<GraphName> {
  const { pool, model, memory, graph } = options;
  const { available, key } = graphsOf(options);
  if (graph !== undefined) {
    if (available.includes(graph)) return graph;
    throw new StudioError(ErrorCode.notFound, `The speech model has no ${graph} graph installed.`, {
      hint: `Installed: ${available.join(', ')}. Set one of these, or leave the choice to Storyloom.`,
    });
  }
  const choice = await chooseGraph({
    ...{ available, key, memory },
    measure: async (name) => {
      const input = {
        graph: graphFile(model, name),
        voicePath: model.files[voiceFile(MEASURED_VOICE)]!,
        text: MEASURED_TEXT,
      };
      return (await pool.run('speech.measure', input)).audioSecondsPerSecond;
    },
  });
  return choice.graph;
}

function graphFile(model: SpeechModel, graph: GraphName): GraphFile {
  const path = model.graphs[graph]!;
  const name = Object.keys(model.files).find((key) => model.files[key] === path);
  const sha256 = name === undefined ? undefined : model.hashes[name];
  if (sha256 === undefined) throw new Error(`The graph ${path} has no hash.`);
  return { path, sha256 };
}

function voiceFile(id: string): string {
  return `voices/${id}.bin`;
}
