import { describe, expect, it } from 'vitest';
import {
  heardOf,
  withNews,
  withStep,
  type Paintings,
} from '../../../../src/renderer/features/editor/state/paintings.ts';
import type { SceneState } from '../../../../src/shared/views.ts';

const scene = (state: SceneState['state'], picture = '/media/old'): SceneState => ({
  ...{ sceneId: 'a', state, seconds: 3, isGuess: false, picture },
});
const told = { type: 'painting', projectId: 'p', sceneId: 'a' } as const;
const step = (number: number, preview?: string, takeId = 't') => ({
  ...told,
  takeId,
  painting: { step: number, steps: 4, ...(preview === undefined ? {} : { preview }) },
});
const end = { ...told, takeId: 't' };
const after = (paintings: Paintings, state: SceneState) =>
  heardOf(state, { paintings, stopped: {}, states: { a: scene('working') } }).paintings;

describe('pictures as they are painted', () => {
  it('would catch a stage that goes blank at a step without a preview', () => {
    const paintings = withStep(withStep({}, step(1, 'data:image/png,1')), step(2));
    expect(paintings['a t']).toEqual({ step: 2, steps: 4, preview: 'data:image/png,1', isOver: false });
  });

  it('would catch the old picture flashing up between the last step and the new picture', () => {
    const over = withStep(withStep({}, step(4, 'data:image/png,4')), end);
    expect(after(over, scene('working'))['a t']).toMatchObject({ isOver: true, preview: 'data:image/png,4' });
    expect(after(over, scene('working', '/media/new'))).toEqual({});
    expect(after(over, scene('waiting'))).toEqual({});
  });

  it('would catch the news of a scene taking away what is still being painted of it, or of another take', () => {
    const both = withStep(withStep({}, step(1)), step(2, undefined, 'u'));
    expect(Object.keys(after(withStep(both, end), scene('ready', '/media/new')))).toEqual(['a u']);
    expect(withStep({}, end)).toEqual({});
  });
});

describe('scenes that were stopped', () => {
  it('would catch a scene called stopped that is made again, or that was never stopped', () => {
    expect(withNews({ a: 'asked' }, scene('working'))).toEqual({ a: 'asked' });
    const stopped = withNews({ a: 'asked' }, scene('changed'));
    expect(stopped).toEqual({ a: 'stopped' });
    expect(withNews(stopped, scene('working'))).toEqual({});
    expect(withNews({ a: 'asked' }, scene('ready'))).toEqual({});
    expect(withNews({}, scene('waiting'))).toEqual({});
  });
});
