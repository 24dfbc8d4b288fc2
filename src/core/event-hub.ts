/** Who wants to hear what happens in this process is told at once, in the order they asked. */
export class EventHub<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  publish(event: Event): void {
    // A copy: whoever is told may begin or stop to listen.
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Gives the function that stops it. */
  subscribe(listener: (event: Event) => void): () => void {
    // Its own function, so that a listener that asked twice is told twice.
    const own = (event: Event): void => {
      listener(event);
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }
}
