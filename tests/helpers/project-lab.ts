/** What tests of a studio project's film share: a workplace of its own, and documents. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openProjectFilm, type ProjectFilm } from '../../src/core/render/project/project-film.ts';
import { createJob, finishJob, startJob } from '../../src/core/store/jobs.ts';
import { modelsCache } from './models.ts';
import { PLAIN_LOOK, PLAIN_OUTPUT } from './plain.ts';
import { Workplace } from '../../src/core/workplace.ts';
import { projectDocumentSchema, type ProjectDocument, type ProjectScene } from '../../src/shared/project.ts';

export interface ProjectLab {
  readonly folder: string;
  readonly place: Workplace;
  readonly projectId: string;
  /** Opens a state of the project. */
  open(document: ProjectDocument, narrator?: 'tone' | 'kokoro'): Promise<ProjectFilm>;
  /** Keeps a picture as the project's own; its asset's name. */
  keep(picture: string): Promise<string>;
  /** Runs it as a job of the project. */
  asJob<Result>(film: string, work: (jobId: string) => Promise<Result>): Promise<Result>;
}

export const calm = new AbortController().signal;

/** One for all tests of a file, taken down after the last. */
export function useProjectLab(): ProjectLab {
  const lab = {} as { folder: string; place: Workplace; projectId: string };
  beforeAll(() => {
    lab.folder = mkdtempSync(join(tmpdir(), 'storyloom-project-'));
    lab.place = new Workplace({ data: join(lab.folder, 'data'), models: modelsCache, cores: 2 });
    lab.projectId = lab.place.projects().createFromText('A test.').projectId;
  });
  afterAll(async () => {
    await lab.place.close();
    rmSync(lab.folder, { recursive: true, force: true });
  });
  return Object.assign(lab, {
    open: (document: ProjectDocument, narrator: 'tone' | 'kokoro' = 'tone') =>
      openProjectFilm(lab.place, { projectId: lab.projectId, document, narrator }, { signal: calm }),
    keep: async (picture: string) =>
      (await lab.place.projects().addPicture(lab.projectId, picture, basename(picture))).asset,
    asJob: async <Result>(film: string, work: (jobId: string) => Promise<Result>) => {
      const store = lab.place.store();
      const job = createJob(store, { kind: 'export', projectId: lab.projectId, options: { film } });
      startJob(store, job.id);
      try {
        return await work(job.id);
      } finally {
        finishJob(store, job.id);
        await (await lab.place.builder()).release(job.id);
      }
    },
  });
}

/** A scene with one drawn take. */
export function scene(id: string, text: string, more: Partial<ProjectScene> = {}): ProjectScene {
  return { id, text, takes: [{ kind: 'drawn', id: 'first', seed: 1 }], take: 'first', ...more };
}

export const KITE = [
  scene('hill', 'A girl named Mia slowly carried her red kite up the green hill behind the house.'),
  scene(
    'storm',
    'Dark clouds came over the sea, and heavy rain began to fall on the beach. The kite flew high above the tall old tree and got caught in it.',
  ),
  scene('owl', 'An old owl in the tree gently pulled the string out of the twigs.'),
  scene('home', 'Mia thanked the owl and happily took the kite home to her mother.'),
] as const;

/** Small, without a model and with nothing added: what is tested is neither the voice nor the finish. */
export function documentOf(scenes: readonly ProjectScene[], more: Partial<ProjectDocument> = {}): ProjectDocument {
  return projectDocumentSchema.parse({
    storyloom: 2,
    title: 'The Kite',
    style: 'day-storybook',
    voice: 'tone-low',
    speed: 1,
    ...PLAIN_LOOK,
    output: { ...PLAIN_OUTPUT, size: '720p' },
    pronunciations: {},
    characterVoices: {},
    scenes,
    ...more,
  });
}
