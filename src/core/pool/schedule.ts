/** Which waiting task may start: pure bookkeeping, so that the law of threads can be tested without threads. */

export interface Waiting {
  readonly area: string;
  /** Cores that it keeps busy. */
  readonly threads: number;
  /** The higher goes first; equals in the order in which they came. */
  readonly priority: number;
}

export interface ScheduleLimits {
  /** Cores that all running tasks together may keep busy. */
  readonly threads: number;
  /** The most tasks of one area at a time, where memory allows no more. */
  readonly areas: Readonly<Record<string, number>>;
}

/**
 * A queue that never lets more threads run than there are cores. A wide task at the head waits for room and is not
 * overtaken by narrow ones (it would starve); a task whose area is full is overtaken.
 */
export class Schedule<Item extends Waiting> {
  readonly #limits: ScheduleLimits;
  readonly #waiting: Item[] = [];
  readonly #running = new Set<Item>();

  constructor(limits: ScheduleLimits) {
    this.#limits = limits;
  }

  get waiting(): readonly Item[] {
    return this.#waiting;
  }

  get running(): number {
    return this.#running.size;
  }

  get busyThreads(): number {
    let sum = 0;
    for (const item of this.#running) sum += this.#width(item);
    return sum;
  }

  add(item: Item): void {
    const later = this.#waiting.findIndex((other) => other.priority < item.priority);
    this.#waiting.splice(later === -1 ? this.#waiting.length : later, 0, item);
  }

  /** Takes the next item that may start now and counts it as running. */
  next(): Item | undefined {
    for (const [index, item] of this.#waiting.entries()) {
      if (this.#isAreaFull(item.area)) continue;
      if (this.busyThreads + this.#width(item) > this.#limits.threads) return undefined;
      this.#waiting.splice(index, 1);
      this.#running.add(item);
      return item;
    }
    return undefined;
  }

  /** Takes a waiting item away; false when it was not waiting. */
  withdraw(item: Item): boolean {
    const index = this.#waiting.indexOf(item);
    if (index >= 0) this.#waiting.splice(index, 1);
    return index >= 0;
  }

  finish(item: Item): void {
    this.#running.delete(item);
  }

  /** A task that wants more cores than there are gets all of them. */
  #width(item: Item): number {
    return Math.min(Math.max(1, item.threads), this.#limits.threads);
  }

  #isAreaFull(area: string): boolean {
    const limit = this.#limits.areas[area];
    if (limit === undefined) return false;
    let count = 0;
    for (const item of this.#running) if (item.area === area) count += 1;
    return count >= limit;
  }
}
