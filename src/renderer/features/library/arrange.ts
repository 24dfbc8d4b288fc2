import type { ProjectCard } from '../../../shared/views.ts';

export const ORDERS = ['edited', 'title', 'created'] as const;
export type Order = (typeof ORDERS)[number];

/** Those whose title has every word of the search in it, whatever their case and accents, in the order asked for. */
export function arrange(
  projects: readonly ProjectCard[],
  { search, order, language }: { readonly search: string; readonly order: Order; readonly language: string },
): ProjectCard[] {
  const words = plain(search).split(/\s+/u).filter(Boolean);
  const found = projects.filter(({ title }) => {
    const text = plain(title);
    return words.every((word) => text.includes(word));
  });
  const collator = new Intl.Collator(language, { numeric: true });
  const compare: Record<Order, (a: ProjectCard, b: ProjectCard) => number> = {
    edited: (a, b) => b.editedAt - a.editedAt,
    created: (a, b) => b.createdAt - a.createdAt,
    title: (a, b) => collator.compare(a.title, b.title),
  };
  return found.sort(compare[order]);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
