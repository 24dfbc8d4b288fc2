import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';

/** A new name for a file that is not whole yet, beside `target`. */
export function partName(target: string): string {
  return `${partStart(target)}${randomBytes(6).toString('hex')}.part`;
}

/** Whether a file's name is one that `partName` gives for the target. */
export function isPartOf(target: string, name: string): boolean {
  const start = partStart(target);
  return name.startsWith(start) && /^[0-9a-f]{12}\.part$/.test(name.slice(start.length));
}

function partStart(target: string): string {
  return `.${basename(target).slice(0, 100)}.`;
}
