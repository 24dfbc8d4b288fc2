import { describe, expect, it } from 'vitest';
import { foretell } from '../../../../src/renderer/features/editor/state/foretell.ts';
import { withCast } from '../../../../src/renderer/features/editor/scene/with-cast.ts';
import { projectDocumentSchema, type Edit, type ProjectDocument } from '../../../../src/shared/project.ts';

const document: ProjectDocument = projectDocumentSchema.parse({
  storyloom: 2,
  title: 'Film',
  style: 'paper',
  voice: 'af_heart',
  speed: 1,
  motion: 'gentle',
  output: {},
  pronunciations: {},
  characterVoices: {},
  scenes: ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    text: `Scene ${id}.`,
    takes: [{ kind: 'drawn', id: 't', seed: 1 }],
    take: 't',
  })),
});

const order = (edit: Edit): string =>
  foretell(document, edit)
    .scenes.map((scene) => scene.id)
    .join('');

describe('what the page shows before the studio answers', () => {
  it('would catch scenes that land beside where they were dropped', () => {
    expect(order({ type: 'move-scenes', sceneIds: ['a'], before: 'c' })).toBe('bacd');
    expect(order({ type: 'move-scenes', sceneIds: ['d', 'b'], before: 'a' })).toBe('bdac');
    expect(order({ type: 'move-scenes', sceneIds: ['a', 'b'], before: null })).toBe('cdab');
    expect(order({ type: 'move-scenes', sceneIds: ['b', 'c'], before: 'b' })).toBe('abcd');
  });

  it('would catch a scene that other parts draw again although it is the same', () => {
    const after = foretell(document, { type: 'set-scene', sceneId: 'b', set: { text: 'New.' } });
    expect(after.scenes[0]).toBe(document.scenes[0]);
    expect(after.scenes[1]?.text).toBe('New.');
  });

  it('would catch a setting that is not given back to the text', () => {
    const set = foretell(document, { type: 'set-scene', sceneId: 'b', set: { setting: 'forest' } });
    const back = foretell(set, { type: 'set-scene', sceneId: 'b', set: { setting: null } });
    expect(back.scenes[1]).toEqual(document.scenes[1]);
  });

  it('would catch a storyboard without scenes', () => {
    expect(order({ type: 'delete-scenes', sceneIds: ['a', 'b', 'c', 'd'] })).toBe('abcd');
    expect(order({ type: 'delete-scenes', sceneIds: ['b', 'c'] })).toBe('ad');
  });
});

describe('who is in the picture', () => {
  it('would catch wishes written down where the text says it already', () => {
    expect(withCast({ hidden: ['fox'] }, 'fox', true, ['owl'])).toEqual({ shown: null, hidden: null });
    expect(withCast({ shown: ['owl'] }, 'owl', false, ['owl', 'fox'])).toEqual({ shown: null, hidden: null });
    expect(withCast({}, 'fox', false, ['fox'])).toEqual({ shown: null, hidden: ['fox'] });
    expect(withCast({}, 'bear', true, ['fox'])).toEqual({ shown: ['bear'], hidden: null });
  });
});
