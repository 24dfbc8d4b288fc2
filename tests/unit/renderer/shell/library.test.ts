import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../src/renderer/features/library/arrange.ts';
import type { ProjectCard } from '../../../../src/shared/views.ts';

const card = (title: string, createdAt: number, editedAt: number): ProjectCard => ({
  id: title,
  title,
  scenes: 1,
  words: 1,
  createdAt,
  editedAt,
  openedAt: editedAt,
});

const cards = [card('Élodie et le renard', 3, 1), card('Story 10', 1, 3), card('Story 9', 2, 2)];
const titles = (search: string, order: 'edited' | 'title' | 'created') =>
  arrange(cards, { search, order, language: 'en' }).map(({ title }) => title);

describe('the stories as they are shown', () => {
  it('would catch a search that minds case, accents, or the order of its words', () => {
    expect(titles('RENARD elodie', 'edited')).toEqual(['Élodie et le renard']);
    expect(titles('  ', 'edited')).toHaveLength(3);
    expect(titles('zebra', 'edited')).toEqual([]);
  });

  it('would catch Story 10 before Story 9, and the oldest first', () => {
    expect(titles('', 'title')).toEqual(['Élodie et le renard', 'Story 9', 'Story 10']);
    expect(titles('', 'edited')).toEqual(['Story 10', 'Story 9', 'Élodie et le renard']);
    expect(titles('', 'created')).toEqual(['Élodie et le renard', 'Story 9', 'Story 10']);
  });

  it('would catch sorting in place what the cache holds', () => {
    const before = [...cards];
    titles('', 'title');
    expect(cards).toEqual(before);
  });
});
