import { listenToRecording } from '../services/recordings/recordings.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function recordingsProcedures(services: Services) {
  const { recordings } = procedures;
  return {
    listen: recordings.listen.handler(({ input, signal }) => listenToRecording(services, input, signal)),
  };
}
