import { PRIORITIES } from '../../shared/priority.ts';
import { createToneNarrator } from '../providers/fixture/tone-narrator.ts';
import { KOKORO_VOICES } from '../providers/local/kokoro-voices.ts';
import { findVoice, type NarratorVoice } from '../providers/narrator.ts';
import { SAID_FILE, sayStage } from '../render/say.ts';
import { artefactUrl } from '../serve/addresses.ts';
import type { Workplace } from '../workplace.ts';

export interface SayRequest {
  readonly voice: string;
  readonly text: string;
  readonly speed: number;
  readonly pronunciations: Readonly<Record<string, string>>;
}

/** Of the narrator that tells the films of this workplace; its model need not be here. */
export function listVoices({ narratorKind }: Workplace): readonly NarratorVoice[] {
  return narratorKind === 'tone' ? createToneNarrator().voices() : KOKORO_VOICES;
}

/**
 * Says something aloud, before anything that is made for later; what was said once is there at once.
 * @throws StudioError `not-found` for the voice, `input` when there is nothing to say
 */
export async function say(workplace: Workplace, request: SayRequest, signal: AbortSignal | undefined) {
  // Found out before a model is fetched for it.
  findVoice(listVoices(workplace), request.voice);
  const [builder, narrator] = await Promise.all([
    workplace.builder(),
    workplace.narrator(workplace.narratorKind, { signal }),
  ]);
  const { key, output } = await builder.make(
    sayStage,
    { ...request, narrator },
    { unit: 'sample', hold: 'samples', priority: PRIORITIES.shown, signal },
  );
  return { sound: artefactUrl(key, SAID_FILE), seconds: output.seconds, words: [...output.words] };
}
