/**
 * Makes a picture model or an upscaler of our own one that comes with the program: checks its folder in models/, and writes its entry,
 * with the sums of its files, into models/registry.json. Run again whenever a file of it has changed:
 * `node tools/run.mjs tools/ship-model.ts picture-book --title "Picture book"`, or `... crisp --title "Crisp"`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashFile } from '../src/core/models/files.ts';
import { checkPictureModel } from '../src/core/models/picture-model.ts';
import { parseRegistry } from '../src/core/models/registry.ts';
import { checkUpscaler, findUpscaler } from '../src/core/models/upscaler-model.ts';
import { registryPath, shippedModels } from '../src/core/paths.ts';
import { tryUpscaler } from '../src/core/runtime/upscale/trial.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { title: { type: 'string' } } });
const [id] = positionals;
if (id === undefined || values.title === undefined) throw new Error('Name a folder of models/, and a --title.');

const folder = join(shippedModels, id);
const isUpscaler = (await findUpscaler(folder)) !== undefined;
const { files, facts, notices } = isUpscaler ? await checkedUpscaler() : await checkPictureModel(folder);
for (const notice of notices) process.stdout.write(`Note: ${notice}\n`);
const lines: string[] = [];
let bytes = 0;
for (const name of files) {
  const found = await hashFile(join(folder, ...name.split('/')));
  bytes += found.bytes;
  const { bytes: length, sha256 } = found;
  lines.push(`            ${spaced({ name, bytes: length, sha256, verified: true })}`);
}
const licence = {
  name: 'GPL-3.0-or-later',
  url: 'https://www.gnu.org/licenses/gpl-3.0.html',
  commercialUse: 'Allowed: films with its pictures may be sold; it is ours, and learned from the storybook’s drawings.',
};
const entry = `    {
      "id": "${id}",
      "title": ${JSON.stringify(values.title)},
      "task": "${isUpscaler ? 'upscale' : 'illustrate'}",
      "${isUpscaler ? 'upscaler' : 'picture'}": ${spaced(facts)},
      "licence": ${spaced(licence)},
      "sources": [
        {
          "kind": "shipped",
          "folder": "${id}",
          "files": [
${lines.join(',\n')}
          ]
        }
      ]
    }`;

const text = readFileSync(registryPath, 'utf8');
const old = new RegExp(`    \\{\\n      "id": "${id}",[\\s\\S]*?\\n    \\}(?=,?\\n)`, 'u');
const added = text.replace(/\n    \}\n {2}\]\n\}\s*$/u, () => `\n    },\n${entry}\n  ]\n}\n`);
const written = old.test(text) ? text.replace(old, () => entry) : added;
parseRegistry(JSON.parse(written));
writeFileSync(registryPath, written);
process.stdout.write(`${id}: ${String(files.length)} files, ${(bytes / 1e6).toFixed(1)} MB\n`);

async function checkedUpscaler() {
  const { graph, facts: found } = await checkUpscaler(folder, (one) => tryUpscaler(one, { threads: 1 }));
  return { files: [...graph.files].sort(), facts: found, notices: [] };
}

/** One line, as the registry has it. */
function spaced(value: object): string {
  return JSON.stringify(value)
    .replaceAll(/":(?=\S)/gu, '": ')
    .replaceAll(/,"/gu, ', "');
}
