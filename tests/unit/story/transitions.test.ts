import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transitionByFlow, transitionFrames } from '../../../src/core/story/transitions.ts';
import { TRANSITIONS, type Scene, type SceneEntity, type SceneGraph } from '../../../src/shared/story.ts';

type Wish = Partial<Pick<SceneGraph, 'setting' | 'time'>> & {
  readonly who?: string;
  readonly does?: SceneEntity['action'];
  readonly title?: string;
};

function scene({ setting = 'forest', time = 'day', who = 'nib', does, title }: Wish = {}): Scene {
  const figure: SceneEntity = {
    ...{ id: who, word: who, drawing: 'otter', role: 'character', castId: who, count: 1, attributes: [], weight: 1 },
    ...(does ? { action: does } : {}),
  };
  return {
    ...{ id: 's', index: 0, text: 'Nib.', quotes: [], overrides: {}, ...(title === undefined ? {} : { title }) },
    graph: { setting, time, season: 'summer', weather: 'clear', mood: 'calm', entities: [figure], undrawn: [] },
  };
}

describe('how one scene leads to the next', () => {
  it.each([
    ['a new chapter', scene(), scene({ title: 'Two', setting: 'sea', time: 'night' }), 'page-turn'],
    ['another time of day', scene(), scene({ time: 'night', setting: 'sea' }), 'dip'],
    ['another place', scene(), scene({ setting: 'sea' }), 'dissolve'],
    ['somebody who travels there', scene({ does: 'walk' }), scene({ setting: 'sea' }), 'wipe'],
    ['somebody else who travels', scene({ does: 'walk' }), scene({ setting: 'sea', who: 'pearl' }), 'dissolve'],
    ['the same place', scene(), scene(), 'dissolve'],
    ['an action that goes on', scene({ does: 'run' }), scene({ does: 'jump' }), 'cut'],
    ['a rest in the same place', scene({ does: 'sleep' }), scene({ does: 'look' }), 'dissolve'],
  ] as const)('would catch a film that does not follow the story: %s', (_, before, after, transition) => {
    expect(transitionByFlow(before, after)).toBe(transition);
  });

  it('would catch a transition over what is said, over most of a scene, or too short to be seen', () => {
    const wild = fc.record({
      frames: fc.integer({ min: 1, max: 2_000 }),
      quiet: fc.double({ min: 0, max: 12, noNaN: true }),
      fps: fc.constantFrom(24, 25, 30, 60),
    });
    fc.assert(
      fc.property(fc.constantFrom(...TRANSITIONS), wild, (transition, where) => {
        const frames = transitionFrames(transition, where);
        if (transition === 'cut') expect(frames).toBe(0);
        if (frames === 0) return;
        expect(frames).toBeGreaterThanOrEqual(6);
        expect(frames / where.fps).toBeLessThanOrEqual(0.9 + 1e-6);
        expect(frames / where.fps).toBeLessThanOrEqual(where.quiet + 0.2 + 1e-6);
        expect(frames * 3).toBeLessThanOrEqual(where.frames);
      }),
    );
  });

  it('would catch a transition that is left out although there is time for it', () => {
    const long = { frames: 300, quiet: 1, fps: 30 };
    expect(TRANSITIONS.map((each) => transitionFrames(each, long))).toEqual([0, 18, 27, 21, 27]);
    expect(transitionFrames('dissolve', { ...long, quiet: 0.25 })).toBe(13);
    expect(transitionFrames('dissolve', { ...long, frames: 17 })).toBe(0);
  });
});
