import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { DesktopServices, Workplace } from '../workplace.ts';

/** Whoever sits at this computer may say where files go; who reaches it over a network may not. */
export function mayNameFolders({ host, desktop }: Workplace): boolean {
  return host !== 'web' || desktop.reveal !== undefined;
}

/** @throws StudioError `missing` when the host cannot do it */
export function needDesktop<Name extends keyof DesktopServices>(
  { desktop }: Workplace,
  name: Name,
  hint: string,
): NonNullable<DesktopServices[Name]> {
  const service = desktop[name];
  if (service) return service;
  throw new StudioError(ErrorCode.missing, 'That can be done only where Storyloom runs on your own desktop.', { hint });
}
