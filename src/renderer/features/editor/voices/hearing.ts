import { create } from 'zustand';
import type { StudioClient } from '../../../client/studio-client.ts';

export interface Line {
  readonly voice: string;
  readonly text: string;
  readonly speed: number;
  readonly pronunciations: Readonly<Record<string, string>>;
}

interface Hearing {
  /** The line that is being heard or made; one at a time in the whole page. */
  readonly line?: string | undefined;
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

/** Says a line; what was being said stops. Rejects when it cannot be made. */
export async function hear(client: Pick<StudioClient, 'voices'>, line: Line): Promise<void> {
  hush();
  const mine = new AbortController();
  making = mine;
  const key = keyOf(line);
  useHearing.setState({ line: key, state: 'making' });
  try {
    const text = line.text.slice(0, LONGEST_LINE);
    const spoken = await client.voices.say(
      { ...line, text, pronunciations: { ...line.pronunciations } },
      { signal: mine.signal },
    );
    if (mine.signal.aborted) return;
    sound = new Audio(spoken.sound);
    sound.addEventListener('ended', hush, { once: true });
    sound.addEventListener('error', hush, { once: true });
    useHearing.setState({ line: key, state: 'playing' });
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
  useHearing.setState({ line: undefined, state: undefined });
}
