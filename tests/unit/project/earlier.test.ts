/** Projects that were stored before captions, cards, music and shapes came. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getDocument, insertDocument, writeDocument } from '../../../src/core/store/documents.ts';
import { putEdit } from '../../../src/core/store/edits.ts';
import { projectDocumentSchema } from '../../../src/shared/project.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { openLibrary, type LibraryLab } from '../../helpers/library-lab.ts';

/** Written by the commit 6d1c509, in its order of fields. */
const OUTPUT = { size: '720p', fps: 24, preset: 'ultrafast', crf: 23 };
const BEFORE = {
  storyloom: 2,
  title: 'Nib',
  style: 'paper',
  voice: 'af_heart',
  speed: 1,
  motion: 'gentle',
  output: OUTPUT,
  pronunciations: {},
  characterVoices: {},
  scenes: [{ id: 'a', text: 'Nib swam home.', takes: [{ kind: 'drawn', id: 't', seed: 1 }], take: 't' }],
};

/** What keeps its film as it was. */
const KEPT = {
  ...{ captions: 'none', motion: 'gentle', transition: 'cut', titleCard: false, closingCard: false },
  ...{ music: 'off', ambience: 'off', volumes: { narration: 1, music: 1, ambience: 1 }, loudness: 'off' },
  ownMusic: null,
  ...{ pictures: 'storybook', pictureModel: null, pictureSteps: null, pictureStrength: null, upscaler: null },
};
const KEPT_OUTPUT = {
  ...{ shape: '16:9', codec: 'h264', encoder: 'software', cover: false, softSubtitles: false, extras: [] },
};

function store({ store }: LibraryLab, document: object): string {
  const body = JSON.stringify(document);
  insertDocument(store, 'before', { title: 'Nib', scenes: 1, words: 3, body, revision: 1, lastEdit: 0 });
  return 'before';
}

describe('a project of before', () => {
  it('would catch a stored project whose film becomes another one, or which cannot be read, when fields are added', () => {
    const lab = openLibrary();
    const { document } = lab.library.read(store(lab, BEFORE));
    expect(document).toEqual({ ...BEFORE, ...KEPT, output: { ...OUTPUT, ...KEPT_OUTPUT } });
    expect(projectDocumentSchema.parse(document)).toEqual(document);
  });

  it('would catch undo and redo of steps of before that lose the later fields of the output', () => {
    const lab = openLibrary();
    const id = store(lab, BEFORE);
    const output = { ...OUTPUT, fps: 30 };
    const patch = { project: { output: [OUTPUT, output] } };
    const label = JSON.stringify({ type: 'set-project', fields: ['output'] });
    putEdit(lab.store, id, { number: 1, label, burst: null, madeAt: 1, patch: JSON.stringify(patch) });
    const { title, scenes, words } = getDocument(lab.store, id)!;
    const body = JSON.stringify({ ...BEFORE, output });
    writeDocument(lab.store, id, { title, scenes, words, body, revision: 2, lastEdit: 1 });
    lab.library.edit(id, { type: 'set-project', set: { captions: 'karaoke' } });
    const edited = { ...KEPT, captions: 'karaoke' };
    expect(lab.library.undo(id).document).toMatchObject(KEPT);
    expect(lab.library.undo(id).document).toMatchObject({ ...KEPT, output: { ...OUTPUT, ...KEPT_OUTPUT } });
    expect(lab.library.redo(id).document).toMatchObject({ ...KEPT, output: { ...output, ...KEPT_OUTPUT } });
    expect(lab.library.redo(id).document).toMatchObject({ ...edited, output: { ...output, ...KEPT_OUTPUT } });
  });

  it('would catch own music whose undo leaves a document without the field, and an output set to what it is as a step', () => {
    const lab = openLibrary();
    const id = store(lab, BEFORE);
    const ownMusic = { asset: `${'0'.repeat(64)}.mka`, name: 'song.mp3' };
    mkdirSync(lab.library.assetFolder(id), { recursive: true });
    writeFileSync(lab.library.assetPath(id, ownMusic.asset), 'a song');
    lab.library.edit(id, { type: 'set-project', set: { ownMusic, music: 'own' } });
    expect(lab.library.undo(id).document).toMatchObject({ ownMusic: null, music: 'off' });
    const { document, revision } = lab.library.read(id);
    const output = projectDocumentSchema.shape.output.parse(document.output);
    expect(lab.library.edit(id, { type: 'set-project', set: { output } }).revision).toBe(revision);
  });

  it('would catch a safety copy or a project file of before that is refused or comes back with a new film', async () => {
    const folder = temporaryFolder();
    const place = join(folder, 'projects', 'lost');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'project.json'), JSON.stringify(BEFORE));
    const lab = openLibrary({ folder });
    expect(lab.library.read('lost').document).toMatchObject({ ...KEPT, output: KEPT_OUTPUT });
    const file = join(folder, 'nib.json');
    writeFileSync(file, JSON.stringify(BEFORE));
    const { projectId } = await lab.library.createFromFile(file, 'nib.json');
    expect(lab.library.read(projectId).document).toMatchObject({ ...KEPT, output: KEPT_OUTPUT });
  });
});
