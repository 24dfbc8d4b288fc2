import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What a package needs to be installed, and not to be used. */
const FOR_INSTALLING = ['adm-zip', 'global-agent'];

/** Within transformers.js's one file already, or for browsers: named by it, and never loaded. */
const BUNDLED = ['@huggingface/jinja', '@huggingface/tokenizers', 'onnxruntime-web'];

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;

/** Every package that a built entry can come to load: imported by it or its chunks, and what those packages need. */
export function packagesOf(entry: string, root: string): string[] {
  const files = new Set<string>();
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
      if (name.startsWith('.')) follow(resolve(dirname(file), name));
      else if (!name.startsWith('node:')) need(name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    }
  };
  const need = (name: string): void => {
    const manifest = join(root, 'node_modules', name, 'package.json');
    if (found.has(name) || FOR_INSTALLING.includes(name) || BUNDLED.includes(name) || !existsSync(manifest)) return;
    found.add(name);
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >;
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) need(each);
  };
  follow(entry);
  return [...found].sort();
}
