import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../src/core/project/edit/apply-edit.ts';
import { checkDocument } from '../../../src/core/project/document.ts';
import { inversePatch, patchBetween } from '../../../src/core/project/history/patch.ts';
import { applyPatch } from '../../../src/core/project/history/apply-patch.ts';
import { fromStory } from '../../../src/core/project/from-story.ts';
import { part, type StoryDocument } from '../../../src/core/story/document.ts';
import type { Edit, ProjectDocument } from '../../../src/shared/project.ts';
import { toldWords } from '../../../src/shared/recording.ts';

const asset = `${'a'.repeat(64)}.mka`;
const file = { asset, name: 'my tale.wav', seconds: 30, language: 'en' };

let ids = 0;
const newId = (): string => `id${String((ids += 1))}`;

/** Two scenes: the first is told, a word a second; the second is read by the narrator. */
function document(): ProjectDocument {
  const text = 'Sam wint home. It rained.';
  const words = text.split(' ').map((word, index) => ({ text: word, start: index, end: index + 0.5 }));
  const story: StoryDocument = {
    ...{ title: 'A tale', language: 'en', pronunciations: {}, notices: [] },
    parts: [
      { ...part([text]), whole: true },
      { ...part(['The sun came.']), whole: true },
    ],
  };
  const plain = fromStory(story, { voice: 'af_heart' }, newId);
  const heard = { file, text, told: [{ asset, from: 0, to: 5, words }] };
  return edited(plain, { type: 'add-recording', sceneId: plain.scenes[0]!.id, heard });
}

/** Also checks that it can be undone, and that the document holds together. */
function edited(before: ProjectDocument, edit: Edit): ProjectDocument {
  const after = applyEdit(before, edit, newId);
  const patch = patchBetween(before, after);
  if (patch) expect(applyPatch(after, inversePatch(patch))).toEqual(before);
  return checkDocument(JSON.parse(JSON.stringify(after)), 'test');
}

const texts = ({ scenes }: ProjectDocument): string[] => scenes.map(({ text }) => text);

describe('edits of a told scene', () => {
  it('would catch a corrected word that loses its time, or a correction that cannot be undone', () => {
    const before = document();
    const [scene] = before.scenes;
    const after = edited(before, { type: 'correct-word', sceneId: scene!.id, word: 1, text: 'went' });
    expect(after.scenes[0]!.text).toBe('Sam went home. It rained.');
    expect(toldWords(after.scenes[0]!)[1]).toEqual({ text: 'went', start: 1, end: 1.5 });
    const two = edited(after, { type: 'correct-word', sceneId: scene!.id, word: 2, text: 'quickly home.' });
    expect(
      toldWords(two.scenes[0]!)
        .slice(2, 4)
        .map(({ text }) => text),
    ).toEqual(['quickly', 'home.']);
    expect(toldWords(two.scenes[0]!)[4]).toEqual({ text: 'It', start: 3, end: 3.5 });
    const gone = edited(two, { type: 'correct-word', sceneId: scene!.id, word: 0, text: '' });
    expect(gone.scenes[0]!.text).toBe('went quickly home. It rained.');
    expect(() => edited(gone, { type: 'correct-word', sceneId: scene!.id, word: 99, text: 'x' })).toThrow(
      /not in the scene/,
    );
  });

  it('would catch words that part from their sound where scenes are split, moved and merged', () => {
    const before = document();
    const [scene] = before.scenes;
    const split = edited(before, { type: 'split-scene', sceneId: scene!.id, at: 14 });
    expect(texts(split)).toEqual(['Sam wint home.', 'It rained.', 'The sun came.']);
    const [first, second] = split.scenes;
    expect(first!.told![0]!.to).toBe(second!.told![0]!.from);
    const moved = edited(split, { type: 'move-scenes', sceneIds: [second!.id], before: first!.id });
    const merged = edited(moved, { type: 'merge-scene', sceneId: second!.id });
    expect(merged.scenes[0]!.text).toBe('It rained.\n\nSam wint home.');
    expect(toldWords(merged.scenes[0]!).map(({ start }) => start)).toEqual([3, 4, 0, 1, 2]);
    // A cut through a word leaves both halves their part of its time.
    const torn = edited(before, { type: 'split-scene', sceneId: scene!.id, at: 6 });
    expect(torn.scenes.map((one) => toldWords(one).length)).toEqual([2, 4, 0]);
  });

  it('would catch a merge that loses the sound of a scene, or has none for a part of one', () => {
    const before = document();
    expect(() => edited(before, { type: 'merge-scene', sceneId: before.scenes[0]!.id })).toThrow(/told in a recording/);
    const emptied = edited(before, { type: 'set-scene', sceneId: before.scenes[1]!.id, set: { text: '' } });
    expect(edited(emptied, { type: 'merge-scene', sceneId: before.scenes[0]!.id }).scenes[0]!.told).toEqual(
      before.scenes[0]!.told,
    );
  });

  it('would catch a text that is typed, replaced or emptied and no longer goes with its recording', () => {
    const before = document();
    const { id } = before.scenes[0]!;
    const typed = edited(before, { type: 'set-scene', sceneId: id, set: { text: 'Sam went to his home. It rained.' } });
    expect(toldWords(typed.scenes[0]!).at(-1)).toEqual({ text: 'rained.', start: 4, end: 4.5 });
    const replaced = edited(typed, {
      ...{ type: 'replace-text', find: 'rained', replacement: 'was raining', matchCase: false, wholeWords: true },
    });
    expect(toldWords(replaced.scenes[0]!)).toHaveLength(8);
    const empty = edited(replaced, { type: 'set-scene', sceneId: id, set: { text: '' } });
    expect(toldWords(empty.scenes[0]!)).toEqual([]);
    expect(
      toldWords(edited(empty, { type: 'set-scene', sceneId: id, set: { text: 'He went.' } }).scenes[0]!),
    ).toHaveLength(2);
  });

  it('would catch a choice of voice or cleaning that is not kept, and one for a project without a recording', () => {
    const before = document();
    expect(before.recording).toEqual({ voice: 'own', clean: false, longestPause: null, files: [file] });
    const after = edited(before, { type: 'set-recording', set: { voice: 'narrated', longestPause: 0.8 } });
    expect(after.recording).toMatchObject({ voice: 'narrated', clean: false, longestPause: 0.8 });
    expect(applyEdit(after, { type: 'set-recording', set: { clean: false } }, newId)).toBe(after);
    const removed = edited(after, { type: 'remove-recording', sceneId: before.scenes[0]!.id });
    expect(removed.scenes[0]!.told).toBeUndefined();
    expect(() => edited({ ...removed, recording: undefined }, { type: 'set-recording', set: { clean: true } })).toThrow(
      /no recording/,
    );
  });

  it('would catch a damaged document that is taken for whole', () => {
    const good = document();
    const [scene, other] = good.scenes;
    const broken = (told: unknown): unknown => ({ ...good, scenes: [{ ...scene, told }, other] });
    const [stretch] = scene!.told!;
    expect(() => checkDocument(broken([{ ...stretch, asset: `${'b'.repeat(64)}.mka` }]), 'x')).toThrow(/not there/);
    expect(() => checkDocument(broken([{ ...stretch, to: 2 }]), 'x')).toThrow(/after the end/);
    expect(() => checkDocument(broken([{ ...stretch, words: stretch!.words.slice(1) }]), 'x')).toThrow(/other words/);
    expect(() => checkDocument({ ...good, recording: undefined }, 'x')).toThrow(/not there/);
  });
});
