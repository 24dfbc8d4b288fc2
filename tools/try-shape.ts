/**
 * Prints a story in a shape of your choice, for whom writes shapes:
 *   node tools/run.mjs tools/try-shape.ts SHAPE|auto "IDEA" [--seed N] [--words N] [--age A] [--tone T] [--bedtime] [--outline]
 * Says which slots no tale can fill, and which events the shape leaves to the engine.
 */
import { parseArgs } from 'node:util';
import { readdirSync } from 'node:fs';
import { writeRequestSchema } from '../src/shared/writing.ts';
import { loadLexicon } from '../src/core/story/lexicon/lexicon.ts';
import { readIdea } from '../src/core/writer/idea/read-idea.ts';
import { chooseShapes } from '../src/core/writer/tell/choose-shape.ts';
import { faultsOf } from '../src/core/writer/tell/faults.ts';
import { tell } from '../src/core/writer/tell/tell.ts';
import type { StoryShape } from '../src/core/writer/types.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    words: { type: 'string', default: '250' },
    age: { type: 'string', default: '6-8' },
    tone: { type: 'string', default: 'gentle' },
    bedtime: { type: 'boolean', default: false },
    outline: { type: 'boolean', default: false },
  },
});
const [shapeId = 'auto', text = ''] = positionals;
const { outline: withOutline, seed, words, ...wanted } = values;
const request = writeRequestSchema.parse({ ...wanted, idea: text, seed: Number(seed), words: Number(words) });
const idea = readIdea(text, loadLexicon(new URL('../resources/lexicon.json', import.meta.url).pathname));

/** Straight from the folder, so that a shape can be tried before it is in the index. */
async function allShapes(): Promise<StoryShape[]> {
  const folder = new URL('../src/core/writer/shapes/', import.meta.url);
  const shapes: StoryShape[] = [];
  for (const name of readdirSync(folder).filter(
    (file) => !['index.ts', 'say.ts'].includes(file) && file.endsWith('.ts'),
  )) {
    const module = (await import(new URL(name, folder).href)) as Record<string, StoryShape>;
    shapes.push(...Object.values(module).filter((value) => typeof value === 'object' && 'beats' in value));
  }
  return shapes;
}

const shapes = await allShapes();
const shape =
  shapeId === 'auto' ? chooseShapes(shapes, idea, request.seed)[0] : shapes.find((one) => one.id === shapeId);
if (!shape) throw new Error(`No shape ${shapeId}: ${shapes.map((one) => one.id).join(', ')}`);
console.error(shapes.map((one) => `${one.id} ${one.fits(idea).toFixed(2)}`).join(', '));
const story = tell({ request, idea, shape });
for (const fault of faultsOf(shape, story.tale)) console.error(`! ${fault}`);
if (story.added.length > 0) console.error(`! the shape does not tell event ${story.added.join(', ')} of this idea`);
console.log(`# ${story.title}  (${shape.id}, ${String(story.words)} words)\n`);
if (withOutline)
  console.log(
    story.outline.beats
      .map((beat) => `- ${beat.title} [${beat.who.join(', ')}; ${beat.where}] ${beat.what} (${beat.why})`)
      .join('\n'),
  );
for (const scene of story.scenes) console.log(`## ${scene.title}\n\n${scene.text}\n`);
