/**
 * Where somebody speaks, from how probable that is in each frame: as the makers of the voice finder do it, with two thresholds,
 * so that a word's quiet end stays with it. Pure, and fed piece by piece.
 */

/** Sample numbers of the recording. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** It goes on: the next span begins where it ends, in the midst of speech. */
  readonly goesOn: boolean;
}

export interface SpanOptions {
  /** Samples of a frame. */
  readonly frame: number;
  /** Frames, all of them. */
  readonly shortest: number;
  readonly pause: number;
  readonly longest: number;
}

const BEGINS = 0.5;
const ENDS = 0.35;

export class SpanFinder {
  readonly #options: SpanOptions;
  #frame = 0;
  #start: number | undefined;
  /** First frame of the silence that may end the span. */
  #quiet: number | undefined;
  /** Probabilities since the span's start, where it may have to be cut. */
  #since: number[] = [];

  constructor(options: SpanOptions) {
    this.#options = options;
  }

  /** Frames that were seen, all spans that begin in them still to come left out: nothing will be found before. */
  get settled(): number {
    return (this.#start ?? this.#frame) * this.#options.frame;
  }

  push(probabilities: Iterable<number>): Span[] {
    const found: Span[] = [];
    for (const probability of probabilities) {
      const span = this.#step(probability);
      if (span) found.push(span);
    }
    return found;
  }

  /** The recording has ended. */
  finish(): Span[] {
    const span = this.#start === undefined ? undefined : this.#close(this.#quiet ?? this.#frame, false);
    return span ? [span] : [];
  }

  #step(probability: number): Span | undefined {
    const { pause, longest } = this.#options;
    const frame = this.#frame++;
    if (this.#start === undefined) {
      if (probability >= BEGINS) [this.#start, this.#since] = [frame, [probability]];
      return undefined;
    }
    this.#since.push(probability);
    if (probability >= BEGINS) this.#quiet = undefined;
    else if (probability < ENDS) this.#quiet ??= frame;
    if (this.#quiet !== undefined && frame + 1 - this.#quiet >= pause) return this.#close(this.#quiet, false);
    if (frame + 1 - this.#start >= longest) return this.#cut();
    return undefined;
  }

  /** In the least probable frame of its last third. */
  #cut(): Span | undefined {
    const start = this.#start!;
    const first = Math.floor((this.#since.length * 2) / 3);
    let least = first;
    for (let index = first; index < this.#since.length; index += 1) {
      if (this.#since[index]! < this.#since[least]!) least = index;
    }
    const rest = this.#since.slice(least);
    const span = this.#close(start + least, true);
    [this.#start, this.#since] = [start + least, rest];
    return span;
  }

  #close(end: number, goesOn: boolean): Span | undefined {
    const { frame, shortest } = this.#options;
    const start = this.#start!;
    [this.#start, this.#quiet, this.#since] = [undefined, undefined, []];
    return end - start < shortest ? undefined : { start: start * frame, end: end * frame, goesOn };
  }
}
