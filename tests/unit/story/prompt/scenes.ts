import type { CastMember, SceneEntity, SceneGraph } from '../../../../src/shared/story.ts';

export const NIB: CastMember = {
  ...{ id: 'nib', name: 'Nib', kind: 'otter', drawing: 'otter', traits: ['little', 'brown', 'brave'], mark: '#2f6fb8' },
};
export const TOBIAS: CastMember = {
  ...{ id: 'tobias', name: 'Tobias', kind: 'old man', drawing: 'old-man', traits: ['old'], mark: '#c8452f' },
};

export function aFigure(id: string, more: Partial<SceneEntity> = {}): SceneEntity {
  return {
    ...{ id, word: id, drawing: id, role: 'character', castId: id, count: 1, action: 'stand', attributes: [] },
    weight: 0.9,
    ...more,
  };
}

export function aThing(word: string, more: Partial<SceneEntity> = {}): SceneEntity {
  return {
    id: word.replaceAll(' ', '-'),
    word,
    drawing: word,
    role: 'prop',
    count: 1,
    attributes: [],
    weight: 0.6,
    ...more,
  };
}

export function aGraph(entities: readonly SceneEntity[], more: Partial<SceneGraph> = {}): SceneGraph {
  return {
    ...{ setting: 'forest', time: 'night', season: 'summer', weather: 'clear', mood: 'calm', undrawn: [] },
    ...more,
    entities,
  };
}
