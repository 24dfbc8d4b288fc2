import { remember } from '../remember.ts';
import type { Parse } from './clauses.ts';
import { parseScene, type SceneParser } from './parse-scene.ts';

/**
 * `parseScene` that remembers: of a story that is planned anew after every edit, only the edited scene is parsed again.
 * @param most characters of text whose parses are kept, those used last; each takes some forty bytes
 */
export function rememberParses(most: number): SceneParser {
  const recall = remember<readonly Parse[]>(most);
  return (text) => recall(text, () => parseScene(text));
}
