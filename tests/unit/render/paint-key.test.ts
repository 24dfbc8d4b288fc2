import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/build/canonical-json.ts';
import type { Painter } from '../../../src/core/providers/painter.ts';
import { memberOfFamily, paintStage, type PaintInput } from '../../../src/core/render/paint.ts';

function painter(model: string, advice = { steps: 4, guidance: 1 }): Painter {
  return {
    ...{ id: 'tiny', title: 'Tiny', side: 96, window: 75, ...advice },
    identity: () => ({ painter: 'diffusion', model }),
    countTokens: () => Promise.resolve(1),
    paint: () => Promise.reject(new Error('Nothing is painted for a key.')),
  };
}

const INPUT: PaintInput = {
  prompt: { phrases: [{ text: 'a fox', joint: ', ', rank: 0 }], negative: 'photo', seed: 7 },
  ...{ style: 'paper', width: 128, height: 72, painter: painter('a'.repeat(64)) },
};
const OVER = { path: '/one/drawing.png', digest: 'd'.repeat(64), strength: 0.5 };

function key(change: Partial<PaintInput> = {}): string {
  return canonicalJson(paintStage.identity({ ...INPUT, ...change }));
}

describe('what a painting is kept under', () => {
  it('would catch an old picture for another prompt, negative prompt, drawing, strength, style, seed, size, steps or model', () => {
    const changed: readonly Partial<PaintInput>[] = [
      {},
      { prompt: { ...INPUT.prompt, phrases: [{ text: 'a cat', joint: ', ', rank: 0 }] } },
      // The same words, of which others are left out first.
      { prompt: { ...INPUT.prompt, phrases: [{ text: 'a fox', joint: ', ', rank: 1 }] } },
      { prompt: { ...INPUT.prompt, negative: '' } },
      { prompt: { ...INPUT.prompt, seed: 8 } },
      { start: OVER },
      { start: { ...OVER, digest: 'e'.repeat(64) } },
      { start: { ...OVER, strength: 0.6 } },
      { style: 'pastel' },
      { width: 136 },
      { height: 80 },
      { steps: 5 },
      { painter: painter('b'.repeat(64)) },
      { painter: painter('a'.repeat(64), { steps: 4, guidance: 2 }) },
    ];
    expect(new Set(changed.map((change) => key(change))).size).toBe(changed.length);
  });

  it('would catch a picture that is painted anew though nothing that counts has changed', () => {
    expect(key({ steps: 4 })).toBe(key());
    expect(key({ start: { ...OVER, path: '/another/place.png' } })).toBe(key({ start: OVER }));
    const renamed = { ...painter('a'.repeat(64)), id: 'mine', title: 'My model' };
    expect(key({ painter: renamed })).toBe(key());
  });
});

describe('a scene that a model of few words cannot tell from another', () => {
  const at = (text: string, seed = 7) => memberOfFamily({ phrases: [{ text, joint: ', ', rank: 0 }], seed });

  it('would catch the same picture for scene after scene, or another one when the same scene is painted again', () => {
    expect(at('a rabbit eating lettuces')).not.toBe(at('a rabbit under a gate'));
    expect(at('a rabbit under a gate')).toBe(at('a rabbit under a gate'));
    // Another take stays another one.
    expect(at('a rabbit under a gate', 8)).not.toBe(at('a rabbit under a gate'));
  });
});
