import type { Parse } from './clauses.ts';
import { parseScene, type SceneParser } from './parse-scene.ts';

/**
 * `parseScene` that remembers: of a story that is planned anew after every edit, only the edited scene is parsed again.
 * @param most characters of text whose parses are kept, those used last; each takes some forty bytes
 */
export function rememberParses(most: number): SceneParser {
  const known = new Map<string, readonly Parse[]>();
  let characters = 0;
  return (text) => {
    const parses = known.get(text) ?? parseScene(text);
    // Out and in again: a Map keeps the order of insertion, so the first is the one used longest ago.
    if (!known.delete(text)) characters += text.length;
    known.set(text, parses);
    for (const [oldest] of known) {
      if (characters <= most) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return parses;
  };
}
