import { storyMarkdown } from '../../src/shared/story-markdown.ts';
import { AGES, TONES, writeRequestSchema } from '../../src/shared/writing.ts';
import type { Lexicon } from '../../src/core/story/lexicon/lexicon.ts';
import { writeOwnStory } from '../../src/core/writer/write-story.ts';

export interface BriefStory {
  /** In docs/stories. */
  readonly file: string;
  readonly text: string;
  readonly broken: readonly string[];
}

/** Every brief with two seeds; age, tone and length change from one to the next, so that all are read. */
export function briefStories(briefs: readonly string[], lexicon: Lexicon): BriefStory[] {
  return briefs.flatMap((idea, index) =>
    [1, 2].map((seed) => {
      const at = index * 2 + seed;
      const request = writeRequestSchema.parse({
        idea,
        seed,
        age: AGES[(at + 1) % AGES.length],
        tone: TONES[at % TONES.length],
        words: [200, 250, 300][at % 3],
      });
      const story = writeOwnStory(request, lexicon);
      const { age, tone, words } = request;
      const asked = `> ${idea}\n>\n> Seed ${String(seed)}, age ${age}, ${tone}, ${String(words)} words; ${story.outline.shape ?? ''}, ${String(story.words)} words.`;
      const [title, ...rest] = storyMarkdown(story).split('\n\n');
      return {
        file: `${String(index + 1).padStart(2, '0')}-${String(seed)}.md`,
        text: [title, asked, ...rest].join('\n\n'),
        broken: story.broken.map(({ kind, message }) => `${kind}: ${message}`),
      };
    }),
  );
}
