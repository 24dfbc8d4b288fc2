import { planFor, startExport } from '../services/exports/exports.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function exportsProcedures(services: Services) {
  return {
    plan: procedures.exports.plan.handler(({ input }) => planFor(services, input)),
    start: procedures.exports.start.handler(({ input }) => startExport(services, input)),
  };
}
