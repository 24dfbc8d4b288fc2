import { drawTakes, makeAllScenes } from '../services/scenes/scenes.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function scenesProcedures(services: Services) {
  const { scenes } = procedures;
  return {
    states: scenes.states.handler(({ input }) => services.sceneStates(input.projectId)),
    show: scenes.show.handler(({ input }) =>
      services.scenes.show(input.projectId, input.sceneId, { ahead: input.ahead }),
    ),
    hide: scenes.hide.handler(({ input }) => {
      services.scenes.hide(input.projectId);
    }),
    stop: scenes.stop.handler(({ input }) => services.scenes.stop(input.projectId, input.sceneId)),
    takes: scenes.takes.handler(async ({ input, signal }) =>
      drawTakes(await services.films.current(input.projectId), input.sceneId, signal),
    ),
    makeAll: scenes.makeAll.handler(({ input }) => makeAllScenes(services, input.projectId)),
  };
}
