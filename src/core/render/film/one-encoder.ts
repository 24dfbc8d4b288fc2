import { throwIfCancelled } from '../../../shared/errors.ts';
import type { FilmOptions } from '../../../shared/film.ts';
import { whyEncoderFailed } from '../../media/encoders/encode.ts';
import { encoderWords } from '../../media/encoders/words.ts';

interface Attempt {
  readonly options: FilmOptions;
  readonly signal: AbortSignal;
}

/**
 * All segments of a film come from one encoder. When a graphics card's fails at one of them, what it made of this film is
 * given up and everything is encoded by what stands in for it.
 */
export class OneEncoder {
  readonly #signal: AbortSignal;
  readonly #instead: FilmOptions | undefined;
  readonly #stop = new AbortController();
  /** Segments that still have to be encoded before the card is known to have made it. */
  #left: number;
  #attempt: Attempt;
  #notice: string | undefined;
  /** Until the encoder of all segments is known, or nothing matters any more. */
  readonly #known: Promise<void>;
  #tell: () => void = () => undefined;

  /** @param instead what is done when the encoder of `options` fails; undefined: its failure is the film's */
  constructor(segments: number, options: FilmOptions, instead: FilmOptions | undefined, signal: AbortSignal) {
    this.#signal = signal;
    this.#instead = instead;
    this.#left = segments;
    this.#attempt = { options, signal: AbortSignal.any([signal, this.#stop.signal]) };
    this.#known = new Promise((resolve) => (this.#tell = resolve));
    signal.addEventListener('abort', this.#tell);
  }

  /** What the user should know: which encoder failed, where and why; undefined when none did. */
  get notice(): string | undefined {
    return this.#notice;
  }

  /** @param compose makes the segment with those options; it may be called twice */
  async make<Segment>(
    unit: string,
    compose: (options: FilmOptions, signal: AbortSignal) => Promise<Segment>,
  ): Promise<Segment> {
    const attempt = this.#attempt;
    try {
      const segment = await compose(attempt.options, attempt.signal);
      if (!this.#instead) return segment;
      this.#left -= 1;
      if (this.#left === 0) this.#tell();
      await this.#known;
      throwIfCancelled(this.#signal);
      if (attempt === this.#attempt) return segment;
    } catch (error) {
      const reason = whyEncoderFailed(error);
      if (this.#signal.aborted) throw error;
      if (attempt === this.#attempt) {
        if (reason === undefined || !this.#instead) throw error;
        this.#giveUp(this.#instead, unit, reason);
      }
    }
    return compose(this.#attempt.options, this.#attempt.signal);
  }

  #giveUp(instead: FilmOptions, unit: string, reason: string): void {
    const failed = encoderWords(this.#attempt.options);
    this.#notice = `${failed} failed at ${unit} (${reason}): the whole film was encoded as ${encoderWords(instead)}.`;
    this.#attempt = { options: instead, signal: this.#signal };
    this.#stop.abort();
    this.#tell();
  }
}
