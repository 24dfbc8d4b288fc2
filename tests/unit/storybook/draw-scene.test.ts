import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SEASONS, SETTINGS, STYLES, TIMES_OF_DAY, WEATHERS } from '../../../src/shared/story.ts';
import { type DrawRequest, drawScene } from '../../../src/core/storybook/draw-scene.ts';
import { clearSpriteCache } from '../../../src/core/storybook/paint/rasterise.ts';
import { entity, graph, request } from './scenes.ts';

const hash = (drawn: DrawRequest): string => createHash('sha256').update(drawScene(drawn).picture.pixels).digest('hex');

const PAIR = graph({
  setting: 'forest',
  entities: [
    entity('nib', 'otter', { castId: 'nib', action: 'run' }),
    entity('tobias', 'old-man', { castId: 'tobias', action: 'wave' }),
  ],
});

describe('drawScene', () => {
  it('gives the same bytes with a cold and with a warm cache', () => {
    clearSpriteCache();
    const cold = hash(request({ graph: PAIR }));
    expect(hash(request({ graph: PAIR }))).toBe(cold);
  });

  it('gives another composition, not only other stars, for another seed', () => {
    const heads = [1, 2, 3, 4].map((seed) => JSON.stringify(drawScene(request({ graph: PAIR, seed })).heads));
    expect(new Set(heads).size).toBeGreaterThan(1);
    expect(hash(request({ graph: PAIR, seed: 1 }))).not.toBe(hash(request({ graph: PAIR, seed: 2 })));
  });

  it.each(SETTINGS)('draws %s at every hour, in every weather and season, never empty or flat', (setting) => {
    for (const [i, time] of TIMES_OF_DAY.entries()) {
      const drawn = drawScene(
        request({
          graph: graph({
            setting,
            time,
            weather: WEATHERS[(i * 2 + setting.length) % WEATHERS.length]!,
            season: SEASONS[i]!,
            entities: PAIR.entities,
          }),
        }),
      );
      const { pixels } = drawn.picture;
      const colours = new Set<number>();
      for (let at = 0; at < pixels.length; at += 4) {
        if (pixels[at + 3] !== 255) throw new Error(`${setting} ${time}: a hole in the picture`);
        if (at % 64 === 0)
          colours.add(((pixels[at]! >> 3) << 10) | ((pixels[at + 1]! >> 3) << 5) | (pixels[at + 2]! >> 3));
      }
      expect(colours.size).toBeGreaterThan(40);
      expect(drawn.heads.length).toBeGreaterThan(0);
    }
  });

  it('makes night darker than day wherever there is a sky', () => {
    const light = (time: 'day' | 'night'): number => {
      const { pixels } = drawScene(request({ graph: graph({ time }) })).picture;
      return pixels.reduce((sum, value, at) => (at % 4 === 3 ? sum : sum + value), 0);
    };
    expect(light('night')).toBeLessThan(light('day') * 0.7);
  });

  it('draws every style differently', () => {
    const hashes = STYLES.map((style) => hash(request({ graph: PAIR, style })));
    expect(new Set(hashes).size).toBe(STYLES.length);
  });

  it.each([
    [216, 384],
    [300, 300],
    [288, 360],
  ])('keeps all heads inside a frame of %i x %i', (width, height) => {
    for (const { x, y, width: w, height: h } of drawScene(request({ graph: PAIR, width, height })).heads) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(1.001);
      expect(y + h).toBeLessThanOrEqual(1.001);
    }
  });

  it('leaves out a drawing that it does not have and says so', () => {
    const drawn = drawScene(
      request({
        graph: graph({
          entities: [entity('gizmo', 'no-such-drawing'), entity('hope', 'storyloom:nothing')],
          undrawn: ['courage'],
        }),
      }),
    );
    expect(drawn.notDrawn.map(({ word }) => word).sort()).toEqual(['courage', 'gizmo', 'hope']);
  });

  it('draws the same member with the same colours in two scenes', () => {
    const once = drawScene(
      request({ graph: graph({ setting: 'kitchen', entities: [entity('nib', 'otter', { castId: 'nib' })] }) }),
    );
    const again = drawScene(
      request({ graph: graph({ setting: 'kitchen', entities: [entity('other', 'otter', { castId: 'nib' })] }) }),
    );
    expect(once.picture.pixels).toEqual(again.picture.pixels);
  });

  it('never draws one cast member twice when the graph names it twice', () => {
    const drawn = drawScene(
      request({
        graph: graph({ entities: [entity('a', 'otter', { castId: 'nib' }), entity('b', 'otter', { castId: 'nib' })] }),
      }),
    );
    expect(drawn.heads).toHaveLength(1);
  });

  it('draws four when the text says four', () => {
    expect(
      drawScene(request({ graph: graph({ entities: [entity('rabbits', 'rabbit', { count: 4 })] }) })).heads,
    ).toHaveLength(4);
  });
});
