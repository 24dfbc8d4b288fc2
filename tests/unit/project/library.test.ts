import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/core/paths.ts';
import { createJob } from '../../../src/core/store/jobs.ts';
import { upsertProject } from '../../../src/core/store/projects.ts';
import { projectDocumentSchema } from '../../../src/shared/project.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { startScript } from '../../helpers/build-process.ts';
import { openLibrary, type LibraryLab } from '../../helpers/library-lab.ts';
import { aDocument, aScene } from './documents.ts';

const failure = (code: string, message: RegExp) =>
  expect.objectContaining({ name: 'StudioError', code, message: expect.stringMatching(message) });
const textsOf = ({ library }: LibraryLab, id: string) => library.read(id).document.scenes.map(({ text }) => text);

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('a new project', () => {
  it('would catch words of the story that are lost on the way into a project', async () => {
    const lab = openLibrary();
    for (const name of ['lighthouse-otter.md', 'peter-rabbit.txt', 'snow-day.json']) {
      const path = join(projectRoot, 'examples', name);
      const before = readFileSync(path);
      const { projectId } = await lab.library.createFromFile(path, name);
      const { document } = lab.library.read(projectId);
      expect(projectDocumentSchema.parse(document)).toEqual(document);
      expect(document.scenes.length).toBeGreaterThan(2);
      expect(document.scenes.map(({ takes }) => takes.length)).toEqual(document.scenes.map(() => 1));
      expect(readFileSync(path)).toEqual(before);
    }
    const { projectId } = await lab.library.createSample();
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu);
    const sample = readFileSync(join(projectRoot, 'examples', 'lighthouse-otter.md'), 'utf8');
    const { title, scenes } = lab.library.read(projectId).document;
    expect(words([title, ...scenes.map(({ text }) => text)].join(' '))).toEqual(words(sample));
  });

  it('would catch pasted Markdown or JSON read aloud with its marks, and a text without a title called by nothing', () => {
    const lab = openLibrary();
    const made = (text: string, title?: string) => {
      const { document } = lab.library.read(lab.library.createFromText(text, title).projectId);
      return [document.title, document.scenes.map((scene) => [scene.title, scene.text])];
    };
    expect(made('# The Otter\n\nNib *swam*.')).toEqual(['The Otter', [[undefined, 'Nib swam.']]]);
    expect(made('Nib swam home through the dark, cold sea.')[0]).toBe('Nib swam home through the dark…');
    expect(made('Nib swam.', 'Mine')[0]).toBe('Mine');
    const json = { storyloom: 1, title: 'T', pronunciations: { Nib: 'nɪb' }, scenes: [{ text: 'Nib.', seed: 4 }] };
    expect(made(JSON.stringify(json))).toEqual(['T', [[undefined, 'Nib.']]]);
    const [first] = lab.library.list();
    const { document } = lab.library.read(first!.projectId);
    expect(document).toMatchObject({ pronunciations: { nib: 'nɪb' }, scenes: [{ takes: [{ seed: 4 }] }] });
  });

  it('would catch a heading or a scene made by hand that is too long for a project and loses words', () => {
    const lab = openLibrary();
    const heading = `# ${'Once '.repeat(60)}`;
    const titled = lab.library.createFromText(`# T\n\n${heading}\n\nNib swam.`).projectId;
    expect(textsOf(lab, titled)).toEqual([`${'Once '.repeat(60).trim()}\n\nNib swam.`]);
    const text = 'Nib counted the gulls. '.repeat(1_000);
    const long = JSON.stringify({ storyloom: 1, title: 'T', scenes: [{ text }] });
    const scenes = textsOf(lab, lab.library.createFromText(long).projectId);
    expect(Math.max(...scenes.map(({ length }) => length))).toBeLessThan(20_000);
    expect(scenes.join(' ')).toBe(text.trim());
  });

  it('would catch a story file, however odd, that becomes a project which cannot be shown', () => {
    const lab = openLibrary();
    const word = fc.constantFrom('', ' ', 'Nib', 'x'.repeat(300), 'Nib swam.\n\nHe slept.', '__proto__');
    const scene = fc.record({ text: word, title: word, voice: word, seed: fc.nat() }, { requiredKeys: ['text'] });
    const story = fc.record(
      {
        title: word,
        pronunciations: fc.dictionary(word, word, { maxKeys: 2 }),
        scenes: fc.array(scene, { maxLength: 4 }),
      },
      { requiredKeys: ['title', 'scenes'] },
    );
    const property = fc.property(story, (odd) => {
      try {
        const { projectId } = lab.library.createFromText(JSON.stringify({ storyloom: 1, ...odd }));
        const { document } = lab.library.read(projectId);
        expect(projectDocumentSchema.parse(document)).toEqual(document);
      } catch (error) {
        expect(error).toMatchObject({ name: 'StudioError', code: 'input' });
      }
    });
    fc.assert(property, { numRuns: 150 });
    // Some were whole, or nothing was shown.
    expect(lab.library.list().length).toBeGreaterThan(0);
  });

  it('would catch a file without a story that becomes an empty project', async () => {
    const lab = openLibrary();
    const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['empty.txt', '', /no text/],
      ['blank.md', ' \n\n', /no text/],
      ['photo.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /PNG picture/],
      ['wrong.json', '{"storyloom": 1, "title": "T"}', /line 1.*scenes/],
      ['cut.json', '{"storyloom": 2, "title', /not valid JSON/],
      ['newer.json', '{"storyloom": 3}', /newer Storyloom/],
      ['half.json', '{"storyloom": 2, "title": "T"}', /not a whole project/],
    ];
    for (const [name, content, message] of bad) {
      await expect(lab.library.createFromFile(file(name, content), name)).rejects.toThrow(failure('input', message));
    }
    expect(() => lab.library.createFromText(' \n')).toThrow(failure('input', /no text/));
    const many = JSON.stringify({ storyloom: 1, title: 'T', scenes: [{ text: 'A. '.repeat(8_000) }] });
    expect(textsOf(lab, lab.library.createFromText(many).projectId).length).toBeGreaterThan(1);
    expect(lab.library.list()).toHaveLength(1);
  });

  it('would catch a project.json by itself that is not opened, or opened without its pictures', async () => {
    const lab = openLibrary();
    const document = aDocument([aScene('a', 'Nib.'), aScene('b', '')]);
    const path = file('p.json', JSON.stringify(document));
    expect(lab.library.read((await lab.library.createFromFile(path, 'p.json')).projectId).document).toEqual(document);
    const take = { kind: 'own', id: 'o', asset: `${'a'.repeat(64)}.webp`, name: 'me.png', fit: 'crop' } as const;
    const pictured = { ...document, scenes: [{ ...document.scenes[0]!, takes: [take], take: 'o' }] };
    const other = lab.library.createFromFile(file('p.json', JSON.stringify(pictured)), 'p.json');
    await expect(other).rejects.toThrow(failure('input', /without the pictures/));
    const twice = aDocument([aScene('a', 'Nib.'), aScene('a', 'Nob.')]);
    const same = lab.library.createFromFile(file('p.json', JSON.stringify(twice)), 'p.json');
    await expect(same).rejects.toThrow(failure('input', /same id/));
  });
});

describe('the list of projects', () => {
  it('would catch wrong figures, an order that is not that of use, or a story file of the command line in it', () => {
    let now = 100;
    const lab = openLibrary({ clock: () => now++ });
    upsertProject(lab.store, { path: '/story.md', title: 'Of the command line' });
    const a = lab.library.createFromText('Nib swam home.\n\n***\n\nHe slept.', 'A').projectId;
    const b = lab.library.createFromText('One two.', 'B').projectId;
    lab.library.open(a);
    expect(lab.library.list().map(({ projectId }) => projectId)).toEqual([a, b]);
    lab.library.rename(b, 'C');
    expect(lab.library.undo(b).document.title).toBe('B');
    lab.library.edit(a, { type: 'add-scene', before: null, text: 'And then, he woke.' });
    const [first] = lab.library.list();
    expect(first).toMatchObject({ title: 'A', scenes: 3, words: 9, cover: null });
    expect(first!.editedAt).toBeGreaterThan(first!.openedAt);
    expect(first!.openedAt).toBeGreaterThan(first!.createdAt);
  });

  it('would catch a window that is not told of a change, or told of one that changed nothing', () => {
    const { library, events } = openLibrary();
    const id = library.createFromText('Nib.').projectId;
    expect(events.splice(0)).toEqual([{ type: 'library' }]);
    library.edit(id, { type: 'set-project', set: { speed: 1 } });
    expect(events).toEqual([]);
    library.edit(id, { type: 'set-project', set: { speed: 1.1 } });
    library.undo(id);
    const told = [2, 3].flatMap((revision) => [{ type: 'project', projectId: id, revision }, { type: 'library' }]);
    expect(events.splice(0)).toEqual(told);
    library.remove(id);
    library.restore(id);
    expect(events).toEqual([{ type: 'library' }, { type: 'library' }]);
  });

  it('would catch a copy that shares something with its original', async () => {
    const lab = openLibrary();
    const id = lab.library.createFromText('Nib swam.', 'x'.repeat(200)).projectId;
    lab.library.edit(id, { type: 'set-project', set: { style: 'paper' } });
    const { projectId } = await lab.library.duplicate(id);
    expect(lab.library.read(projectId)).toMatchObject({ revision: 1, undo: undefined, document: { style: 'paper' } });
    expect(lab.library.read(projectId).document.title).toMatch(/^x{190} \(copy\)$/);
    lab.library.edit(projectId, { type: 'set-project', set: { style: 'pastel' } });
    lab.library.remove(projectId);
    expect(lab.library.read(id).document.style).toBe('paper');
  });

  it('would catch a deletion that cannot be taken back, that is not one, or that lasts for ever', async () => {
    let now = Date.now();
    const clock = () => now;
    const lab = openLibrary({ clock });
    const [kept, gone] = ['Nib.', 'Pearl.'].map((text) => lab.library.createFromText(text).projectId) as [
      string,
      string,
    ];
    createJob(lab.store, { kind: 'export', projectId: gone });
    for (const id of [kept, gone]) lab.library.remove(id);
    expect(lab.library.list()).toEqual([]);
    for (const use of ['read', 'remove', 'undo'] as const) {
      expect(() => lab.library[use](kept)).toThrow(failure('not-found', /was deleted/));
    }
    lab.library.restore(kept);
    expect(lab.library.list()).toHaveLength(1);
    await lab.close();
    expect(existsSync(join(lab.folder, 'projects', gone))).toBe(true);
    now += 30 * 24 * 3600e3 - 1;
    const month = openLibrary({ folder: lab.folder, clock });
    await month.close();
    expect(existsSync(join(lab.folder, 'projects', gone))).toBe(true);
    now += 2;
    const later = openLibrary({ folder: lab.folder, clock });
    await later.close();
    expect(readdirSync(join(lab.folder, 'projects'))).toEqual([kept]);
    const last = openLibrary({ folder: lab.folder, clock });
    expect(() => last.library.restore(gone)).toThrow(failure('not-found', /no such project/));
    expect(last.library.read(kept).document.scenes).toHaveLength(1);
  });

  it('would catch a cover of another scene than the first, or one that vanishes with the cache', async () => {
    const lab = openLibrary();
    const id = lab.library.createFromText('One.\n\n***\n\nTwo.').projectId;
    const [a, b] = lab.library.read(id).document.scenes.map((scene) => scene.id) as [string, string];
    const cover = () => lab.library.list()[0]!.cover;
    const thumbnail = file('t.webp', 'second');
    await lab.library.setCover(id, b, thumbnail);
    rmSync(thumbnail);
    expect(readFileSync(lab.library.assetPath(id, cover()!), 'utf8')).toBe('second');
    await lab.library.setCover(id, a, file('t.webp', 'first'));
    await lab.library.setCover(id, b, file('t.webp', 'second again'));
    expect(readFileSync(lab.library.assetPath(id, cover()!), 'utf8')).toBe('first');
    expect(readdirSync(lab.library.assetFolder(id))).toEqual([cover()]);
    const copy = await lab.library.duplicate(id);
    expect(readdirSync(lab.library.assetFolder(copy.projectId))).toEqual([cover()]);
  });
});

describe('projects and disasters', () => {
  it('would catch an edit that is lost, or half there, after kill -9', async () => {
    const lab = openLibrary();
    const id = lab.library.createFromText('Nib.').projectId;
    for (let round = 0; round < 3; round++) {
      const before = lab.library.read(id).document.scenes.length;
      const child = startScript('library-child.ts', lab.folder, id, 'Word', '0');
      let told = '0';
      while (Number(told) < 20 + round * 7) told = await child.line();
      child.kill();
      await child.ended;
      told = child.lines.at(-1)!;
      const state = lab.library.read(id);
      const made = state.document.scenes.length - before;
      expect([Number(told), Number(told) + 1]).toContain(made);
      expect(state.document.scenes.at(-1)!.text).toBe(`Word ${String(made)}`);
      expect(state.undo).toEqual({ type: 'add-scene' });
      expect(lab.library.undo(id).document.scenes).toHaveLength(before + made - 1);
      expect(lab.library.redo(id).document).toEqual(state.document);
    }
  });

  it('would catch two writers of whom one undoes what the other did', async () => {
    const lab = openLibrary();
    const id = lab.library.createFromText('Nib.').projectId;
    const children = ['A', 'B'].map((word) => startScript('library-child.ts', lab.folder, id, word, '40'));
    const own = Array.from({ length: 20 }, (_, index) => `C ${String(index + 1)}`);
    for (const text of own) {
      lab.library.edit(id, { type: 'add-scene', before: null, text });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await Promise.all(children.map(({ ended }) => ended));
    const texts = textsOf(lab, id);
    for (const word of ['A', 'B']) {
      const wanted = Array.from({ length: 40 }, (_, index) => `${word} ${String(index + 1)}`);
      expect(texts.filter((text) => text.startsWith(word))).toEqual(wanted);
    }
    expect(texts.filter((text) => text.startsWith('C'))).toEqual(own);
    expect(lab.library.read(id).revision).toBe(101);
    for (let step = 0; step < 100; step++) lab.library.undo(id);
    expect(textsOf(lab, id)).toEqual(['Nib.']);
  });

  it('would catch projects lost with a damaged database', async () => {
    const lab = openLibrary();
    const id = lab.library.createFromText('Nib swam.', 'Nib').projectId;
    const other = lab.library.createFromText('Pearl sang.', 'Pearl').projectId;
    lab.library.edit(id, { type: 'set-project', set: { style: 'paper' } });
    const { document } = lab.library.read(id);
    await lab.close();
    for (const name of readdirSync(lab.folder)) {
      if (name.startsWith('storyloom.sqlite')) rmSync(join(lab.folder, name));
    }
    writeFileSync(join(lab.folder, 'projects', other, 'project.json'), '{"storyloom": 2, "tit');
    mkdirSync(join(lab.folder, 'projects', '.half.part'));
    const again = openLibrary({ folder: lab.folder });
    expect(again.library.list()).toMatchObject([{ projectId: id, title: 'Nib' }]);
    expect(again.library.read(id).document).toEqual(document);
    expect(again.notices).toEqual([expect.stringMatching(/^A project was missing in the database/)]);
    expect(existsSync(join(lab.folder, 'projects', other, 'project.json'))).toBe(true);
    await again.close();
    expect(openLibrary({ folder: lab.folder }).notices).toEqual([]);
  });
});
