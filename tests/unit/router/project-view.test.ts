import { describe, expect, it } from 'vitest';
import { toStory } from '../../../src/core/project/to-story.ts';
import { createPlanner } from '../../../src/core/render/plan.ts';
import { projectView } from '../../../src/core/router/project-view.ts';
import type { ProjectDocument } from '../../../src/shared/project.ts';
import { aDocument, aScene } from '../project/documents.ts';

function undrawnOf(document: ProjectDocument): readonly (readonly string[])[] {
  const state = { projectId: 'p', revision: 1, document, undo: undefined, redo: undefined };
  return projectView(state, createPlanner().story(toStory(document))).scenes.map(({ undrawn }) => undrawn);
}

describe('a project as the page sees it', () => {
  it('would catch a thing called not drawn where a model is told to paint it, or the other way round', () => {
    const scenes = [aScene('a', 'Nib the otter sat at the loom.'), aScene('b', 'Nib left the loom.')];
    const document = aDocument([scenes[0]!, { ...scenes[1]!, pictures: 'over-storybook' }]);
    expect(undrawnOf(document)).toEqual([['loom'], []]);
    const painted = aDocument([{ ...scenes[0]!, pictures: 'storybook' }, scenes[1]!]);
    expect(undrawnOf({ ...painted, pictures: 'diffusion' })).toEqual([['loom'], []]);
  });
});
