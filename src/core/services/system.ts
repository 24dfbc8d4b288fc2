import type { SystemView } from '../../shared/views.ts';
import { examine } from '../handlers/examine.ts';
import { productVersion } from '../paths.ts';
import type { Workplace } from '../workplace.ts';

/** The program, its folders, and what was found on this machine. */
export async function viewSystem(workplace: Workplace): Promise<SystemView> {
  const { paths, host, cores, desktop } = workplace;
  const { bytes, count } = (await workplace.builder()).stats();
  return {
    version: productVersion(),
    host,
    cores,
    folders: { data: paths.root, cache: paths.cache, logs: paths.logs, models: paths.models },
    cache: { bytes, count },
    findings: await examine(workplace),
    canReveal: desktop.reveal !== undefined,
    hasDialogs: desktop.chooseFolder !== undefined,
  };
}
