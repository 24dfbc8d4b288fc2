import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const resourcePath = (...parts: string[]): string =>
  fileURLToPath(new URL(`../../../../resources/${parts.join('/')}`, import.meta.url));

/** What resources/lexicon.json says about a drawing; the words in it are the story reader's. */
export interface DrawingFacts {
  readonly kind: string;
  /** Metres of its longer side. */
  readonly size: number;
  readonly stands: string;
}

const UNKNOWN: DrawingFacts = { kind: 'object', size: 0.4, stands: 'ground' };

let known: Readonly<Record<string, DrawingFacts>> | undefined;

export function factsOf(drawing: string): DrawingFacts {
  known ??= (
    JSON.parse(readFileSync(resourcePath('lexicon.json'), 'utf8')) as { drawings: Record<string, DrawingFacts> }
  ).drawings;
  return Object.hasOwn(known, drawing) ? known[drawing]! : UNKNOWN;
}

export function lexiconDrawings(): readonly string[] {
  factsOf('');
  return Object.keys(known ?? {});
}
