/** The people that a story names by what they are, and which drawing shows them. */
import type { LexiconFile } from '../../src/core/story/lexicon/format.ts';
import { GENDERED, ROLES } from './curated.ts';
import { parseLines } from './lines.ts';

const GENDERS = { m: 'male', f: 'female', n: 'unknown' } as const;
const AGES = { c: 'child', a: 'adult', o: 'old' } as const;

export function peopleEntries(ids: ReadonlySet<string>): LexiconFile['people'][number][] {
  const roles = parseLines(ROLES).map(([role, list]) => {
    const named = (id: string): string | undefined => (ids.has(id) ? id : undefined);
    const male = named(`man-${role}`);
    const drawing = named(role) ?? named(`person-${role}`) ?? male!;
    const female = named(`woman-${role}`) ?? drawing;
    return {
      drawing,
      male: male ?? drawing,
      female,
      gender: 'unknown' as const,
      age: 'adult' as const,
      words: list.join('|'),
    };
  });
  const gendered = parseLines(GENDERED).map(([head, list]) => {
    const [drawing, gender, age] = head.split(' ');
    if (!ids.has(drawing!)) throw new Error(`curated.ts names a drawing that is not there: ${drawing!}`);
    return {
      drawing: drawing!,
      gender: GENDERS[gender as keyof typeof GENDERS],
      age: AGES[age as keyof typeof AGES],
      words: list.join('|'),
    };
  });
  return [...roles, ...gendered];
}
