import type { FilmPlan } from '../../../shared/film.ts';
import { clock, seconds, table } from '../../output/format.ts';

export function planText(plan: FilmPlan): string {
  const rows = plan.steps
    .filter((step) => !step.cached)
    .map((step) => [
      step.stage,
      step.unit,
      step.reason ?? '',
      step.seconds === undefined ? '?' : seconds(step.seconds),
    ]);
  const cached = plan.steps.length - rows.length;
  const time =
    plan.estimatedSeconds === undefined
      ? 'The time is not known yet: a stage was never measured on this machine.'
      : `About ${clock(plan.estimatedSeconds)} by the rates measured on this machine.`;
  return [
    `${plan.title}: ${String(plan.scenes.length)} scenes`,
    ...plan.scenes.map((scene, index) => `  ${String(index + 1).padStart(3)}. ${scene.picture}`),
    `${String(cached)} of ${String(plan.steps.length)} steps are in the cache.`,
    ...(rows.length > 0 ? ['To be made:', table(rows, 'lllr'), time] : ['Nothing has to be made.']),
    ...plan.notices.map((notice) => `Note: ${notice}`),
  ].join('\n');
}
