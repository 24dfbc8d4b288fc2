import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Puts lines between `<!-- name -->` and `<!-- /name -->` of a file in docs/. */
export async function replaceSection(name: string, lines: readonly string[], file = 'listening.md'): Promise<void> {
  const path = resolve(import.meta.dirname, '../../docs', file);
  const text = await readFile(path, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = [text.indexOf(begin), text.indexOf(end)];
  if (before === -1 || rest === -1) throw new Error(`${path} has no section ${name}.`);
  await writeFile(path, `${text.slice(0, before + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(rest)}`);
}
