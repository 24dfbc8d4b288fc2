/**
 * Writes docs/stories: the ten briefs (tests/fixtures/ideas/briefs.txt) by our own engine, with two seeds each. A test holds that they
 * are what the engine writes today. `node tools/run.mjs tools/write-stories.ts`; with `--print` only to the screen.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadLexicon } from '../src/core/story/lexicon/lexicon.ts';
import { briefStories } from '../tests/helpers/brief-stories.ts';

const root = new URL('../', import.meta.url);
const lexicon = loadLexicon(new URL('resources/lexicon.json', root).pathname);
const briefs = readFileSync(new URL('tests/fixtures/ideas/briefs.txt', root), 'utf8').trim().split('\n');
const folder = new URL('docs/stories/', root);
mkdirSync(folder, { recursive: true });
for (const { file, text, broken } of briefStories(briefs, lexicon)) {
  if (process.argv.includes('--print')) console.log(`${text}\n${broken.map((line) => `!! ${line}`).join('\n')}\n`);
  else writeFileSync(new URL(file, folder), text);
  if (broken.length > 0) console.error(`${file}: ${broken.join('; ')}`);
}
