import type { Finding } from '../../shared/doctor.ts';
import { CODECS, ENCODERS } from '../../shared/film.ts';
import type { EncoderView } from '../../shared/views.ts';
import { codecWord, encoderWord } from '../media/encoders/words.ts';
import { proofOf } from '../render/film/encoder.ts';
import type { Workplace } from '../workplace.ts';

/** What films are mostly: a card that can do it can do smaller ones, and larger ones are tried when they are asked for. */
const USUAL = { shape: '16:9', size: '1080p' } as const;

/** Every codec by every encoder, software first; tried where that was never done, or all of them `again`. */
export async function viewEncoders(workplace: Workplace, again = false): Promise<EncoderView[]> {
  const place = { tools: await workplace.media(), store: workplace.store() };
  const views: EncoderView[] = [];
  // One after another: a card that is asked twice at a time may refuse.
  for (const encoder of ENCODERS) {
    for (const codec of CODECS) {
      const { works, reason } = await proofOf(place, { ...USUAL, codec, encoder }, { again });
      views.push({ codec, encoder, works, ...(reason === undefined ? {} : { reason }) });
    }
  }
  return views;
}

/** A line for each way to encode; all are tried anew, so that a new driver is found. Never throws for what it finds. */
export async function examineEncoders(workplace: Workplace): Promise<Finding[]> {
  // An ffmpeg that is not there is told already (examine.ts).
  const views = await viewEncoders(workplace, true).catch(() => []);
  return ENCODERS.filter(() => views.length > 0).map((encoder) => {
    const own = views.filter((view) => view.encoder === encoder);
    const working = own.filter(({ works }) => works).map(({ codec }) => codecWord(codec));
    const reasons = [...new Set(own.flatMap(({ reason }) => reason ?? []))];
    return {
      what: `Encoder ${encoderWord(encoder)}`,
      state: 'ok',
      fact: working.length > 0 ? working.join(', ') : `not on this computer (${reasons.join('; ')})`,
    };
  });
}
