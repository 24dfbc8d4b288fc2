/** Words that a page could not send before it went away, kept in this browser until the project is opened again. */
export interface KeptWords {
  /** By scene: what was typed, and the studio's words that it was typed over. */
  readonly [sceneId: string]: { readonly text: string; readonly known: string };
}

const nameOf = (projectId: string): string => `storyloom-words-${projectId}`;

/** A browser that keeps nothing (storage full or forbidden) is no reason to stop the author. */
export function keepWords(projectId: string, words: KeptWords): void {
  try {
    if (Object.keys(words).length === 0) localStorage.removeItem(nameOf(projectId));
    else localStorage.setItem(nameOf(projectId), JSON.stringify(words));
  } catch {
    return;
  }
}

/** Takes them out: they are given once. */
export function takeKeptWords(projectId: string): KeptWords {
  try {
    const kept = localStorage.getItem(nameOf(projectId));
    localStorage.removeItem(nameOf(projectId));
    return kept === null ? {} : checked(JSON.parse(kept));
  } catch {
    return {};
  }
}

function checked(value: unknown): KeptWords {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, KeptWords[string]] =>
      typeof entry[1] === 'object' &&
      entry[1] !== null &&
      typeof entry[1].text === 'string' &&
      typeof entry[1].known === 'string',
  );
  return Object.fromEntries(entries);
}
