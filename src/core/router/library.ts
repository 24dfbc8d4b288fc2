import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../../shared/contract.ts';
import type { ProjectCard } from '../../shared/views.ts';
import type { Created } from '../project/library.ts';
import type { DocumentSummary } from '../store/documents.ts';
import { assetUrl } from '../serve/addresses.ts';
import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';

export function libraryProcedures(workplace: Workplace) {
  const { library } = procedures;
  return {
    list: library.list.handler(() => workplace.projects().list().map(toCard)),
    create: library.create.handler(async ({ input }) => {
      const { projectId, notices } = await create(workplace, input);
      return { projectId, notices: [...notices] };
    }),
    duplicate: library.duplicate.handler(({ input }) => workplace.projects().duplicate(input.projectId)),
    rename: library.rename.handler(({ input: { projectId, title } }) => {
      workplace.projects().rename(projectId, title);
    }),
    remove: library.remove.handler(({ input }) => {
      workplace.projects().remove(input.projectId);
    }),
    restore: library.restore.handler(({ input }) => {
      workplace.projects().restore(input.projectId);
    }),
    pack: library.pack.handler(async ({ input: { projectId } }) => {
      const downloads = workplace.downloads();
      const { title } = workplace.projects().read(projectId).document;
      const folder = await downloads.makeFolder();
      try {
        const file = join(folder, 'project.storyloom');
        await workplace.projects().pack(projectId, file);
        return await downloads.offer(file, `${title.slice(0, 100)}.storyloom`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
  };
}

async function create(workplace: Workplace, source: Source): Promise<Created> {
  const projects = workplace.projects();
  switch (source.from) {
    case 'text':
      return projects.createFromText(source.text, source.title?.trim() || undefined);
    case 'upload': {
      const { path, name } = await workplace.uploads().path(source.uploadId);
      return await projects.createFromFile(path, name);
    }
    case 'sample':
      return await projects.createSample();
  }
}

function toCard({
  projectId,
  cover,
  title,
  scenes,
  words,
  createdAt,
  editedAt,
  openedAt,
}: DocumentSummary): ProjectCard {
  const card = { id: projectId, title, scenes, words, createdAt, editedAt, openedAt };
  return cover === null ? card : { ...card, cover: assetUrl(projectId, cover) };
}
