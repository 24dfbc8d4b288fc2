// Writes THIRD_PARTY.md: what Storyloom is built of, with licences. `--check` only says whether it is true.
// The table comes from the installed packages that the product itself uses (dependencies and optionalDependencies, not
// devDependencies, unless their data is part of a file of ours: see THIRD_PARTY.head.md).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const rows = Object.entries(lock.packages)
  .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev)
  .map(([path, entry]) => {
    const manifest = join(root, path, 'package.json');
    const own = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
    const licence =
      entry.license ?? own.license?.type ?? own.license ?? own.licenses?.map((each) => each.type).join(' OR ');
    return {
      name: path.replace(/^.*node_modules\//, ''),
      version: entry.version,
      licence: licence ?? 'see the package',
    };
  })
  // Platform variants of one package (sharp, resvg, Node) differ by machine: one row for each family.
  .map((row) => ({
    ...row,
    name: row.name.replace(/-(linux|linuxmusl|darwin|win32|win|android|freebsd|wasm32)\b.*$/, '-*'),
  }));

const unique = [...new Map(rows.map((row) => [`${row.name}@${row.version}`, row])).values()].sort((a, b) =>
  `${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1,
);
const table = [
  '| package | version | licence |',
  '|---|---|---|',
  ...unique.map((row) => `| ${row.name} | ${row.version} | ${row.licence} |`),
];
const text = `${readFileSync(join(root, 'tools/THIRD_PARTY.head.md'), 'utf8').trimEnd()}\n\n${table.join('\n')}\n`;

const target = join(root, 'THIRD_PARTY.md');
if (process.argv.includes('--check')) {
  if (existsSync(target) && readFileSync(target, 'utf8') === text) process.exit(0);
  console.error('THIRD_PARTY.md is not true of the installed packages.\nNext step: run `node tools/third-party.mjs`.');
  process.exit(1);
}
writeFileSync(target, text);
