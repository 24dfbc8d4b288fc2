import { describe, expect, it } from 'vitest';
import { healthLines } from '../../../src/cli/output/model-health.ts';

describe('what is said of a model that was verified', () => {
  it('would catch a file that is told wrongly, or a way out that leads nowhere', () => {
    const problems = [
      { file: 'unet/model.onnx', problem: 'missing' },
      { file: 'model_index.json', problem: 'length' },
    ] as const;
    expect(healthLines('fox', [], true)).toEqual(['fox is whole.']);
    expect(healthLines('fox', problems, false)).toEqual([
      'unet/model.onnx of fox is missing.',
      'model_index.json of fox has the wrong length.',
      'Next step: storyloom models remove fox, then storyloom models fetch fox',
    ]);
    // It came from a folder of the user's: it cannot be fetched.
    expect(healthLines('fox', problems, true).at(-1)).toBe(
      'Next step: storyloom models import FOLDER --id fox --replace',
    );
  });
});
