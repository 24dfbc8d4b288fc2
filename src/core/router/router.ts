/** The contract, answered: one router for every host. An area a file; each checks, calls and returns. */
import { Services } from '../services/services.ts';
import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { libraryProcedures } from './library.ts';
import { projectProcedures } from './project.ts';
import { scenesProcedures } from './scenes.ts';
import { voicesProcedures } from './voices.ts';
import { exportsProcedures } from './exports.ts';
import { jobsProcedures } from './jobs.ts';
import { modelsProcedures } from './models.ts';
import { systemProcedures } from './system.ts';
import { eventsProcedures } from './events.ts';

export function createRouter(workplace: Workplace) {
  const services = new Services(workplace);
  return procedures.router({
    library: libraryProcedures(workplace),
    project: projectProcedures(workplace),
    scenes: scenesProcedures(services),
    voices: voicesProcedures(services),
    exports: exportsProcedures(services),
    jobs: jobsProcedures(services),
    models: modelsProcedures(services),
    system: systemProcedures(services),
    events: eventsProcedures(services),
  });
}

export type StudioRouter = ReturnType<typeof createRouter>;
