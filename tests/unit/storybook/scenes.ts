import type { CastMember, SceneEntity, SceneGraph } from '../../../src/shared/story.ts';
import type { DrawRequest } from '../../../src/core/storybook/draw-scene.ts';

export const CAST: readonly CastMember[] = [
  { id: 'nib', name: 'Nib', kind: 'otter', drawing: 'otter', traits: ['small', 'brown'], mark: '#e0a030' },
  { id: 'tobias', name: 'Tobias', kind: 'old man', drawing: 'old-man', traits: ['old'], mark: '#3f6fb0' },
  { id: 'owl', name: 'Olive', kind: 'owl', drawing: 'owl', traits: [], mark: '#d9555a' },
];

export function entity(id: string, drawing: string, more: Partial<SceneEntity> = {}): SceneEntity {
  return { id, word: id, drawing, role: 'character', count: 1, attributes: [], weight: 0.8, ...more };
}

export function graph(more: Partial<SceneGraph> = {}): SceneGraph {
  return {
    setting: 'meadow',
    time: 'day',
    season: 'summer',
    weather: 'clear',
    mood: 'calm',
    entities: [],
    undrawn: [],
    ...more,
  };
}

/** Small, so that hundreds are drawn in seconds; layout is relative to the size. */
export function request(more: Partial<DrawRequest> = {}): DrawRequest {
  return {
    graph: graph(),
    cast: CAST,
    story: 'nib',
    style: 'day-storybook',
    seed: 1,
    width: 384,
    height: 216,
    ...more,
  };
}
