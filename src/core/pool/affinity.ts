/**
 * Sends a task to a thread that has its model loaded already, and keeps tasks of limited areas on as few threads as
 * their limit says: otherwise every thread would end up holding every model.
 */

/** What of Piscina's worker the choice needs. */
export interface IdleThread {
  readonly id: number;
  readonly currentUsage: number;
}

export class Affinity {
  readonly #limits: Readonly<Record<string, number>>;
  /** Area to the threads that have served it. */
  readonly #served = new Map<string, Set<number>>();

  constructor(limits: Readonly<Record<string, number>>) {
    this.#limits = limits;
  }

  /** The thread for a task of the area, or null when it is better to wait for one that is busy. */
  choose<Thread extends IdleThread>(area: string, threads: readonly Thread[]): Thread | null {
    const alive = new Set(threads.map((thread) => thread.id));
    const served = this.#servedBy(area, alive);
    const idle = threads.filter((thread) => thread.currentUsage === 0);
    const limit = this.#limits[area];
    const known = idle.find((thread) => served.has(thread.id));
    const full = limit !== undefined && served.size >= limit;
    const chosen = known ?? (full ? undefined : this.#leastLoaded(idle, alive));
    if (!chosen) return null;
    served.add(chosen.id);
    return chosen;
  }

  forget(): void {
    this.#served.clear();
  }

  #servedBy(area: string, alive: ReadonlySet<number>): Set<number> {
    const served = this.#served.get(area) ?? new Set<number>();
    for (const id of served) if (!alive.has(id)) served.delete(id);
    this.#served.set(area, served);
    return served;
  }

  #leastLoaded<Thread extends IdleThread>(idle: readonly Thread[], alive: ReadonlySet<number>): Thread | undefined {
    const load = (thread: Thread) =>
      Object.keys(this.#limits).filter((area) => this.#servedBy(area, alive).has(thread.id)).length;
    return [...idle].sort((a, b) => load(a) - load(b))[0];
  }
}
