import { describe, expect, it } from 'vitest';
import { storyContext } from '../../../src/core/recording/context.ts';
import { createPlanner } from '../../../src/core/render/plan.ts';
import { heardScene } from '../../../src/core/recording/heard-scene.ts';
import { heardStory, projectFileText, toProjectFile } from '../../../src/core/recording/heard-story.ts';
import { planRecording, transcriptWords } from '../../../src/core/recording/plan.ts';
import { problemOf } from '../../../src/core/recording/stretches.ts';
import { fromStory } from '../../../src/core/project/from-story.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import { toldWords, wordsOfText } from '../../../src/shared/recording.ts';
import { record } from '../../helpers/recorded.ts';

const asset = `${'a'.repeat(64)}.mka`;
const TALE =
  'Once there was an otter named Nib. [0.5] She lived by the cold sea with her mother. [1.6] One night a great storm came. [0.5] ' +
  'The lighthouse went dark, and no ship could find its way. [0.6] Nib took a lantern and swam out. [1.8] The next morning the sun rose. [0.5] ' +
  'All the ships were safe in the harbour, and the sailors sang for Nib. [0.5] She laughed.';

const text = (heard: string): string =>
  transcriptWords(record(heard).transcript)
    .map((word) => word.text)
    .join(' ');

describe('a transcript that is made readable', () => {
  it('would catch sentences without a capital or an end, and capitals that a seam left amid a sentence', () => {
    expect(text('nib swam. then she slept')).toBe('Nib swam. Then she slept.');
    expect(text('She ran And The dog barked, But i laughed.')).toBe('She ran and the dog barked, but I laughed.');
    expect(text('Mr. smith met dr. Who. he smiled')).toBe('Mr. smith met dr. Who. He smiled.');
  });

  it('would catch a transcript without any punctuation that stays one endless line', () => {
    const bare = text('nib swam out to the sea [0.9] the storm was loud [0.4] and wild [0.9] she came home at last');
    expect(bare).toBe('Nib swam out to the sea. The storm was loud, and wild. She came home at last.');
  });

  it('would catch remarks that nobody said, and lone marks that count as words', () => {
    expect(text('[Music] Nib laughed ♪ la la ♪ and (everybody claps) swam - home.')).toBe(
      'Nib laughed and swam— home.',
    );
  });

  it('would catch one name in three spellings, and two people made one', () => {
    const tale =
      'Then Nib swam. So Nib slept. And Nibb ate. Later Knib woke and Tim met Tom and Tim. At last Tim and Tom met Nib.';
    expect(text(tale)).toBe(tale.replace('Nibb', 'Nib').replace('Knib', 'Nib'));
  });
});

describe('scenes of a recording', () => {
  it('would catch scenes that are too long or too short, that cut a word, or lose or double one', () => {
    const { transcript } = record(TALE);
    const { parts } = planRecording(transcript);
    expect(
      parts
        .flatMap(({ words }) => words)
        .map((word) => word.text)
        .join(' '),
    ).toBe(transcript.words.map((word) => word.text).join(' '));
    parts.forEach(({ from, to, words, text: own }, index) => {
      expect(problemOf({ asset, from, to, words: [...words] })).toBeUndefined();
      expect(wordsOfText(own)).toEqual(words.map((word) => word.text));
      expect(to - from).toBeGreaterThan(3.5);
      expect(to - from).toBeLessThan(15);
      // Each goes on where the one before ended, between two words.
      if (index > 0) expect(from).toBe(parts[index - 1]!.to);
    });
    expect(parts.length).toBeGreaterThanOrEqual(3);
    // Where the teller paused and the story goes on elsewhere, a new picture comes.
    expect(parts.map((part) => part.text)).toContainEqual(expect.stringMatching(/^The next morning/u));
  });

  it('would catch a long speech without a stop that becomes one scene', () => {
    const { transcript } = record('so we went on and on through the dark wood '.repeat(20).trim());
    for (const { from, to } of planRecording(transcript).parts) expect(to - from).toBeLessThanOrEqual(15);
  });

  it('would catch a silence of 40 s that is cut out or lands in the middle of a scene, and one that nobody is told of', () => {
    const { transcript } = record('Nib swam out to the sea. [40] Then she came home to her mother.');
    const { parts, notices } = planRecording(transcript);
    expect(parts).toHaveLength(2);
    expect(parts[1]!.words[0]!.start - parts[1]!.from).toBeLessThan(0.2);
    expect(parts[0]!.to).toBe(parts[1]!.from);
    expect(notices).toEqual([expect.stringMatching(/Nobody speaks for 40 s at 0:02/u)]);
  });

  it('would catch a recording of one word, or of none, that is no story or breaks', () => {
    const { parts } = planRecording(record('Hello.').transcript);
    expect(parts).toHaveLength(1);
    expect(() => planRecording({ ...record('Hello.').transcript, words: [] })).toThrow(/Nobody says a word/u);
    expect(() => planRecording(record('[Music] (applause)').transcript)).toThrow(/Nobody says a word/u);
  });
});

describe('what a recording is about', () => {
  it('would catch a story of a storm at sea that is about nothing, elsewhere, or about nobody', () => {
    const story = heardStory(record(TALE).transcript, { file: 'nib.wav' });
    const context = storyContext(createPlanner().story(story));
    expect(context).toMatchObject({ theme: 'courage', setting: 'sea', cast: [{ name: 'Nib', kind: 'otter' }] });
    expect(context.keywords).toEqual(expect.arrayContaining(['lantern']));
  });
});

describe('a recording as a project', () => {
  let count = 0;
  const newId = (): string => `id${String((count += 1))}`;
  const file = { asset, name: 'nib.wav', seconds: 30, language: 'en' };

  it('would catch a word or a time lost on the way through the project file that `listen` writes', () => {
    const story = heardStory(record(TALE).transcript, { file: 'nib.wav' });
    const json = projectFileText(toProjectFile(story));
    const read = readStory(Buffer.from(json), 'story.json');
    expect(read.title).toBe('Nib');
    expect(read.recording).toEqual({ file: 'nib.wav', language: 'en' });
    const [direct, again] = [story, read].map((one) => fromStory(one, { voice: 'af_heart', file }, newId));
    expect(again!.scenes.map(toldWords)).toEqual(direct!.scenes.map(toldWords));
    expect(again!.scenes.map((scene) => scene.text)).toEqual(direct!.scenes.map((scene) => scene.text));
    expect(direct!.recording).toEqual({ voice: 'own', clean: false, longestPause: null, files: [file] });
  });

  it('would catch a project file whose text was corrected by hand and lost its times, or with times that cannot be', () => {
    const written = toProjectFile(heardStory(record(TALE).transcript, { file: 'nib.wav' }));
    const corrected = projectFileText(written).replace('otter named Nib', 'sea otter named Nibs');
    const project = fromStory(readStory(Buffer.from(corrected), 'x.json'), { voice: 'af_heart', file }, newId);
    expect(toldWords(project.scenes[0]!).map((word) => word.text)).toEqual(wordsOfText(project.scenes[0]!.text));
    const [first] = written.scenes;
    const wrong = { ...written, scenes: [{ ...first!, told: { ...first!.told!, to: 0.6 } }] };
    expect(() =>
      fromStory(readStory(Buffer.from(JSON.stringify(wrong)), 'x.json'), { voice: 'af_heart', file }, newId),
    ).toThrow(/Scene 1 cannot be told so/u);
  });

  it('would catch a title that a program gave', () => {
    const title = (name: string): string => heardStory(record(TALE).transcript, { file: name }).title;
    expect(title('the otter and the storm.mp3')).toBe('The otter and the storm');
    for (const name of ['Recording (3).m4a', 'VID_20260101.mp4', 'audio.wav']) {
      expect(title(name)).toBe('Once there was an otter named…');
    }
  });

  it('would catch written words that give way to misheard ones where they were read aloud, or stay where they were not', () => {
    const { transcript } = record('Nip the otter swam to see.');
    const read = heardScene(transcript, file, 'Nib the otter swam to sea.');
    expect(read.text).toBe('Nib the otter swam to sea.');
    expect(read.told[0]!.words[0]).toEqual({ ...transcript.words[0], text: 'Nib' });
    expect(read.notices).toEqual([]);
    const other = heardScene(transcript, file, 'A quite different beginning of it all.');
    expect(other.text).toBe('Nip the otter swam to see.');
    expect(other.notices).toEqual([expect.stringMatching(/Something else was said/u)]);
  });
});
