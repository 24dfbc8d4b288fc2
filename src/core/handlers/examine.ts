import { accessSync, constants, mkdirSync } from 'node:fs';
import { isStudioError } from '../../shared/errors.ts';
import type { Finding } from '../../shared/doctor.ts';
import { describeMachine, freeDisk, freeMemory } from '../machine.ts';
import { defaultPictureModel } from '../models/default-picture-model.ts';
import { RESERVED_BYTES } from '../pool/budget.ts';
import { KOKORO_BYTES, LISTENER_MODEL, NARRATOR_MODEL, type Workplace } from '../workplace.ts';

const GIGABYTE = 1e9;
/** What the default models and a film with its cache take. */
const DISK_NEEDED = 3 * GIGABYTE;
/** For two voices side by side (pool/budget.ts). */
const MEMORY_NEEDED = RESERVED_BYTES + 2 * KOKORO_BYTES;

/** Looks at everything that a film needs; never throws for what it finds. */
export async function examine(workplace: Workplace): Promise<Finding[]> {
  const machine = describeMachine();
  return [
    {
      what: 'Computer',
      state: 'ok',
      fact: `${machine.processor}, ${String(machine.cores)} cores, ${amount(machine.memory)} memory, ${machine.system}, Node ${machine.node}`,
    },
    memory(),
    folder(workplace),
    disk(workplace),
    await ffmpeg(workplace),
    await ffprobe(workplace),
    voice(workplace),
    ear(workplace),
    painter(workplace),
    database(workplace),
  ];
}

function memory(): Finding {
  const free = freeMemory();
  if (free >= MEMORY_NEEDED) return { what: 'Memory', state: 'ok', fact: `${amount(free)} free` };
  return {
    what: 'Memory',
    state: 'advice',
    fact: `${amount(free)} free; two voices side by side need ${amount(MEMORY_NEEDED)}, so one will speak at a time`,
    hint: 'close other programs for a faster film.',
  };
}

function folder({ paths }: Workplace): Finding {
  try {
    mkdirSync(paths.root, { recursive: true });
    accessSync(paths.root, constants.W_OK);
    return { what: 'Data folder', state: 'ok', fact: paths.root };
  } catch (error) {
    const { message } = error as Error;
    const hint = 'name another folder with --data or STORYLOOM_DATA, or give yourself the right to write there.';
    return { what: 'Data folder', state: 'missing', fact: message, hint };
  }
}

function disk({ paths }: Workplace): Finding {
  try {
    const free = freeDisk(paths.root);
    if (free >= DISK_NEEDED) return { what: 'Disk', state: 'ok', fact: `${amount(free)} free` };
    const hint = 'free some, or trim the cache: storyloom cache trim --size 1GB';
    return { what: 'Disk', state: 'advice', fact: `only ${amount(free)} free`, hint };
  } catch (error) {
    return { what: 'Disk', state: 'advice', fact: `not known: ${(error as Error).message}` };
  }
}

async function ffmpeg(workplace: Workplace): Promise<Finding> {
  try {
    const { ffmpeg: tool } = await workplace.media();
    return { what: 'ffmpeg', state: 'ok', fact: `${tool.version}, ${tool.path}` };
  } catch (error) {
    return trouble('ffmpeg', error);
  }
}

async function ffprobe(workplace: Workplace): Promise<Finding> {
  const tools = await workplace.media().catch(() => undefined);
  const tool = tools?.ffprobe;
  if (tool) return { what: 'ffprobe', state: 'ok', fact: `${tool.version}, ${tool.path}` };
  return { what: 'ffprobe', state: 'ok', fact: 'not found, and not needed' };
}

function voice(workplace: Workplace): Finding {
  return model(workplace, 'Voice', NARRATOR_MODEL, 'it is fetched with the first film');
}

function ear(workplace: Workplace): Finding {
  return model(workplace, 'Listening', LISTENER_MODEL, 'it is fetched with the first recording');
}

/** Nothing is wrong without one: the storybook draws. */
function painter(workplace: Workplace): Finding {
  const found = defaultPictureModel(workplace.models().list());
  const fact = found
    ? `${found.id}, ${found.installed?.directory ?? ''}`
    : 'no picture model here; the storybook draws';
  return { what: 'Painting', state: 'ok', fact };
}

function model(workplace: Workplace, what: string, id: string, when: string): Finding {
  try {
    const installed = workplace.models().resolve(id);
    if (installed) return { what, state: 'ok', fact: `${id}, ${installed.directory}` };
    return { what, state: 'advice', fact: 'not here yet', hint: `${when}, or now: storyloom models fetch ${id}` };
  } catch (error) {
    return trouble(what, error);
  }
}

function database(workplace: Workplace): Finding {
  try {
    return { what: 'Database', state: 'ok', fact: workplace.store().path };
  } catch (error) {
    return trouble('Database', error);
  }
}

function trouble(what: string, error: unknown): Finding {
  const hint = isStudioError(error) ? error.hint : undefined;
  return { what, state: 'missing', fact: (error as Error).message, ...(hint === undefined ? {} : { hint }) };
}

function amount(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
