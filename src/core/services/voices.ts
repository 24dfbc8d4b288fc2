import { randomUUID } from 'node:crypto';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { PRIORITIES } from '../../shared/priority.ts';
import { findVoice } from '../providers/narrator.ts';
import { SAID_FILE, sayStage } from '../render/say.ts';
import { artefactUrl } from '../serve/addresses.ts';
import { NARRATOR_MODEL, type Workplace } from '../workplace.ts';

export interface SayRequest {
  readonly voice: string;
  readonly text: string;
  readonly speed: number;
  readonly pronunciations: Readonly<Record<string, string>>;
}

/**
 * Says something aloud, before anything that is made for later; what was said once is there at once.
 * @throws StudioError `not-found` for the voice, `missing` when its model is not here, `input` when there is nothing to say
 */
export async function say(workplace: Workplace, request: SayRequest, signal: AbortSignal | undefined) {
  // Found out before a model is fetched for it.
  findVoice(workplace.voices(), request.voice);
  requireVoice(workplace);
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

/** Nobody who wants to hear a word waits for a download that he cannot see. */
function requireVoice(workplace: Workplace): void {
  if (workplace.narratorKind !== 'kokoro' || workplace.models().resolve(NARRATOR_MODEL)) return;
  throw new StudioError(ErrorCode.missing, 'The voice is not on this computer yet.', {
    hint: 'It comes with the first scene; or download it now, under Models.',
    data: { model: NARRATOR_MODEL },
  });
}
