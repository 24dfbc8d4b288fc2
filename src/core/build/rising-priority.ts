import type { Priority } from '../../shared/priority.ts';

/** The urgency of one work for all who wait for it: that of the most urgent. */
export class RisingPriority implements Priority {
  #value: number;
  readonly #listeners = new Set<() => void>();

  constructor(value: number) {
    this.#value = value;
  }

  get value(): number {
    return this.#value;
  }

  raise(value: number): void {
    if (value <= this.#value) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  onRise(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
