import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { summaryOf } from '../../../src/core/project/documents.ts';
import { fromStory } from '../../../src/core/project/from-story.ts';
import { readPasted } from '../../../src/core/project/read-source.ts';
import { insertDocument } from '../../../src/core/store/documents.ts';
import { openStore } from '../../../src/core/store/store.ts';
import type { ProjectDocument } from '../../../src/shared/project.ts';
import { PLAIN_LOOK, PLAIN_OUTPUT } from '../../helpers/plain.ts';

export interface ManyProjects {
  /** 'Story 0001' and so on, the first the last edited. */
  readonly count: number;
  /** One more, with a title and a text of its own. */
  readonly film: FilmProject;
}

export interface FilmProject {
  readonly title: string;
  readonly text: string;
  /** What is other than in a new project. */
  readonly set?: (document: ProjectDocument) => Partial<ProjectDocument>;
}

/** Puts projects into a data folder that no host has open; their films are pictures and narration alone. */
export function addProjects(data: string, { count, film }: ManyProjects): void {
  mkdirSync(data, { recursive: true });
  const { store } = openStore(join(data, 'storyloom.sqlite'));
  const add = ({ title, text, set }: FilmProject, editedAt: number): void => {
    const made = fromStory(readPasted(text), { title, voice: 'tone-low' }, () => randomUUID().slice(0, 12));
    const plain = { ...made, ...PLAIN_LOOK, output: PLAIN_OUTPUT };
    const state = { ...summaryOf({ ...plain, ...set?.(plain) }), revision: 1, lastEdit: 0 };
    insertDocument(store, randomUUID(), state, { createdAt: editedAt, editedAt });
  };
  const now = Date.now();
  add(film, now);
  for (let number = 1; number <= count; number += 1) {
    const title = `Story ${String(number).padStart(4, '0')}`;
    add({ title, text: 'An owl sat in a tree.' }, now - number * 60_000);
  }
  store.close();
}
