import { describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { planStory } from '../../../src/core/story/plan-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import { speakersOf } from '../../../src/core/story/speech/speakers.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));

function plan(text: string) {
  return planStory(readStory(new TextEncoder().encode(text), 'talk.txt'), lexicon);
}

/** Whom the story is about, so that a snippet of talk has somebody to mean. */
const PEOPLE =
  'Nib the otter lived by the sea with a gull and an owl. The owl slept. The gull flew about. Peter was a boy and Mia was a girl. Peter ran. Mia laughed.';

/** Who says each quote of the snippet, after the people were told of; '-' for the narrator. */
function speakers(snippet: string): string[] {
  return plan(`${PEOPLE}\n\n${snippet}`).scenes.flatMap(({ text, quotes }) =>
    quotes.map(({ start, end, speaker }) => {
      expect(text.slice(start, end)).toMatch(/^["“‘'][^]*["”’']$/u);
      return speaker ?? '-';
    }),
  );
}

/** What a rule is for, the snippet, who speaks. */
const TABLE: readonly (readonly [string, string, readonly string[]])[] = [
  ['a tag in inverted order', '"Who is awake?" said the owl.', ['owl']],
  ['a tag in plain order', '"I am awake," Peter said.', ['peter']],
  ['a tag before the quote', 'The gull said, "The boats are coming home."', ['gull']],
  ['a tag before, with a colon', 'Mia asked: "Where is my kite?"', ['mia']],
  ['a verb other than say', '"A storm is coming!" exclaimed the gull.', ['gull']],
  ['an adverb after the tag', '"Be quiet," whispered Nib softly.', ['nib']],
  ['curly marks', '“I can see the lamp,” said Nib.', ['nib']],
  ['single marks', '‘I can see the lamp,’ said Nib.', ['nib']],
  ['a question tag in lower case', '"Is it you?" asked Mia.', ['mia']],
  ['speech that goes on after its tag', '"I think," said the owl, "that we should wait."', ['owl', 'owl']],
  ['a second sentence of the same speaker', '"Come in," said Mia. "The soup is hot."', ['mia', 'mia']],
  ['the tag after the second quote', '"Oh." "I did not know," said Peter.', ['peter', 'peter']],
  ['he', 'Peter stood at the door. "I am cold," he said.', ['peter']],
  ['she', 'Mia sat down by the fire. "I am tired," she said.', ['mia']],
  ['a doer before the quote', 'Nib looked up at the sky. "It will rain today."', ['nib']],
  ['a doer after the quote', '"It will rain today." Nib looked up at the sky.', ['nib']],
  ['two speakers', '"Where are you?" called Peter.\n\n"I am here," said Mia.', ['peter', 'mia']],
  [
    'turns that alternate',
    '"Where are you?" asked Peter.\n\n"I am here," said Mia.\n\n"I cannot see you."\n\n"Then open your eyes."',
    ['peter', 'mia', 'peter', 'mia'],
  ],
  ['the one who was spoken to', '"Can you swim?" Mia asked the owl.\n\n"No, I can only fly."', ['mia', 'owl']],
  ['spoken to with to', '"Wake up!" said Nib to the gull.\n\n"Let me sleep."', ['nib', 'gull']],
  [
    'he, when the other one has just spoken',
    '"Will you help me?" asked Mia.\n\n"I will," said Peter.\n\n"Thank you," she said.',
    ['mia', 'peter', 'mia'],
  ],
  ['two in one paragraph', '"Stop!" cried Mia. The gull answered, "I cannot stop."', ['mia', 'gull']],
  ['a name in marks', 'Peter read the word "Swan" on the boat.', []],
  ['a word that is only pointed at', 'Mia did not like the "soup" at all.', []],
  ['many at once', '"Hooray!" they all shouted.', ['-']],
  ['nobody', '"Help!" came a voice from far away.', ['-']],
  ['nobody to be known', '"Help!"', ['-']],
  ['a quote within a quote', '"The owl said \'no\' to me," said Nib.', ['nib']],
  [
    'no turn is taken after a stretch of telling',
    '"Hello," said Nib.\n\nThe night went by slowly.\n\n"Good morning."',
    ['nib', '-'],
  ],
];

describe('who speaks', () => {
  it.each(TABLE)('%s', (_, snippet, expected) => {
    expect(speakers(snippet)).toEqual(expected);
  });

  it('would catch a speech over several paragraphs that changes its speaker', () => {
    const story = `${PEOPLE}\n\n"The sea is old," said the owl. "It was here before us.\n\n"It will be here after us."`;
    const quotes = plan(story).scenes.flatMap((one) => one.quotes);
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['owl', 'owl', 'owl']);
  });

  it('would catch a speech that is lost at the end of a scene', () => {
    const story = `${PEOPLE}\n\n"Good morning, dear," said the owl.\n\n---\n\n"How well you look today!"`;
    const quotes = plan(story).scenes.flatMap((one) => one.quotes);
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['owl', 'owl']);
  });

  it('would catch a member of the cast without a word who is said to speak, or a speaker who is not', () => {
    const spoken = speakersOf(plan(`${PEOPLE}\n\n"Who is awake?" said the owl.\n\n"I am," said Nib.`));
    expect([...spoken].sort()).toEqual(['nib', 'owl']);
  });
});
