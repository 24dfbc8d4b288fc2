import type { ProjectDocument } from '../../../shared/project.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { toStory } from '../../project/to-story.ts';
import { planAtOnce } from '../plan.ts';

const planned = new WeakMap<ProjectDocument, Storyboard>();

/**
 * What was understood of a project. Planned once a document and not through the cache, which every edit would leave another
 * plan in: 300 scenes take 0.05 s, for only what was edited is parsed again.
 */
export function storyboardOf(document: ProjectDocument): Storyboard {
  const known = planned.get(document);
  if (known) return known;
  const storyboard = planAtOnce(toStory(document));
  planned.set(document, storyboard);
  return storyboard;
}
