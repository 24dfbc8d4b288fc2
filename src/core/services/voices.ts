import { randomUUID } from 'node:crypto';
import { PRIORITIES } from '../../shared/priority.ts';
import { findVoice } from '../providers/narrator.ts';
import { SAID_FILE, sayStage } from '../render/say.ts';
import { artefactUrl } from '../serve/addresses.ts';
import type { Workplace } from '../workplace.ts';

export interface SayRequest {
  readonly voice: string;
  readonly text: string;
  readonly speed: number;
  readonly pronunciations: Readonly<Record<string, string>>;
}

/**
 * Says something aloud, before anything that is made for later; what was said once is there at once.
 * @throws StudioError `not-found` for the voice, `input` when there is nothing to say
 */
export async function say(workplace: Workplace, request: SayRequest, signal: AbortSignal | undefined) {
  // Found out before a model is fetched for it.
  findVoice(workplace.voices(), request.voice);
  const [builder, narrator] = await Promise.all([
    workplace.builder(),
    workplace.narrator(workplace.narratorKind, { signal }),
  ]);
  const hold = `sample ${randomUUID()}`;
  try {
    const { key, output } = await builder.make(
      sayStage,
      { ...request, narrator },
      { unit: 'sample', hold, priority: PRIORITIES.shown, signal },
    );
    return { sound: artefactUrl(key, SAID_FILE), seconds: output.seconds, words: [...output.words] };
  } finally {
    // What cannot be trimmed now is at the next release.
    await builder.release(hold).catch(() => undefined);
  }
}
