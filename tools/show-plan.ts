/** Prints the plan of a story scene by scene, for reading critically: node tools/run.mjs tools/show-plan.ts STORY ... */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { explainScene } from '../src/core/story/explain.ts';
import { loadLexicon } from '../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../src/core/story/plan-story.ts';
import { readStory } from '../src/core/story/read/read-story.ts';

const lexicon = loadLexicon(new URL('../resources/lexicon.json', import.meta.url).pathname);
for (const path of process.argv.slice(2)) {
  const bytes = path.startsWith('=') ? Buffer.from(path.slice(1)) : readFileSync(path);
  const board = planStory(readStory(bytes, path.startsWith('=') ? 'text.txt' : basename(path)), lexicon);
  console.log(`\n=== ${board.title} (${board.language})${board.notices.map((notice) => `\n  ! ${notice}`).join('')}`);
  for (const { name, kind, drawing, traits, mark } of board.cast) {
    console.log(`  ${name}: ${kind} -> ${drawing} ${mark} [${traits.join(', ')}]`);
  }
  for (const scene of board.scenes) {
    const { setting, time, season, weather, mood, entities, undrawn } = scene.graph;
    console.log(`\n${scene.id} ${scene.title ?? ''}| ${scene.text.replaceAll('\n', ' / ')}`);
    console.log(
      `   ${setting}, ${time}, ${season}, ${weather}, ${mood}${undrawn.length > 0 ? `; not drawn: ${undrawn.join(', ')}` : ''}`,
    );
    for (const one of entities) {
      const relation = one.relation ? ` ${one.relation.kind} ${one.relation.target}` : '';
      console.log(
        `   ${one.weight.toFixed(2)} ${one.role} ${one.castId ?? one.word}${one.count > 1 ? ` x${String(one.count)}` : ''} -> ${one.drawing} ${one.action ?? ''}${relation} ${one.attributes.join(',')}`,
      );
    }
    console.log(`   = ${explainScene(scene, board.cast)}`);
  }
}
