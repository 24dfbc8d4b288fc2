import { create } from 'zustand';
import type { StudioClient } from '../../../client/studio-client.ts';

export interface Line {
  readonly voice: string;
  readonly text: string;
  readonly speed: number;
  readonly pronunciations: Readonly<Record<string, string>>;
}

interface Hearing {
  /** What is being heard or made; one thing at a time in the whole page. */
  readonly key?: string | undefined;
  readonly state?: 'making' | 'playing' | undefined;
}

export const useHearing = create<Hearing>(() => ({}));

/** The most that is said as a sample. */
const LONGEST_LINE = 500;

let sound: HTMLAudioElement | undefined;
let making: AbortController | undefined;

export function keyOf(line: Line): string {
  return JSON.stringify(line);
}

/** Says a line; what was being heard stops. Rejects when it cannot be made. */
export function hearLine(client: Pick<StudioClient, 'voices'>, line: Line): Promise<void> {
  const text = line.text.slice(0, LONGEST_LINE);
  const pronunciations = { ...line.pronunciations };
  return hear(keyOf(line), (signal) => client.voices.say({ ...line, text, pronunciations }, { signal }));
}

/** Plays what `make` gives the address of; what was being heard stops. Rejects when it cannot be made. */
export async function hear(
  key: string,
  make: (signal: AbortSignal) => Promise<{ readonly sound: string }>,
): Promise<void> {
  hush();
  const mine = new AbortController();
  making = mine;
  useHearing.setState({ key, state: 'making' });
  try {
    const made = await make(mine.signal);
    if (mine.signal.aborted) return;
    sound = new Audio(made.sound);
    sound.addEventListener('ended', hush, { once: true });
    sound.addEventListener('error', hush, { once: true });
    useHearing.setState({ key, state: 'playing' });
    await sound.play();
  } catch (error) {
    if (mine.signal.aborted) return;
    hush();
    throw error;
  }
}

export function hush(): void {
  making?.abort();
  making = undefined;
  sound?.pause();
  sound = undefined;
  useHearing.setState({ key: undefined, state: undefined });
}
