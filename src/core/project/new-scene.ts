import type { ProjectScene } from '../../shared/project.ts';

/** The seed that a film is drawn with when nobody asks for another take. */
export const FIRST_SEED = 1;

/** The pictures of a scene that is new: one, drawn. */
export function drawnTake(id: string): Pick<ProjectScene, 'takes' | 'take'> {
  return { takes: [{ kind: 'drawn', id, seed: FIRST_SEED }], take: id };
}
