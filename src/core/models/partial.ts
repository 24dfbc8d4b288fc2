import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What a killed or stopped installation leaves and the next one does not use. */
const NOT_RESUMED = /^(incoming-|removed-|replaced$|ready$)/;

/** Bytes of files, and of parts of files, that a download will go on with. @param workshop the model's own there */
export function bytesOfPartial(workshop: string): number {
  let names: string[];
  try {
    names = readdirSync(workshop, { recursive: true, encoding: 'utf8' });
  } catch {
    return 0;
  }
  return names
    .filter((name) => !name.split(sep).some((part) => NOT_RESUMED.test(part)) && !name.endsWith('.part.json'))
    .map((name) => statSync(join(workshop, name), { throwIfNoEntry: false }))
    .reduce((sum, file) => sum + (file?.isFile() ? file.size : 0), 0);
}
