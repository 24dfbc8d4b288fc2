import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditorSession } from '../state/session.ts';
import { neighbour, type EditorState } from '../state/store.ts';

export interface PlayerState {
  /** 'all': the next scene follows when one ends. */
  readonly mode: 'scene' | 'all';
  /** It plays, or will as soon as the scene is ready. */
  readonly isPlaying: boolean;
  /** Of the scene on the stage, seconds. */
  readonly time: number;
  /** 0 while nothing is loaded. */
  readonly duration: number;
  /** Which of the two video elements is in front; none while the scene cannot be played. */
  readonly front: 0 | 1 | undefined;
}

/** Steps of the clock while playing, seconds: fine enough for a word, coarse enough for a busy machine. */
const TICK = 1 / 15;

/**
 * Plays the segments of the film that are ready. Two video elements lie on each other: one plays, the other has the next
 * scene loaded, so that one follows the other without a gap.
 */
export class Player {
  readonly store: StoreApi<PlayerState>;
  readonly #session: EditorSession;
  #videos: readonly [HTMLVideoElement, HTMLVideoElement] | undefined;
  /** The addresses that the two are loaded with. */
  readonly #urls: [string, string] = ['', ''];
  #active: 0 | 1 = 0;
  #frame = 0;
  #stop: (() => void) | undefined;

  constructor(session: EditorSession) {
    this.#session = session;
    this.store = createStore<PlayerState>(() => ({
      mode: 'scene',
      isPlaying: false,
      time: 0,
      duration: 0,
      front: undefined,
    }));
  }

  /** Gives it its two elements; the answer takes them back. */
  attach(first: HTMLVideoElement, second: HTMLVideoElement): () => void {
    this.#videos = [first, second];
    const listeners = new AbortController();
    const { signal } = listeners;
    for (const which of [0, 1] as const) {
      const video = this.#videos[which];
      video.addEventListener('loadeddata', () => this.#loaded(which), { signal });
      video.addEventListener('ended', () => this.#ended(which), { signal });
    }
    const stopListening = this.#session.store.subscribe((state, before) => {
      if (state.shown !== before.shown || state.states !== before.states || state.document !== before.document) {
        this.#follow(state, before);
      }
    });
    this.#stop = () => {
      listeners.abort();
      stopListening();
      cancelAnimationFrame(this.#frame);
      for (const video of this.#videos ?? []) {
        video.pause();
        video.removeAttribute('src');
        video.load();
      }
      this.#urls.fill('');
      this.#videos = undefined;
    };
    this.#load();
    return () => this.#stop?.();
  }

  toggle(): void {
    if (this.store.getState().isPlaying) this.pause();
    else this.play();
  }

  /** Plays the scene on the stage, from its start when it is at its end. */
  play(mode: PlayerState['mode'] = 'scene'): void {
    const { time, duration } = this.store.getState();
    if (duration > 0 && time >= duration - TICK) this.seek(0);
    this.store.setState({ isPlaying: true, mode });
    this.#run();
  }

  /** All that is ready, one after the other, from a scene on; what is not ready is waited for. */
  playAll(from: string): void {
    if (this.#session.state.shown === from) this.seek(0);
    else this.#session.show(from);
    this.play('all');
  }

  pause(): void {
    this.#video?.pause();
    this.store.setState({ isPlaying: false });
  }

  seek(time: number): void {
    const video = this.#video;
    if (!video || this.store.getState().front === undefined) return;
    const place = Math.min(Math.max(0, time), video.duration || 0);
    video.currentTime = place;
    this.store.setState({ time: place });
  }

  get #video(): HTMLVideoElement | undefined {
    return this.#videos?.[this.#active];
  }

  #follow(state: EditorState, before: EditorState): void {
    const isOther = state.shown !== before.shown;
    const isGone = !isOther && previewOf(before) !== undefined && previewOf(state) === undefined;
    // Somebody works on the scene: it does not begin to speak by itself when it is made again.
    if (isGone && this.store.getState().isPlaying) this.pause();
    if (isOther && this.store.getState().mode === 'scene') this.pause();
    this.#load();
  }

  /** Puts what is to be played in front, and what comes next behind it. */
  #load(): void {
    const { state } = this.#session;
    const url = previewOf(state);
    if (!this.#videos) return;
    if (url === undefined) {
      this.#video?.pause();
      this.store.setState({ front: undefined, time: 0, duration: 0 });
      const isLost = state.states[state.shown]?.state === 'failed' || state.states[state.shown]?.state === 'empty';
      if (isLost && this.store.getState().isPlaying) this.#goOn();
      return;
    }
    if (this.#urls[this.#active] !== url) {
      this.#video?.pause();
      if (this.#urls[other(this.#active)] === url) this.#active = other(this.#active);
      else this.#set(this.#active, url);
      this.store.setState({ time: 0, duration: 0, front: undefined });
    }
    const video = this.#videos[this.#active];
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) this.#loaded(this.#active);
    const following = followingOf(state);
    const next = following === undefined ? undefined : state.states[following]?.preview;
    if (next !== undefined && next !== url) this.#set(other(this.#active), next);
  }

  #set(which: 0 | 1, url: string): void {
    const video = this.#videos?.[which];
    if (!video || this.#urls[which] === url) return;
    this.#urls[which] = url;
    video.src = url;
    video.load();
  }

  #loaded(which: 0 | 1): void {
    const video = this.#video;
    if (which !== this.#active || !video || this.#urls[which] !== previewOf(this.#session.state)) return;
    if (this.store.getState().front === which) return;
    // A scene that was played before begins at its start again.
    if (this.store.getState().time === 0 && video.currentTime > 0) video.currentTime = 0;
    this.store.setState({ front: which, duration: video.duration });
    if (this.store.getState().isPlaying) this.#run();
  }

  #run(): void {
    const video = this.#video;
    if (!video || this.store.getState().front === undefined) return;
    video.play().catch((error: unknown) => {
      // A browser may forbid sound before the first click; a change of scene interrupts by itself.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.pause();
    });
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#tick);
  }

  readonly #tick = (): void => {
    const video = this.#video;
    const { isPlaying, time } = this.store.getState();
    if (!video || !isPlaying) return;
    if (Math.abs(video.currentTime - time) >= TICK) this.store.setState({ time: video.currentTime });
    this.#frame = requestAnimationFrame(this.#tick);
  };

  #ended(which: 0 | 1): void {
    if (which !== this.#active) return;
    this.store.setState(({ duration }) => ({ time: duration }));
    if (this.store.getState().mode === 'all') this.#goOn();
    else this.pause();
  }

  /** To the next scene that can become ready; at the film's end it stops. */
  #goOn(): void {
    const next = this.store.getState().mode === 'all' ? followingOf(this.#session.state) : undefined;
    if (next === undefined) {
      this.pause();
      this.store.setState({ mode: 'scene' });
    } else {
      this.#session.show(next);
    }
  }
}

function previewOf({ states, shown }: EditorState): string | undefined {
  const state = states[shown];
  return state?.state === 'ready' ? state.preview : undefined;
}

/** The next scene that has something to play, now or soon. */
function followingOf(state: EditorState): string | undefined {
  let next = neighbour(state, state.shown, 1);
  while (next !== undefined && ['empty', 'failed'].includes(state.states[next]?.state ?? 'waiting')) {
    next = neighbour(state, next, 1);
  }
  return next;
}

const other = (which: 0 | 1): 0 | 1 => (which === 0 ? 1 : 0);
