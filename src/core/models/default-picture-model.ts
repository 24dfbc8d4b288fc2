import type { ModelStatus } from './manager.ts';

/**
 * Who paints where no model is named: what the user has fetched or imported goes before what came with the program, and the
 * registry's order decides among them; one that paints a single size comes last, for films are wide.
 * @param models as ModelManager.list gives them
 */
export function defaultPictureModel(models: readonly ModelStatus[]): ModelStatus | undefined {
  const rank = ({ picture, installed }: ModelStatus) =>
    (picture?.fixed === true ? 2 : 0) + (installed?.source.kind === 'shipped' ? 1 : 0);
  return models
    .filter(({ task, installed }) => task === 'illustrate' && installed !== undefined)
    .toSorted((a, b) => rank(a) - rank(b))[0];
}
