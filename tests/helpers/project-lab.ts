/** What tests of a studio project's film share: a workplace of its own, and documents. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openProjectFilm, type ProjectFilm, type ProjectPlace } from '../../src/core/render/project/project-film.ts';
import { createJob, finishJob, startJob } from '../../src/core/store/jobs.ts';
import { upsertProject } from '../../src/core/store/projects.ts';
import { Workplace } from '../../src/core/workplace.ts';
import { projectDocumentSchema, type ProjectDocument, type ProjectScene } from '../../src/shared/project.ts';

export interface ProjectLab {
  readonly folder: string;
  readonly place: Workplace & ProjectPlace;
  readonly projectId: string;
  /** Opens a state of the project. */
  open(document: ProjectDocument, narrator?: 'tone' | 'kokoro'): Promise<ProjectFilm>;
  /** Keeps a picture as the project's own; its asset's name. */
  keep(picture: string): string;
  /** Runs it as a job of the project. */
  asJob<Result>(film: string, work: (jobId: string) => Promise<Result>): Promise<Result>;
}

export const calm = new AbortController().signal;

/** One for all tests of a file, taken down after the last. */
export function useProjectLab(): ProjectLab {
  const lab = {} as { folder: string; place: Workplace & ProjectPlace; projectId: string };
  beforeAll(() => {
    lab.folder = mkdtempSync(join(tmpdir(), 'storyloom-project-'));
    const assetPath = (_: string, asset: string): string => join(lab.folder, 'assets', asset);
    mkdirSync(join(lab.folder, 'assets'));
    const workplace = new Workplace({ data: join(lab.folder, 'data'), cores: 2 });
    lab.place = Object.assign(workplace, { projects: () => ({ assetPath }) });
    lab.projectId = upsertProject(workplace.store(), { title: 'A test' }).id;
  });
  afterAll(async () => {
    await lab.place.close();
    rmSync(lab.folder, { recursive: true, force: true });
  });
  return Object.assign(lab, {
    open: (document: ProjectDocument, narrator: 'tone' | 'kokoro' = 'tone') =>
      openProjectFilm(lab.place, { projectId: lab.projectId, document, narrator }, { signal: calm }),
    keep: (picture: string) => {
      const sha256 = createHash('sha256').update(readFileSync(picture)).digest('hex');
      const asset = sha256 + extname(picture);
      copyFileSync(picture, join(lab.folder, 'assets', asset));
      return asset;
    },
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

/** Small and without a model: what is tested is not the voice. */
export function documentOf(scenes: readonly ProjectScene[], more: Partial<ProjectDocument> = {}): ProjectDocument {
  return projectDocumentSchema.parse({
    storyloom: 2,
    title: 'The Kite',
    style: 'day-storybook',
    voice: 'tone-low',
    speed: 1,
    motion: 'gentle',
    output: { size: '720p' },
    pronunciations: {},
    characterVoices: {},
    scenes,
    ...more,
  });
}
