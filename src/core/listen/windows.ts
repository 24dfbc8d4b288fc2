/**
 * What is given to the model at a time: up to 30 s of the recording, cut in pauses where there are any. Where somebody speaks on
 * and on, two windows overlap. Pure, and fed span by span.
 */
import type { Span } from './spans.ts';

/** Sample numbers of the recording. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** Where somebody speaks in it. */
  readonly spans: readonly Span[];
  /** Somebody speaks over its end: the next window begins before this one ends. */
  readonly overlaps: boolean;
}

export interface WindowOptions {
  /** Samples, all of them: of a window, its margins included. */
  readonly longest: number;
  /** Heard before the first and after the last voice. */
  readonly margin: number;
  /** A silence so long ends a window: what would be heard beyond it is not worth the wait. */
  readonly silence: number;
  /** Heard twice where a window ends within speech, on either side. */
  readonly overlap: number;
}

export class WindowPlanner {
  readonly #options: WindowOptions;
  #spans: Span[] = [];
  /** The window before has heard so far, where it ended within speech. */
  #begin: number | undefined;
  #ended = 0;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /** Nothing before this sample will be asked for again. */
  get needed(): number | undefined {
    const first = this.#spans[0];
    return first ? this.#startOf(first) : this.#begin;
  }

  push(span: Span): Window[] {
    const { longest, silence, margin, overlap } = this.#options;
    const windows: Window[] = [];
    const last = this.#spans.at(-1);
    if (last && span.start - last.end > silence) windows.push(this.#take(this.#spans.length));
    this.#spans.push(span);
    // Room for an overlap is kept at every end: whether it is needed shows only later.
    const reach = span.end + Math.max(margin, overlap);
    while (this.#spans.length > 1 && reach - this.#startOf(this.#spans[0]!) > longest) {
      windows.push(this.#take(this.#bestCut()));
    }
    return windows;
  }

  finish(): Window[] {
    return this.#spans.length === 0 ? [] : [this.#take(this.#spans.length)];
  }

  /** After how many spans to cut: in the longest pause of the later half, for short windows cost as much as long ones. */
  #bestCut(): number {
    const start = this.#startOf(this.#spans[0]!);
    let best = this.#spans.length - 1;
    let most = -1;
    for (let count = 1; count < this.#spans.length; count += 1) {
      const [before, after] = [this.#spans[count - 1]!, this.#spans[count]!];
      if (before.end - start < this.#options.longest / 2) continue;
      const pause = after.start - before.end;
      if (pause >= most) [best, most] = [count, pause];
    }
    return best;
  }

  #take(count: number): Window {
    const { margin, overlap } = this.#options;
    const spans = this.#spans.slice(0, count);
    const last = spans.at(-1)!;
    const next = this.#spans[count];
    const window = {
      start: this.#startOf(spans[0]!),
      end:
        last.end + (last.goesOn ? overlap : Math.min(margin, next ? Math.floor((next.start - last.end) / 2) : margin)),
      spans,
      overlaps: last.goesOn,
    };
    this.#spans = this.#spans.slice(count);
    this.#ended = window.end;
    this.#begin = last.goesOn ? last.end - overlap : undefined;
    return window;
  }

  #startOf(span: Span): number {
    return this.#begin ?? Math.max(this.#ended, span.start - this.#options.margin, 0);
  }
}
