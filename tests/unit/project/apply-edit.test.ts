import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../src/core/project/edit/apply-edit.ts';
import { labelEdit } from '../../../src/core/project/edit/label-edit.ts';
import {
  editSchema,
  MOST_SCENES,
  type Edit,
  type ProjectDocument,
  type ProjectScene,
} from '../../../src/shared/project.ts';
import { editLabelSchema } from '../../../src/shared/views.ts';
import { aDocument, aScene } from './documents.ts';

const THREE = aDocument([aScene('a', 'One. Two.'), aScene('b', 'Three.'), aScene('c', 'Four.')]);

function edit(document: ProjectDocument, ...edits: readonly Edit[]): ProjectDocument {
  let count = 0;
  return edits.reduce((one, next) => applyEdit(one, next, () => `new${String(++count)}`), document);
}

const texts = ({ scenes }: ProjectDocument): string[] => scenes.map(({ text }) => text);
const ids = ({ scenes }: ProjectDocument): string => scenes.map(({ id }) => id).join(' ');
const one = (scene: Partial<ProjectScene>): ProjectDocument => aDocument([{ ...aScene('a', 'One. Two.'), ...scene }]);
const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ name: 'StudioError', code, message: expect.stringMatching(message) });

describe('splitting a scene', () => {
  const split = (text: string, at: number): string[] =>
    texts(edit(one({ text }), { type: 'split-scene', sceneId: 'a', at }));

  it('would catch a lost word, or white space left at the cut', () => {
    expect(split('One. Two.', 4)).toEqual(['One.', 'Two.']);
    expect(split('One. Two.', 5)).toEqual(['One.', 'Two.']);
    expect(split('One.\n\nTwo.', 5)).toEqual(['One.', 'Two.']);
    expect(split('One.  \n Two. ', 6)).toEqual(['One.', 'Two. ']);
    expect(split('Lighthouse', 5)).toEqual(['Light', 'house']);
  });

  it('would catch an emoji or an accented letter torn apart', () => {
    expect(split('Hi 👩‍👧 yes', 5)).toEqual(['Hi', '👩‍👧 yes']);
    expect(split('cafe\u0301s', 4)).toEqual(['caf', 'e\u0301s']);
  });

  it.each([0, 1, 9, 12, 1e9])('would catch an empty scene made by a cut at %i', (at) => {
    expect(() => split(' One. Two.  ', at === 9 ? 10 : at)).toThrow(refusal('option', /no text (?:before|after)/));
  });

  it('would catch settings that only one half keeps, and a title or a pause told twice', () => {
    const scene: Partial<ProjectScene> = {
      title: 'Dawn',
      time: 'dawn',
      voice: 'am_adam',
      pauseAfter: 2,
      hidden: ['nib'],
    };
    const { scenes } = edit(one(scene), { type: 'split-scene', sceneId: 'a', at: 4 });
    const shared = { time: 'dawn', voice: 'am_adam', hidden: ['nib'] };
    const { takes, take } = aScene('a', '');
    expect(scenes[0]).toEqual({ id: 'a', text: 'One.', title: 'Dawn', ...shared, takes, take });
    const drawn = { takes: [{ kind: 'drawn', id: 'new2', seed: 1 }], take: 'new2' };
    expect(scenes[1]).toEqual({ id: 'new1', text: 'Two.', ...shared, pauseAfter: 2, ...drawn });
  });
});

describe('merging scenes', () => {
  it('would catch words run together, a title lost, or the second’s settings winning', () => {
    const document = aDocument([
      { ...aScene('a', 'One.  '), style: 'paper', pauseAfter: 1 },
      { ...aScene('b', '\n Two.'), title: 'Night', style: 'pastel', mood: 'sad', pauseAfter: 3 },
    ]);
    const merged = edit(document, { type: 'merge-scene', sceneId: 'a' });
    expect(merged.scenes).toEqual([{ ...aScene('a', 'One.\n\nNight\n\nTwo.'), style: 'paper', pauseAfter: 3 }]);
    const empty = aDocument([{ ...aScene('a', ''), pauseAfter: 1 }, aScene('b', 'Two.')]);
    expect(edit(empty, { type: 'merge-scene', sceneId: 'a' }).scenes).toEqual([aScene('a', 'Two.')]);
  });

  it('would catch a merge with nothing, or one that makes a scene too long', () => {
    expect(() => edit(THREE, { type: 'merge-scene', sceneId: 'c' })).toThrow(refusal('option', /no scene after/));
    const long = aDocument([aScene('a', 'a'.repeat(12_000)), aScene('b', 'b'.repeat(12_000))]);
    expect(() => edit(long, { type: 'merge-scene', sceneId: 'a' })).toThrow(refusal('option', /24,002 characters/));
  });
});

describe('arranging scenes', () => {
  const move = (sceneIds: string[], before: string | null): string =>
    ids(edit(THREE, { type: 'move-scenes', sceneIds, before }));

  it('would catch scenes that land elsewhere, are doubled, or change their order among themselves', () => {
    expect(move(['c'], 'a')).toBe('c a b');
    expect(move(['a'], null)).toBe('b c a');
    expect(move(['c', 'a'], null)).toBe('b a c');
    expect(move(['a', 'a'], 'c')).toBe('b a c');
    expect(move(['a', 'b'], 'b')).toBe('a b c');
    expect(move(['b', 'c'], 'b')).toBe('a b c');
    expect(edit(THREE, { type: 'move-scenes', sceneIds: ['b'], before: 'c' })).toBe(THREE);
  });

  it('would catch a new scene in the wrong place, or without a picture', () => {
    expect(ids(edit(THREE, { type: 'add-scene', before: 'b', text: '' }))).toBe('a new1 b c');
    const added = edit(THREE, { type: 'add-scene', before: null, text: 'Five.' }).scenes[3];
    expect(added).toEqual({ id: 'new1', text: 'Five.', takes: [{ kind: 'drawn', id: 'new2', seed: 1 }], take: 'new2' });
    const full = aDocument(Array.from({ length: MOST_SCENES }, (_, index) => aScene(String(index), 'x')));
    expect(() => edit(full, { type: 'add-scene', before: null, text: '' })).toThrow(refusal('option', /10,000 scenes/));
  });

  it('would catch a project without scenes', () => {
    expect(ids(edit(THREE, { type: 'delete-scenes', sceneIds: ['c', 'a'] }))).toBe('b');
    const all: Edit = { type: 'delete-scenes', sceneIds: ['c', 'a', 'b'] };
    expect(() => edit(THREE, all)).toThrow(refusal('option', /at least one scene/));
  });

  const UNKNOWN: readonly Edit[] = [
    { type: 'set-scene', sceneId: 'x', set: {} },
    { type: 'split-scene', sceneId: 'x', at: 1 },
    { type: 'merge-scene', sceneId: 'x' },
    { type: 'move-scenes', sceneIds: ['a', 'x'], before: null },
    { type: 'move-scenes', sceneIds: ['a'], before: 'x' },
    { type: 'add-scene', before: 'x', text: '' },
    { type: 'delete-scenes', sceneIds: ['x'] },
    { type: 'replace-text', find: 'o', replacement: '', matchCase: true, wholeWords: false, sceneIds: ['x'] },
    { type: 'add-take', sceneId: 'x' },
    { type: 'choose-take', sceneId: 'a', takeId: 'x' },
    { type: 'remove-take', sceneId: 'a', takeId: 'x' },
    { type: 'fit-own-picture', sceneId: 'a', takeId: 'x', fit: 'crop' },
  ];
  it.each(UNKNOWN)('would catch $type of what is gone done to something else, or called a bug', (unknown) => {
    expect(() => edit(THREE, unknown)).toThrow(refusal('not-found', /any more/));
  });
});

describe('setting', () => {
  it('would catch a setting that null does not give back, or a null that is kept', () => {
    const set = edit(THREE, { type: 'set-scene', sceneId: 'b', set: { mood: 'sad', title: 'Storm', speed: 0.8 } });
    expect(set.scenes[1]).toEqual({ ...THREE.scenes[1], mood: 'sad', title: 'Storm', speed: 0.8 });
    const back: Edit = { type: 'set-scene', sceneId: 'b', set: { mood: null, title: null, speed: null, style: null } };
    expect(edit(set, back).scenes[1]).toEqual(THREE.scenes[1]);
  });

  it('would catch an edit that changes nothing and yet makes a step of undo', () => {
    const set: Edit = { type: 'set-scene', sceneId: 'b', set: { text: 'Three.', mood: null, shown: [] } };
    expect(edit(THREE, set)).toBe(THREE);
    expect(edit(THREE, { type: 'set-all-scenes', set: { style: null } })).toBe(THREE);
    expect(edit(THREE, { type: 'set-project', set: { title: THREE.title, output: { ...THREE.output } } })).toBe(THREE);
    expect(edit(THREE, { type: 'set-pronunciation', word: 'x', spoken: null })).toBe(THREE);
    expect(edit(THREE, { type: 'choose-take', sceneId: 'a', takeId: 'a-1' })).toBe(THREE);
  });

  it('would catch one who is shown and hidden at once', () => {
    const hide: Edit = { type: 'set-scene', sceneId: 'a', set: { hidden: ['nib', 'pearl'] } };
    const show: Edit = { type: 'set-scene', sceneId: 'a', set: { shown: ['nib'] } };
    expect(edit(THREE, hide, show).scenes[0]).toMatchObject({ shown: ['nib'], hidden: ['pearl'] });
    const again = edit(THREE, hide, show, hide).scenes[0]!;
    expect([again.shown, again.hidden]).toEqual([undefined, ['nib', 'pearl']]);
  });

  it('would catch a style for all that misses a scene, and unset fields that overwrite', () => {
    const all = edit(THREE, { type: 'set-all-scenes', set: { style: 'paper', mood: undefined } });
    expect(all.scenes.map(({ style, mood }) => [style, mood])).toEqual(Array(3).fill(['paper', undefined]));
    const project = edit(THREE, { type: 'set-project', set: { speed: 1.2, title: undefined } });
    expect(project).toEqual({ ...THREE, speed: 1.2 });
  });

  it('would catch a pronunciation that depends on case, cannot be forgotten, or breaks on odd words', () => {
    const said = edit(
      THREE,
      { type: 'set-pronunciation', word: 'Nib', spoken: 'nibb' },
      { type: 'set-pronunciation', word: 'constructor', spoken: 'builder' },
    );
    expect(Object.entries(said.pronunciations)).toEqual([
      ['nib', 'nibb'],
      ['constructor', 'builder'],
    ]);
    const forgotten = edit(said, { type: 'set-pronunciation', word: 'NIB', spoken: null });
    expect(Object.keys(forgotten.pronunciations)).toEqual(['constructor']);
    for (const word of ['old Nib', '__proto__']) {
      const odd: Edit = { type: 'set-pronunciation', word, spoken: 'x' };
      expect(() => edit(THREE, odd)).toThrow(refusal('option', /not one word/));
    }
    const voiced = edit(THREE, { type: 'set-character-voice', castId: 'søren', voice: 'am_adam' });
    expect(voiced.characterVoices).toEqual({ søren: 'am_adam' });
    const unvoiced = edit(voiced, { type: 'set-character-voice', castId: 'søren', voice: null });
    expect(unvoiced.characterVoices).toEqual({});
  });
});

describe('replacing text', () => {
  const replace = (text: string, find: string, replacement: string, more: Partial<Edit> = {}): string[] => {
    const plain = { type: 'replace-text', find, replacement, matchCase: false, wholeWords: true } as const;
    return texts(edit(aDocument([aScene('a', text), aScene('b', text)]), { ...plain, ...more } as Edit));
  };

  it('would catch a word replaced inside another, a pattern taken for one, or scenes that were not asked for', () => {
    expect(replace('Nib ran. nibble Nib’s', 'nib', 'Otto')[0]).toBe('Otto ran. nibble Otto’s');
    expect(replace('Zoé zo', 'zo', '$&')[0]).toBe('Zoé $&');
    expect(replace('a.b axb', 'a.b', 'c', { sceneIds: ['b'] } as Partial<Edit>)).toEqual(['a.b axb', 'c axb']);
  });

  it('would catch a search without a find that seems to have worked, and a scene that grew too long', () => {
    expect(() => replace('One', 'two', 'x')).toThrow(refusal('not-found', /no "two"/));
    expect(() => replace('a '.repeat(9_000), 'a', 'bcd')).toThrow(refusal('option', /36,000 characters/));
  });
});

describe('pictures of a scene', () => {
  const asset = `${'a'.repeat(64)}.webp`;
  const own: Edit = { type: 'add-own-picture', sceneId: 'a', asset, name: 'me.jpg', fit: 'crop' };
  const seedsOf = (document: ProjectDocument) =>
    document.scenes[0]!.takes.map((take) => (take.kind === 'drawn' ? take.seed : take.fit));

  it('would catch a take that is the same drawing again, or is not chosen', () => {
    const more = edit(THREE, { type: 'add-take', sceneId: 'a' }, { type: 'add-take', sceneId: 'a' });
    expect(seedsOf(more)).toEqual([1, 2, 3]);
    expect(more.scenes[0]!.take).toBe('new2');
    const gap = edit(more, { type: 'remove-take', sceneId: 'a', takeId: 'new1' }, { type: 'add-take', sceneId: 'a' });
    expect(seedsOf(gap)).toEqual([1, 3, 4]);
  });

  it('would catch the removal of the last picture, or of the chosen one that leaves none chosen', () => {
    const more = edit(THREE, { type: 'add-take', sceneId: 'a' }, own);
    expect(more.scenes[0]!.take).toBe('new2');
    const fewer = edit(more, { type: 'remove-take', sceneId: 'a', takeId: 'new2' });
    expect(fewer.scenes[0]!.take).toBe('new1');
    const other = edit(more, { type: 'remove-take', sceneId: 'a', takeId: 'a-1' });
    expect(other.scenes[0]!.take).toBe('new2');
    const last: Edit = { type: 'remove-take', sceneId: 'a', takeId: 'a-1' };
    expect(() => edit(THREE, last)).toThrow(refusal('option', /only picture/));
  });

  it('would catch a fit that is given to a drawn picture, and pictures without end', () => {
    const fitted = edit(THREE, own, { type: 'fit-own-picture', sceneId: 'a', takeId: 'new1', fit: 'blur' });
    expect(seedsOf(fitted)).toEqual([1, 'blur']);
    const drawn: Edit = { type: 'fit-own-picture', sceneId: 'a', takeId: 'a-1', fit: 'blur' };
    expect(() => edit(THREE, drawn)).toThrow(refusal('option', /picture of your own/));
    const many: Edit[] = Array.from({ length: 50 }, () => ({ type: 'add-take', sceneId: 'a' }));
    expect(() => edit(THREE, ...many)).toThrow(refusal('option', /at most 50 pictures/));
  });
});

describe('labels', () => {
  it('would catch an undo that does not say what it takes back', () => {
    const label = (one: Edit) => labelEdit(one, THREE);
    expect(label({ type: 'split-scene', sceneId: 'c', at: 1 })).toEqual({ type: 'split-scene', scene: 3 });
    expect(label({ type: 'set-scene', sceneId: 'a', set: { pauseAfter: 1 } })).toEqual({
      type: 'set-scene',
      scene: 1,
      field: 'pauseAfter',
    });
    expect(label({ type: 'set-scene', sceneId: 'a', set: { shown: [], hidden: [] } })).toEqual({
      type: 'set-scene',
      scene: 1,
      field: 'cast',
    });
    expect(label({ type: 'set-all-scenes', set: { style: null, mood: 'sad' } })).toEqual({
      type: 'set-all-scenes',
      field: 'several',
    });
    const { output } = THREE;
    expect(label({ type: 'set-project', set: { output: { ...output, shape: '9:16' } } }).field).toBe('shape');
    expect(label({ type: 'set-project', set: { output: { ...output, shape: '9:16', fps: 24 } } }).field).toBe('output');
    expect(label({ type: 'set-project', set: { music: 'own', ownMusic: null } }).field).toBe('music');
    expect(label({ type: 'delete-scenes', sceneIds: ['a', 'b'] })).toEqual({ type: 'delete-scenes', scenes: 2 });
  });
});

describe('what an edit may set', () => {
  it('would catch a field of the project or a scene that undo has no word for, which would show its English name', () => {
    const [project, scene] = [editSchema.options[0], editSchema.options[1]];
    const fields = [...Object.keys(project.shape.set.shape), ...Object.keys(scene.shape.set.shape)];
    const nameless = fields.filter((field) => {
      const edit = { type: 'set-project', set: { [field]: 'x' } } as Edit;
      return !editLabelSchema.safeParse(labelEdit(edit, THREE)).success;
    });
    expect(nameless).toEqual([]);
  });
});
