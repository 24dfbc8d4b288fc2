/** The contract, answered: one router for every host. An area a file; each checks, calls and returns. */
import { Services } from '../services/services.ts';
import { ErrorCode, isCancelled, isStudioError } from '../../shared/errors.ts';
import type { Workplace } from '../workplace.ts';
import { ORPCError } from '@orpc/server';
import { procedures, withErrors } from './builder.ts';
import { libraryProcedures } from './library.ts';
import { projectProcedures } from './project.ts';
import { scenesProcedures } from './scenes.ts';
import { picturesProcedures } from './pictures.ts';
import { recordingsProcedures } from './recordings.ts';
import { voicesProcedures } from './voices.ts';
import { exportsProcedures } from './exports.ts';
import { jobsProcedures } from './jobs.ts';
import { modelsProcedures } from './models.ts';
import { soundsProcedures } from './sounds.ts';
import { systemProcedures } from './system.ts';
import { eventsProcedures } from './events.ts';
import { writerProcedures } from './writer.ts';

export function createRouter(workplace: Workplace) {
  const services = new Services(workplace);
  const noted = procedures.use(({ next, path }) =>
    withErrors(
      () => next(),
      (error) => {
        const cause = error instanceof ORPCError && error.code === ErrorCode.internal ? error.cause : error;
        // What the user was told to do better is no news, nor is that they stopped; a bug is.
        if (!(cause instanceof ORPCError) && !isStudioError(cause) && !isCancelled(cause)) {
          services.log.error(cause, { request: path.join('.') }, 'a request failed');
        }
      },
    ),
  );
  return noted.router({
    library: libraryProcedures(workplace),
    project: projectProcedures(workplace),
    scenes: scenesProcedures(services),
    pictures: picturesProcedures(services),
    recordings: recordingsProcedures(services),
    voices: voicesProcedures(services),
    sounds: soundsProcedures(workplace),
    exports: exportsProcedures(services),
    jobs: jobsProcedures(services),
    models: modelsProcedures(services),
    writer: writerProcedures(services),
    system: systemProcedures(services),
    events: eventsProcedures(services),
  });
}

export type StudioRouter = ReturnType<typeof createRouter>;
