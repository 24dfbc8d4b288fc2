/** Hears a recording while it is decoded: finds voices, cuts windows, has them heard, joins what was heard. */
import type { Transcript, VoicedSpan } from '../../shared/transcript.ts';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Stage } from '../build/stage.ts';
import { VOICE_FRAME } from '../runtime/listen/silero.ts';
import { LISTEN_RATE } from '../runtime/listen/tasks.ts';
import type { HeardWord } from '../runtime/listen/words.ts';
import { evenLoudness } from './even.ts';
import { gaps } from './hear-window.ts';
import { inOrder, joinWords } from './join.ts';
import { chooseLanguage, type LanguageChoice } from './language.ts';
import type { ListenContext, ListenParts, ListenRequest } from './request.ts';
import { SpanFinder, type Span } from './spans.ts';
import { languageStage, listenStage, voiceStage } from './stages.ts';
import { Tape } from './tape.ts';
import { type Window, WindowPlanner } from './windows.ts';

/** What is decoded at a time, in frames: 30.72 s. */
export const BLOCK = 960 * VOICE_FRAME;
/** The voice finder has to hear so much before what it says can be believed. */
const LEAD = 64 * VOICE_FRAME;
const SPANS = { frame: VOICE_FRAME, shortest: 6, pause: 8, longest: 750 };
const WINDOWS = {
  longest: 29 * LISTEN_RATE,
  margin: 0.25 * LISTEN_RATE,
  silence: 8 * LISTEN_RATE,
  overlap: 2 * LISTEN_RATE,
};
/** Windows that tell which language is spoken. */
const LANGUAGE_WINDOWS = 3;
/** A voice without a word for so long is worth telling. */
const TOLD_SECONDS = 5;
/** Below this the end of a damaged or mislabelled file is missing. */
const MISSING_SHARE = 0.02;

interface Cut {
  readonly window: Window;
  readonly samples: Float32Array;
}

export class Ear {
  readonly #parts: ListenParts;
  readonly #request: ListenRequest;
  readonly #context: ListenContext;
  readonly #tape = new Tape();
  readonly #finder = new SpanFinder(SPANS);
  readonly #planner = new WindowPlanner(WINDOWS);
  readonly #spans: Span[] = [];
  /** Windows that wait for the language to be known. */
  #waiting: Cut[] = [];
  #language: LanguageChoice | undefined;
  readonly #windows: { readonly window: Window; words: readonly HeardWord[]; looped: boolean }[] = [];
  /** Those that are being heard, with how far they are. */
  readonly #running = new Map<Promise<void>, { readonly length: number; value: number }>();

  constructor(parts: ListenParts, request: ListenRequest, context: ListenContext) {
    this.#parts = parts;
    this.#request = request;
    this.#context = context;
  }

  async take(block: Float32Array): Promise<void> {
    const start = this.#tape.end;
    const lead = this.#tape.slice(start - LEAD, start);
    this.#tape.append(block);
    const probabilities = await this.#findVoice(lead, block);
    for (const span of this.#finder.push(probabilities)) await this.#listenTo(span);
    const settled = Math.min(this.#finder.settled - WINDOWS.margin, this.#tape.end - LEAD);
    this.#tape.forget(Math.min(settled, this.#planner.needed ?? settled));
    this.#report();
  }

  async finish(seconds: number, isDamaged: boolean): Promise<Transcript> {
    for (const span of this.#finder.finish()) await this.#listenTo(span);
    for (const window of this.#planner.finish()) await this.#hear(window);
    if (this.#waiting.length > 0) await this.#startWaiting();
    await Promise.all(this.#running.keys());
    const words = this.#join(seconds);
    if (words.length === 0) throw noVoice(this.#request.name, this.#spans.length > 0);
    const voiced = voicedSpans(this.#spans, seconds);
    return {
      language: this.#language!.language,
      seconds,
      words,
      voiced,
      model: `whisper/${this.#parts.model.sha256.slice(0, 12)}/${String(listenStage.version)}`,
      notices: [...this.#language!.notices, ...this.#notices(seconds, words, voiced, isDamaged)],
    };
  }

  /** When nothing is being heard any more, however it ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running.keys());
  }

  async #findVoice(lead: Float32Array, block: Float32Array): Promise<number[]> {
    const samples = new Float32Array(lead.length + block.length);
    samples.set(lead);
    samples.set(block, lead.length);
    const { pool, voice: graph } = this.#parts;
    // Before the windows that wait: without it there would be nothing to hear.
    const found = await this.#make(voiceStage, { pool, graph, samples }, `voice ${this.#place(this.#tape.end)}`, 1);
    return found.slice(lead.length / VOICE_FRAME).map((percent) => percent / 100);
  }

  async #listenTo(span: Span): Promise<void> {
    this.#spans.push(span);
    for (const window of this.#planner.push(span)) await this.#hear(window);
  }

  async #hear(window: Window): Promise<void> {
    const start = Math.min(window.start, this.#tape.end);
    const samples = evenLoudness(this.#tape.slice(start, window.end), start, window.spans, LISTEN_RATE);
    this.#waiting.push({ window, samples });
    if (this.#language) await this.#startWaiting();
    else if (this.#waiting.length >= LANGUAGE_WINDOWS) await this.#startWaiting();
  }

  async #startWaiting(): Promise<void> {
    const { pool, model, threads } = this.#parts;
    this.#language ??= await chooseLanguage(this.#request.language, this.#waiting, ({ samples, window }) =>
      this.#make(languageStage, { pool, model, samples, threads }, `language ${this.#place(window.start)}`, 0),
    );
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const cut of waiting) {
      // One more than can be heard at a time, so that no thread waits for the next.
      while (this.#running.size > this.#parts.workers) await Promise.race(this.#running.keys());
      this.#start(cut);
    }
  }

  #start({ window, samples }: Cut): void {
    const { pool, model, threads } = this.#parts;
    const state = { length: window.end - window.start, value: 0 };
    const result = { window, words: [] as readonly HeardWord[], looped: false };
    this.#windows.push(result);
    const offset = window.start / LISTEN_RATE;
    const spans = window.spans.map(({ start, end }) => ({ start: start - window.start, end: end - window.start }));
    const input = { pool, model, samples, language: this.#language!.language, spans, threads };
    const work = this.#make(listenStage, input, `window ${this.#place(window.start)}`, 0, (value) => {
      state.value = value;
      this.#report();
    }).then(({ words, looped }) => {
      result.words = words.map((word) => ({ ...word, start: word.start + offset, end: word.end + offset }));
      result.looped = looped;
      this.#running.delete(work);
      this.#report();
    });
    // Told by whoever waits for it next.
    work.catch(() => undefined);
    this.#running.set(work, state);
  }

  /** Words in their order, those of windows that overlap joined. */
  #join(seconds: number): ReturnType<typeof inOrder> {
    let words: HeardWord[] = [];
    for (const [index, { window, words: heard }] of this.#windows.entries()) {
      const before = this.#windows[index - 1]?.window;
      const seam = before?.overlaps ? { from: window.start / LISTEN_RATE, to: before.end / LISTEN_RATE } : undefined;
      words = seam ? joinWords(words, heard, seam) : [...words, ...heard];
    }
    return inOrder(words, seconds);
  }

  #notices(seconds: number, words: Transcript['words'], voiced: readonly VoicedSpan[], isDamaged: boolean): string[] {
    const notices: string[] = [];
    const told = this.#request.seconds;
    if (isDamaged || (told !== undefined && seconds < told * (1 - MISSING_SHARE) - 1)) {
      notices.push(`${this.#request.name} is damaged: what could be played of it was listened to.`);
    }
    const missed = gaps(words, voiced).filter(({ start, end }) => end - start >= TOLD_SECONDS);
    for (const { start, end } of missed.slice(0, 3)) {
      notices.push(`From ${clock(start)} to ${clock(end)} somebody speaks or sings, but no words were understood.`);
    }
    if (missed.length > 3) notices.push(`The same in ${String(missed.length - 3)} other places.`);
    return notices;
  }

  async #make<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    unit: string,
    urgency: number,
    onProgress?: (value: number) => void,
  ): Promise<Output> {
    const { signal, hold, priority } = this.#context;
    const options = { unit, signal, hold, priority: priority + urgency, onProgress };
    return (await this.#parts.builder.make(stage, input, options)).output;
  }

  /** How far it is: what windows were cut of, less those that wait or are not heard to their end. */
  #report(): void {
    const total = this.#request.seconds;
    if (!total) return;
    let open = this.#waiting.reduce((sum, { samples }) => sum + samples.length, 0);
    for (const { length, value } of this.#running.values()) open += length * (1 - value);
    const reached = Math.min(this.#tape.end, this.#planner.needed ?? this.#finder.settled);
    this.#context.onProgress(Math.min(1, Math.max(0, (reached - open) / LISTEN_RATE / total)));
  }

  #place(sample: number): string {
    return `${this.#request.name} ${clock(sample / LISTEN_RATE)}`;
  }
}

function voicedSpans(spans: readonly Span[], seconds: number): VoicedSpan[] {
  const voiced: { start: number; end: number }[] = [];
  let goesOn = false;
  for (const span of spans) {
    const end = Math.min(span.end / LISTEN_RATE, seconds);
    if (goesOn) voiced.at(-1)!.end = end;
    else voiced.push({ start: span.start / LISTEN_RATE, end });
    goesOn = span.goesOn;
  }
  return voiced;
}

/** '1:02:03', '2:03'. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}

function noVoice(name: string, isUnclear: boolean): StudioError {
  const message = isUnclear
    ? `No words were understood in ${name}: nobody speaks in it, or too quietly or unclearly.`
    : `Nobody speaks in ${name}: there is only silence, noise or music.`;
  return new StudioError(ErrorCode.input, message, {
    hint: 'Choose a recording in which somebody speaks, or record it again nearer to the microphone.',
  });
}
