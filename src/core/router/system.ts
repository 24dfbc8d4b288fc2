import { needDesktop } from '../services/desktop.ts';
import { viewEncoders } from '../handlers/encoders.ts';
import { makeDiagnostics } from '../services/diagnostics.ts';
import type { Services } from '../services/services.ts';
import { changeSettings, currentSettings } from '../services/settings.ts';
import { viewSystem } from '../services/system.ts';
import { procedures } from './builder.ts';

export function systemProcedures({ workplace, health, scenes }: Services) {
  const { system } = procedures;
  return {
    view: system.view.handler(() => viewSystem(workplace)),
    encoders: system.encoders.handler(() => viewEncoders(workplace)),
    health: system.health.handler(() => health.read()),
    settings: system.settings.handler(() => currentSettings(workplace)),
    set: system.set.handler(({ input }) => changeSettings(workplace, input)),
    trimCache: system.trimCache.handler(async ({ input }) => {
      const builder = await workplace.builder();
      const result = await (input.all ? builder.clear() : builder.trim());
      await scenes.cacheTrimmed();
      return result;
    }),
    diagnostics: system.diagnostics.handler(() => makeDiagnostics(workplace)),
    chooseFolder: system.chooseFolder.handler(async ({ input }) => {
      const choose = needDesktop(workplace, 'chooseFolder', 'Type the path of the folder instead.');
      const folder = await choose(input.title);
      return folder === undefined ? {} : { folder };
    }),
  };
}
