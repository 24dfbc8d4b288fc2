import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const DOCUMENT = resolve(import.meta.dirname, '../../docs/listening.md');

/** Puts lines between `<!-- name -->` and `<!-- /name -->` of docs/listening.md. */
export async function replaceSection(name: string, lines: readonly string[]): Promise<void> {
  const text = await readFile(DOCUMENT, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = [text.indexOf(begin), text.indexOf(end)];
  if (before === -1 || rest === -1) throw new Error(`${DOCUMENT} has no section ${name}.`);
  await writeFile(DOCUMENT, `${text.slice(0, before + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(rest)}`);
}
