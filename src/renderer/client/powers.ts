import type { SystemView } from '../../shared/views.ts';

/** Who sits at the computer may say where files go, and take them from there; who reaches it over a network may not. */
export function mayNameFolders({ host, canReveal }: SystemView): boolean {
  return host !== 'web' || canReveal;
}
