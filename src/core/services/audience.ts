/** Who listens to the studio's events. What is looked at only for them begins with the first and ends with the last. */
export class Audience {
  readonly #begin: () => () => void;
  #end: (() => void) | undefined;
  #count = 0;

  /** `begin` gives the function that ends it. */
  constructor(begin: () => () => void) {
    this.#begin = begin;
  }

  /** Call the result, once, to leave. */
  join(): () => void {
    this.#count += 1;
    this.#end ??= this.#begin();
    return () => {
      this.#count -= 1;
      if (this.#count === 0) this.close();
    };
  }

  close(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
