import type { ExportPlan, ExportRequest, JobView } from '../../../shared/views.ts';
import { requireRoom } from './room.ts';
import type { Services } from '../services.ts';
import { planExport } from './plan.ts';
import { checkExportTarget, exportTarget } from './target.ts';

export async function planFor({ workplace, films }: Services, request: ExportRequest): Promise<ExportPlan> {
  const file = exportTarget(workplace, request);
  return planExport(await films.current(request.projectId), request.output, file);
}

/**
 * Queues an export of the project as it is now. What would end it is found out first.
 * @throws StudioError `not-found` (project, folder), `input` (no scene has text), `permission`, `disk-full`, `option`
 */
export async function startExport(services: Services, request: ExportRequest): Promise<JobView> {
  const { workplace, films } = services;
  const { projectId, output, folder } = request;
  const film = exportTarget(workplace, request);
  const { document } = workplace.projects().read(projectId);
  await checkExportTarget(film, folder);
  const plan = await planExport(await films.current(projectId), output, film);
  requireRoom(workplace, plan, output);
  return services.jobs().start({
    kind: 'export',
    title: document.title,
    projectId,
    options: { film, output },
    material: { document },
  });
}
