import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../../src/core/project/history/apply-patch.ts';
import { inversePatch, patchBetween } from '../../../src/core/project/history/patch.ts';
import { inverseSplice, spliceBetween, spliceList, spliceText } from '../../../src/core/project/history/splice.ts';
import { isStudioError } from '../../../src/shared/errors.ts';
import { projectDocumentSchema, type ProjectDocument } from '../../../src/shared/project.ts';
import { openLibrary, type LibraryLab } from '../../helpers/library-lab.ts';
import { aDocument, aScene } from './documents.ts';
import { wildEdit, type WildEdit } from './wild-edits.ts';

const STORY = 'Nib swam home. It was dark.\n\n***\n\nPearl sang to the moon. Nib slept.\n\n***\n\nThe sun came up.';

function begin(lab: LibraryLab): string {
  return lab.library.createFromText(STORY, 'Nib').projectId;
}

/** Makes each edit that can be made; each state that was come to, the first included. */
function makeAll(lab: LibraryLab, projectId: string, edits: readonly WildEdit[]): ProjectDocument[] {
  const states = [lab.library.read(projectId).document];
  for (const wild of edits) {
    const before = lab.library.read(projectId);
    try {
      const after = lab.library.edit(projectId, wild(before.document));
      if (after.revision > before.revision) states.push(after.document);
    } catch (error) {
      if (!isStudioError(error)) throw error;
      expect(lab.library.read(projectId)).toEqual(before);
    }
  }
  return states;
}

describe('undo and redo', () => {
  it('would catch any edit that undo does not take back whole, redo does not do again, or a restart forgets', async () => {
    const property = fc.asyncProperty(fc.array(wildEdit, { maxLength: 25 }), async (edits) => {
      const first = openLibrary();
      const id = begin(first);
      const states = makeAll(first, id, edits);
      for (const state of states) expect(projectDocumentSchema.parse(state)).toEqual(state);
      await first.close();
      const second = openLibrary({ folder: first.folder });
      for (const state of states.slice(0, -1).reverse()) expect(second.library.undo(id).document).toEqual(state);
      expect(() => second.library.undo(id)).toThrow(/nothing to undo/);
      await second.close();
      const third = openLibrary({ folder: first.folder });
      for (const state of states.slice(1)) expect(third.library.redo(id).document).toEqual(state);
      expect(() => third.library.redo(id)).toThrow(/nothing to redo/);
      expect(third.library.read(id).revision).toBe(1 + 3 * (states.length - 1));
      await third.close();
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it('would catch a redo that outlives a new edit, and labels that name the wrong step', () => {
    const { library } = openLibrary();
    const id = library.createFromText(STORY).projectId;
    const [a, b] = library.read(id).document.scenes;
    expect([library.read(id).undo, library.read(id).redo]).toEqual([undefined, undefined]);
    library.edit(id, { type: 'set-scene', sceneId: a!.id, set: { mood: 'sad' } });
    const two = library.edit(id, { type: 'merge-scene', sceneId: b!.id });
    const merged = { type: 'merge-scene', scene: 2 };
    expect([two.undo, two.redo]).toEqual([merged, undefined]);
    const undone = library.undo(id);
    expect([undone.undo, undone.redo]).toEqual([{ type: 'set-scene', scene: 1, field: 'mood' }, merged]);
    const other = library.edit(id, { type: 'add-take', sceneId: a!.id });
    expect([other.undo, other.redo]).toEqual([{ type: 'add-take', scene: 1 }, undefined]);
    expect(() => library.redo(id)).toThrow(/nothing to redo/);
  });

  it('would catch a thousand steps that cannot all be taken back, and a history without end', () => {
    const { library, store } = openLibrary();
    const id = library.createFromText(STORY).projectId;
    const sceneId = library.read(id).document.scenes[0]!.id;
    for (let pause = 1; pause <= 1_010; pause++) {
      library.edit(id, { type: 'set-scene', sceneId, set: { pauseAfter: pause / 1_000 } });
    }
    const kept = store.first(store.query.selectFrom('edits').select(({ fn }) => fn.countAll<number>().as('count')));
    expect(kept?.count).toBe(1_000);
    for (let step = 0; step < 1_000; step++) library.undo(id);
    expect(library.read(id).document.scenes[0]!.pauseAfter).toBe(0.01);
    expect(() => library.undo(id)).toThrow(/nothing to undo/);
  });
});

describe('a burst of edits', () => {
  const type = ({ library }: LibraryLab, id: string, text: string, burst?: string) =>
    library.edit(id, { type: 'set-scene', sceneId: library.read(id).document.scenes[0]!.id, set: { text } }, burst);

  it('would catch every letter that is typed as a step of its own, or pauses and other words that are not', () => {
    let now = 1_000_000;
    const lab = openLibrary({ clock: () => now });
    const id = begin(lab);
    const start = lab.library.read(id).document;
    for (const text of ['N', 'Ni', 'Nib']) {
      type(lab, id, text, 'typing-1');
      now += 1_500;
    }
    type(lab, id, 'Nib!', 'typing-2');
    now += 2_001;
    type(lab, id, 'Nib!!', 'typing-2');
    type(lab, id, 'Nib!!!');
    type(lab, id, 'Nib!!!!');
    const texts = Array.from({ length: 5 }, () => lab.library.undo(id).document.scenes[0]!.text);
    expect(texts).toEqual(['Nib!!!', 'Nib!!', 'Nib!', 'Nib', start.scenes[0]!.text]);
    expect(lab.library.read(id).document).toEqual(start);
    expect(lab.library.redo(id).document.scenes[0]!.text).toBe('Nib');
  });

  it('would catch a burst that comes back to where it began and leaves a step that does nothing', () => {
    const lab = openLibrary({ clock: () => 5 });
    const id = begin(lab);
    const { text } = lab.library.read(id).document.scenes[0]!;
    type(lab, id, `${text}x`, 'b');
    expect(type(lab, id, text, 'b').undo).toBeUndefined();
    type(lab, id, 'kept', 'c');
    lab.library.undo(id);
    const again = type(lab, id, 'other', 'c');
    expect([again.undo, again.redo]).toEqual([{ type: 'set-scene', scene: 1, field: 'text' }, undefined]);
    expect(lab.library.undo(id).document.scenes[0]!.text).toBe(text);
  });
});

describe('steps as patches', () => {
  it('would catch a splice that is no smallest one, or that does not lead back', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = JSON.parse(JSON.stringify(spliceBetween(before, after))) as ReturnType<
          typeof spliceBetween<string>
        >;
        expect(spliceText(before, splice)).toBe(after);
        expect(spliceText(after, inverseSplice(splice))).toBe(before);
        const list = spliceBetween<readonly string[]>([...before], [...after]);
        expect(spliceList([...before], list)).toEqual([...after]);
      }),
    );
    expect(spliceBetween('the fox', 'the red fox')).toEqual({ at: 4, out: '', in: 'red ' });
  });

  it('would catch whole documents, or whole texts, kept for a letter', () => {
    const long = aDocument(
      Array.from({ length: 300 }, (_, index) => aScene(`s${String(index)}`, 'Word. '.repeat(200))),
    );
    const typed = long.scenes.map((scene, index) => (index === 7 ? { ...scene, text: `${scene.text}x` } : scene));
    expect(JSON.stringify(patchBetween(long, { ...long, scenes: typed }))!.length).toBeLessThan(100);
    const moved = [...long.scenes.slice(0, 10), long.scenes[11]!, long.scenes[10]!, ...long.scenes.slice(12)];
    expect(JSON.stringify(patchBetween(long, { ...long, scenes: moved }))!.length).toBeLessThan(100);
    expect(patchBetween(long, structuredClone(long))).toBeUndefined();
  });

  it('would catch a step applied to a document that it does not belong to', () => {
    const before = aDocument([aScene('a', 'One.'), aScene('b', 'Two.')]);
    const after = { ...before, scenes: [{ ...before.scenes[0]!, text: 'One two.' }] };
    const patch = patchBetween(before, after)!;
    expect(applyPatch(applyPatch(before, patch), inversePatch(patch))).toEqual(before);
    const strange = aDocument([aScene('x', 'Else.'), aScene('y', 'Where.')]);
    for (const wrong of [patch, inversePatch(patch)]) {
      expect(() => applyPatch(strange, wrong)).toThrow(expect.objectContaining({ code: 'corrupt' }));
    }
  });
});
