import { describe, expect, it } from 'vitest';
import { planUnder, spansOf, type SoundScene } from '../../../src/core/sound/plan.ts';
import type { SceneGraph, SceneOverrides } from '../../../src/shared/story.ts';

function scene(graph: Partial<SceneGraph>, seconds = 20, overrides: SceneOverrides = {}): SoundScene {
  const plain = { setting: 'meadow', time: 'day', season: 'summer', weather: 'clear', mood: 'calm' } as const;
  return { scene: { graph: { ...plain, entities: [], undrawn: [], ...graph }, overrides }, seconds };
}

function thing(word: string): SceneGraph['entities'][number] {
  return { id: word, word, drawing: word, role: 'prop', count: 1, attributes: [], weight: 0.5 };
}

const AUTO = { music: 'auto', ambience: 'auto' } as const;

describe('what lies under a film', () => {
  it('would catch music that changes for a moment’s sake, or that does not follow the story', () => {
    const scenes = [
      scene({ mood: 'calm' }),
      scene({ mood: 'sleepy' }),
      scene({ mood: 'scary' }, 5),
      scene({ mood: 'happy' }, 8),
      scene({ mood: 'funny' }, 8),
      scene({ mood: 'sad' }, 30),
      scene({ mood: 'brave' }, 4),
    ];
    const music = planUnder(scenes, AUTO).map((under) => under.music);
    expect(music).toEqual(['calm', 'calm', 'calm', 'playful', 'playful', 'sad', 'sad']);
    const short = [scene({ mood: 'wonder' }, 3), scene({ mood: 'tense' }, 4), scene({ mood: 'calm' }, 2)];
    expect(new Set(planUnder(short, AUTO).map((under) => under.music)).size).toBe(1);
    for (const choice of ['wonder', 'own'] as const) {
      const all = planUnder(scenes, { ...AUTO, music: choice });
      expect(new Set(all.map((under) => under.music))).toEqual(new Set([choice]));
    }
    const off = planUnder(scenes, { music: 'off', ambience: 'off' });
    expect(off).toEqual(scenes.map(() => ({})));
  });

  it.each([
    [{ setting: 'ship', weather: 'clear' }, 'sea'],
    [{ setting: 'lighthouse', weather: 'storm' }, 'rain'],
    [{ setting: 'forest' }, 'forest'],
    [{ setting: 'forest', time: 'night' }, 'night'],
    [{ setting: 'sea', time: 'night' }, 'sea'],
    [{ setting: 'mountain' }, 'wind'],
    [{ setting: 'village', season: 'winter' }, 'wind'],
    [{ setting: 'garden', time: 'night' }, 'night'],
    [{ setting: 'village' }, undefined],
    [{ setting: 'bedroom', time: 'night', weather: 'storm' }, undefined],
    [{ setting: 'space', time: 'night' }, undefined],
    [{ setting: 'living-room', entities: [thing('fireplace')] }, 'fire'],
    [{ setting: 'kitchen', entities: [thing('fire')] }, 'fire'],
    [{ setting: 'castle', entities: [thing('fire')] }, undefined],
  ] as const)('would catch the wrong place’s sound: %j', (graph, expected) => {
    expect(planUnder([scene(graph)], AUTO)[0]!.ambience).toBe(expected);
  });

  it('would catch a scene whose own ambience is not heard, or that cannot be silent', () => {
    const scenes = [
      scene({ setting: 'sea' }, 20, { ambience: 'off' }),
      scene({}, 20, { ambience: 'fire' }),
      scene({ setting: 'sea' }, 20, { ambience: 'auto' }),
      scene({ setting: 'sea' }),
    ];
    const ambience = (choice: 'off' | 'wind') =>
      planUnder(scenes, { music: 'off', ambience: choice }).map((under) => under.ambience);
    expect(ambience('off')).toEqual([undefined, 'fire', 'sea', undefined]);
    expect(ambience('wind')).toEqual([undefined, 'fire', 'sea', 'wind']);
  });

  it('would catch a bed that begins again within itself, a gap between two, or a film that begins or ends with a jolt', () => {
    const spans = spansOf(
      [
        { start: 0, name: 'calm' },
        { start: 10, name: 'calm' },
        { start: 25, name: 'sad' },
        { start: 40, name: undefined },
        { start: 50, name: 'sad' },
      ],
      60,
    );
    expect(spans).toEqual([
      { name: 'calm', start: 0, end: 26, fadeIn: 1.5, fadeOut: 2 },
      { name: 'sad', start: 24, end: 41, fadeIn: 2, fadeOut: 2 },
      { name: 'sad', start: 49, end: 60, fadeIn: 2, fadeOut: 2.5 },
    ]);
    const tiny = spansOf([{ start: 0, name: 'calm' }], 1);
    expect(tiny).toEqual([{ name: 'calm', start: 0, end: 1, fadeIn: 0.5, fadeOut: 0.5 }]);
    expect(spansOf([{ start: 0, name: undefined }], 10)).toEqual([]);
  });
});
