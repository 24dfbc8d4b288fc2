import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepPart, type Take } from './kept-takes.ts';

/** Why there is no sound, for whoever says it in words. */
export type MicrophoneFault = 'refused' | 'none' | 'busy' | 'insecure' | 'gone' | 'full';

export interface MicrophoneState {
  readonly phase: 'idle' | 'asking' | 'recording' | 'paused' | 'keeping';
  /** Recorded so far. */
  readonly seconds: number;
  /** How loud it is just now: 0 silence, 1 as loud as it can be. */
  readonly level: number;
  readonly fault?: MicrophoneFault | undefined;
}

/** As often as a part is kept, and as the level is looked at; milliseconds. */
const PART_MS = 1_000;
const LEVEL_MS = 80;
/** Decibels below full scale that the meter begins at. */
const METER_FROM = 60;
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;
const IDLE: MicrophoneState = { phase: 'idle', seconds: 0, level: 0 };

interface Running {
  readonly stream: MediaStream;
  readonly recorder: MediaRecorder;
  readonly ears: AudioContext;
  readonly clock: ReturnType<typeof setInterval>;
}

/** A microphone that is asked for when recording begins, and let go of when it ends. */
export class Microphone {
  readonly store: StoreApi<MicrophoneState> = createStore<MicrophoneState>(() => IDLE);
  readonly #onKept: (take: Take) => void;
  #running: Running | undefined;
  #take: Take | undefined;
  #parts = 0;
  #keeping: Promise<void> = Promise.resolve();
  /** Milliseconds until the last pause, and when it went on; performance.now(). */
  #before = 0;
  #since: number | undefined;

  /** `onKept` hears of a take that is whole. */
  constructor(onKept: (take: Take) => void) {
    this.#onKept = onKept;
  }

  async start(scene?: Take['scene']): Promise<void> {
    if (this.store.getState().phase !== 'idle') return;
    this.store.setState({ ...IDLE, phase: 'asking', fault: undefined }, true);
    try {
      if (!('mediaDevices' in navigator)) throw new DOMException('Not a secure page.', 'SecurityError');
      const stream = await navigator.mediaDevices.getUserMedia({
        // A voice as it is: what a call takes out of it cannot be put back.
        audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: true },
      });
      this.#begin(stream, scene);
    } catch (error) {
      this.store.setState({ ...IDLE, fault: faultOf(error) }, true);
    }
  }

  pause(): void {
    if (this.#running?.recorder.state !== 'recording') return;
    this.#before = this.#elapsed();
    this.#since = undefined;
    this.#running.recorder.pause();
    this.store.setState({ phase: 'paused', level: 0 });
  }

  resume(): void {
    if (this.#running?.recorder.state !== 'paused') return;
    this.#since = performance.now();
    this.#running.recorder.resume();
    this.store.setState({ phase: 'recording' });
  }

  /** Ends it, and keeps it. */
  stop(): void {
    if (!this.#running || this.store.getState().phase === 'keeping') return;
    this.#before = this.#elapsed();
    this.#since = undefined;
    this.store.setState({ phase: 'keeping', seconds: this.#before / 1000, level: 0 });
    this.#running.recorder.stop();
  }

  #begin(stream: MediaStream, scene: Take['scene']): void {
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each)) ?? '';
    const recorder = new MediaRecorder(stream, {
      ...(type === '' ? {} : { mimeType: type }),
      audioBitsPerSecond: 128_000,
    });
    const ears = new AudioContext();
    const analyser = ears.createAnalyser();
    ears.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const clock = setInterval(() => {
      if (this.#since === undefined) return;
      analyser.getFloatTimeDomainData(samples);
      this.store.setState({ seconds: this.#elapsed() / 1000, level: levelOf(samples) });
    }, LEVEL_MS);
    this.#running = { stream, recorder, ears, clock };
    this.#parts = 0;
    this.#before = 0;
    this.#since = performance.now();
    this.#take = {
      id: crypto.randomUUID(),
      startedAt: Date.now(),
      seconds: 0,
      type: recorder.mimeType,
      ...(scene ? { scene } : {}),
    };
    recorder.ondataavailable = ({ data }) => {
      this.#keep(data);
    };
    recorder.onstop = () => void this.#end();
    for (const track of stream.getTracks()) {
      // The microphone was unplugged, or taken back by its owner.
      track.onended = () => {
        this.store.setState({ fault: 'gone' });
        this.stop();
      };
    }
    recorder.start(PART_MS);
    this.store.setState({ phase: 'recording' });
  }

  #keep(bytes: Blob): void {
    if (!this.#take || bytes.size === 0) return;
    const take = (this.#take = { ...this.#take, seconds: this.#elapsed() / 1000 });
    const number = this.#parts++;
    this.#keeping = this.#keeping
      .then(() => keepPart(take, number, bytes))
      .catch(() => {
        // What was kept before is whole in itself.
        this.store.setState({ fault: 'full' });
        this.stop();
      });
  }

  async #end(): Promise<void> {
    const { stream, ears, clock } = this.#running!;
    this.#running = undefined;
    clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
    await Promise.all([ears.close(), this.#keeping]);
    this.store.setState((state) => ({ ...IDLE, fault: state.fault }), true);
    if (this.#take && this.#parts > 0) this.#onKept(this.#take);
  }

  #elapsed(): number {
    return this.#before + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }
}

function faultOf(error: unknown): MicrophoneFault {
  const { name } = error as DOMException;
  if (name === 'NotAllowedError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'SecurityError' ? 'insecure' : 'busy';
}

function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power + 1e-12)) / METER_FROM));
}
