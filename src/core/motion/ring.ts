/// <reference lib="es2024.sharedmemory" />
/**
 * A ring of frames between one thread that renders and another that writes, without a lock: two counters that only grow,
 * each raised by one side alone, and a flag to stop.
 */

import type { Canvas } from './sampler.ts';

const RENDERED = 0;
const WRITTEN = 1;
const STOPPED = 2;
export class FrameRing {
  readonly #state: Int32Array;
  readonly #slots: number;

  constructor({ memory, layout }: Canvas) {
    this.#state = new Int32Array(memory.buffer, layout.control, 3);
    this.#slots = layout.slots.length;
  }

  get rendered(): number {
    return Atomics.load(this.#state, RENDERED);
  }

  get written(): number {
    return Atomics.load(this.#state, WRITTEN);
  }

  get isStopped(): boolean {
    return Atomics.load(this.#state, STOPPED) === 1;
  }

  slotOf(frame: number): number {
    return frame % this.#slots;
  }

  /** Renderer: blocks its thread until there is a slot for the frame, for so long at most; true when there is. */
  waitForSlot(frame: number, milliseconds: number): boolean {
    const written = this.written;
    if (frame - written < this.#slots) return true;
    Atomics.wait(this.#state, WRITTEN, written, milliseconds);
    return frame - this.written < this.#slots;
  }

  /** Renderer: the frame is in its slot. */
  markRendered(frame: number): void {
    this.#raise(RENDERED, frame + 1);
  }

  /** Writer: resolves when the frame is in its slot, or when the ring is stopped, without blocking the event loop. */
  async untilRendered(frame: number): Promise<void> {
    while (!this.isStopped) {
      const rendered = this.rendered;
      if (rendered > frame) return;
      const wait = Atomics.waitAsync(this.#state, RENDERED, rendered);
      if (wait.async) await wait.value;
    }
  }

  /** Writer: the frame's slot may be used again. */
  markWritten(frame: number): void {
    this.#raise(WRITTEN, frame + 1);
  }

  /** Either side: wakes both; no more frames are wanted, or none will come. */
  stop(): void {
    Atomics.store(this.#state, STOPPED, 1);
    Atomics.notify(this.#state, RENDERED);
    Atomics.notify(this.#state, WRITTEN);
  }

  #raise(counter: number, value: number): void {
    Atomics.store(this.#state, counter, value);
    Atomics.notify(this.#state, counter);
  }
}
