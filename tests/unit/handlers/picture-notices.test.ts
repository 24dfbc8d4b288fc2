import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noticesOf } from '../../../src/core/handlers/pictures/notices.ts';
import type { PictureMade } from '../../../src/core/handlers/pictures/paint-picture.ts';
import { untaughtWords } from '../../../src/core/story/prompt/taught.ts';
import { paintShape } from '../../../src/shared/painting.ts';

function said(change: Partial<PictureMade>, negative = ''): readonly string[] {
  const request = z.strictObject(paintShape).parse({ prompt: 'a fox', negative });
  const size = { width: 384, height: 384, side: 384 };
  return noticesOf(request, {
    ...{ engine: 'diffusion', model: 'small', ...size, guidance: 3, dropped: [], cached: false },
    ...change,
  });
}

describe('what is said of a picture', () => {
  it('would catch words that the model was never taught passed over in silence, or told twice', () => {
    const untaught = untaughtWords('A Fox rides a bicycle, and rides on.', new Set(['a', 'fox', 'and', 'on']));
    expect(untaught).toEqual(['rides', 'bicycle']);
    expect(untaughtWords('🦊🌙 2', new Set(['fox']))).toEqual(['🦊', '🌙', '2']);
    expect(said({ untaught })).toEqual(['small was never taught what these words mean: rides, bicycle.']);
    expect(said({ dropped: Array.from({ length: 14 }, (_, index) => `w${String(index)}`) })).toEqual([
      expect.stringMatching(/left out: w0, .*, w11 and 2 words more\.$/u),
    ]);
  });

  it('would catch several pictures in one, of a model made for smaller ones, with nobody told why', () => {
    expect(said({ width: 640, height: 576 })).toEqual([]);
    expect(said({ width: 768, height: 640 })).toEqual([expect.stringMatching(/made for 384 x 384/u)]);
    expect(said({ width: 768, height: 640, strength: 0.6 })).toEqual([]);
  });

  it('would catch a model without guidance that is said to heed what is not to be seen', () => {
    expect(said({ guidance: 1 }, 'a bear')).toEqual([expect.stringMatching(/painted without guidance/u)]);
    expect(said({ guidance: 2 }, 'a bear')).toEqual([]);
  });
});
