import { stat } from 'node:fs/promises';
import type { PlannedStep } from '../../../shared/film.ts';
import type { Output } from '../../../shared/project.ts';
import type { ExportPlan } from '../../../shared/views.ts';
import type { ProjectFilm } from '../../render/project/project-film.ts';
import { planProjectFilm } from '../../render/project/whole-film.ts';

/** What an export would make, stage by stage, and how long that takes. @throws StudioError `input` when there is nothing */
export async function planExport(film: ProjectFilm, output: Output, file: string): Promise<ExportPlan> {
  const { steps, estimatedSeconds, filmSeconds, notices } = await planProjectFilm(film, output, file);
  const there = await stat(file).catch(() => undefined);
  return {
    file,
    replaces: there !== undefined,
    steps: steps.length,
    cached: steps.filter(({ cached }) => cached).length,
    toMake: byStage(steps),
    ...(estimatedSeconds === undefined ? {} : { estimatedSeconds }),
    filmSeconds,
    notices: [...notices],
  };
}

const MOST_REASONS = 3;

function byStage(steps: readonly PlannedStep[]): ExportPlan['toMake'] {
  const stages = new Map<string, Map<string, number>>();
  for (const { stage, cached, reason = 'never made' } of steps) {
    if (cached) continue;
    const reasons = stages.get(stage) ?? new Map<string, number>();
    stages.set(stage, reasons.set(reason, (reasons.get(reason) ?? 0) + 1));
  }
  return [...stages].map(([stage, reasons]) => ({
    stage,
    count: [...reasons.values()].reduce((sum, count) => sum + count, 0),
    reason: inWords(reasons),
  }));
}

/** 'never made (3), text changed (1)'; the count only where there are several reasons. */
function inWords(reasons: ReadonlyMap<string, number>): string {
  const sorted = [...reasons].sort(([, a], [, b]) => b - a);
  if (sorted.length === 1) return sorted[0]![0];
  const told = sorted.slice(0, MOST_REASONS).map(([reason, count]) => `${reason} (${String(count)})`);
  return [...told, ...(sorted.length > MOST_REASONS ? ['…'] : [])].join(', ');
}
