import { fetchModel, importModel, importOwnModel, listModels, removeModel } from '../services/models.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function modelsProcedures(services: Services) {
  const { models } = procedures;
  const { workplace } = services;
  return {
    list: models.list.handler(() => listModels(workplace)),
    fetch: models.fetch.handler(({ input }) => fetchModel(workplace, services.jobs(), input.modelId)),
    remove: models.remove.handler(({ input }) => removeModel(workplace, services.jobs(), input.modelId)),
    import: models.import.handler(({ input: { modelId, folder }, signal }) =>
      importModel(workplace, modelId, folder, signal),
    ),
    importOwn: models.importOwn.handler(({ input, signal }) => importOwnModel(workplace, input, signal)),
  };
}
