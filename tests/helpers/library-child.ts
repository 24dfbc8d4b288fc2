/**
 * A process of its own that edits a project: `library-child.ts FOLDER PROJECT WORD COUNT` adds COUNT scenes 'WORD 1', 'WORD 2',
 * ... one by one and prints each number once the edit is made; COUNT 0 goes on for ever.
 */
import { join } from 'node:path';
import { ProjectLibrary } from '../../src/core/project/library.ts';
import { openStore } from '../../src/core/store/store.ts';

const [folder = '', projectId = '', word = '', count = '0'] = process.argv.slice(2);
console.log('ready');
const { store } = openStore(join(folder, 'storyloom.sqlite'));
const library = new ProjectLibrary({
  store,
  folder: join(folder, 'projects'),
  voice: 'af_heart',
  publish: () => undefined,
  notify: () => undefined,
});
const most = Number(count) || Infinity;
for (let number = 1; number <= most; number++) {
  library.edit(projectId, { type: 'add-scene', before: null, text: `${word} ${String(number)}` });
  console.log(String(number));
  // Lets the line out, and others in.
  await new Promise((resolve) => setImmediate(resolve));
}
await library.close();
store.close();
