import { makeReferent, type Referent } from './referent.ts';

/** The names of a story: 'Peter' is 'Peter Rabbit', 'Jack' is 'Captain Jack', but 'McGregor' is neither Mr. nor Mrs. */
export class KnownNames {
  private readonly exact = new Map<string, Referent>();
  /** First and last words of names with several words and no title with a full stop. */
  private readonly byPart = new Map<string, Referent>();

  add(name: string): Referent {
    const referent = makeReferent(name, true);
    this.exact.set(name, referent);
    const words = name.split(' ');
    if (words.length > 1 && !name.includes('.')) {
      for (const word of [words[0]!, words.at(-1)!]) if (!this.byPart.has(word)) this.byPart.set(word, referent);
    }
    return referent;
  }

  find(name: string): Referent | undefined {
    const exact = this.exact.get(name);
    if (exact) return exact;
    const words = name.split(' ');
    if (words.length === 1) return this.byPart.get(name);
    return this.exact.get(words[0]!) ?? (name.includes('.') ? undefined : this.exact.get(words.at(-1)!));
  }

  values(): Referent[] {
    return [...this.exact.values()];
  }
}
