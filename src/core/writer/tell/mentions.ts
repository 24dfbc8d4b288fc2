/** Who was spoken of last, and what a pronoun would be taken for. */
import type { Gender } from '../types.ts';

export interface Mention {
  readonly id: string;
  /** Ids of those within ('heroes' are several). */
  readonly members: readonly string[];
  readonly pronoun: Gender;
  readonly sentence: number;
  readonly subject: boolean;
  readonly byName: boolean;
}

export class Mentions {
  private list: Mention[] = [];
  sentence = 0;

  /** A new paragraph knows nobody yet. */
  clear(): void {
    this.list = [];
    this.sentence = 0;
  }

  add(mention: Omit<Mention, 'sentence'>): void {
    this.list.push({ ...mention, sentence: this.sentence });
  }

  last(id: string): Mention | undefined {
    return this.list.findLast((mention) => mention.id === id);
  }

  /** Two mentions of one being in a row, by pronoun. */
  pronounsInRow(id: string): number {
    let count = 0;
    for (const mention of this.list.toReversed()) {
      if (mention.id !== id) continue;
      if (mention.byName) break;
      count++;
    }
    return count;
  }

  /**
   * Would everybody take the pronoun for this one? The subject of the sentence comes first, then who else is in it,
   * then the subject of the sentence before, then its others.
   */
  resolves(id: string, pronoun: Gender): boolean {
    const mine = this.rank(id);
    if (mine === 0) return false;
    const rivals = new Set(
      this.list
        .filter(
          (mention) =>
            mention.pronoun === pronoun &&
            mention.id !== id &&
            !mention.members.includes(id) &&
            !this.isMember(mention.id, id),
        )
        .map((mention) => mention.id),
    );
    return [...rivals].every((rival) => this.rank(rival) < mine);
  }

  /** True where nobody else of the same pronoun was spoken of lately. */
  isAlone(id: string, pronoun: Gender): boolean {
    return (
      this.rank(id) > 0 &&
      !this.list.some(
        (mention) =>
          mention.id !== id &&
          mention.pronoun === pronoun &&
          mention.sentence >= this.sentence - 1 &&
          !this.isMember(mention.id, id),
      )
    );
  }

  private isMember(inner: string, outer: string): boolean {
    return this.list.some((mention) => mention.id === outer && mention.members.includes(inner));
  }

  private rank(id: string): number {
    let best = 0;
    for (const mention of this.list) {
      if (mention.id !== id && !mention.members.includes(id)) continue;
      const age = this.sentence - mention.sentence;
      if (age > 1) continue;
      best = Math.max(best, (age === 0 ? 3 : 1) + (mention.subject ? 1 : 0));
    }
    return best;
  }
}
