import { createHash } from 'node:crypto';
import { unitAfter, type ProjectFilm } from '../../render/project/project-film.ts';

const remembered = new WeakMap<ProjectFilm, Map<string, string>>();

/**
 * All of a document that can change what is made of a scene, as a digest: equal ones have the same picture, sound and preview. It costs
 * no look at the cache, so the states of a whole film are told by comparing it.
 */
export function sceneIdentity(film: ProjectFilm, sceneId: string): string {
  let known = remembered.get(film);
  if (!known) remembered.set(film, (known = new Map<string, string>()));
  let identity = known.get(sceneId);
  if (identity === undefined) known.set(sceneId, (identity = identityOf(film, sceneId)));
  return identity;
}

function identityOf(film: ProjectFilm, sceneId: string): string {
  const { options, storyboard, units, document } = film;
  const unit = units.get(sceneId);
  const scene = unit ?? document.scenes.find(({ id }) => id === sceneId);
  const { cast } = storyboard;
  // The scene's end may show the beginning of the next one.
  const all = [scene, unit && cast, options, unit && unitAfter(film, unit)];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}
