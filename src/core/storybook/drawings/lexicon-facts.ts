import { readFileSync } from 'node:fs';
import { resourcePath } from '../../paths.ts';

/** What resources/lexicon.json says about a drawing; the words in it are the story reader's. */
export interface DrawingFacts {
  readonly kind: string;
  /** Metres of its longer side. */
  readonly size: number;
  readonly stands: string;
}

const UNKNOWN: DrawingFacts = { kind: 'object', size: 0.4, stands: 'ground' };

interface Lexicon {
  readonly version: string;
  readonly drawings: Readonly<Record<string, DrawingFacts>>;
}

let known: Lexicon | undefined;

function lexicon(): Lexicon {
  known ??= JSON.parse(readFileSync(resourcePath('lexicon.json'), 'utf8')) as Lexicon;
  return known;
}

/** What the drawing set's own names and the story reader's lexicon say; an unknown drawing is a small thing. */
export function factsOf(drawing: string): DrawingFacts {
  const { drawings } = lexicon();
  return Object.hasOwn(drawings, drawing) ? drawings[drawing]! : UNKNOWN;
}

/** Changes when sizes and kinds do: for keys. */
export function lexiconVersion(): string {
  return lexicon().version;
}

export function lexiconDrawings(): readonly string[] {
  return Object.keys(lexicon().drawings);
}
