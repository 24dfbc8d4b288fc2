import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildKernel, kernelModule } from '../../../tools/build-wasm.ts';

describe('kernel-bytes.ts', () => {
  it('would catch a kernel that was changed in its source and not built again, or the other way round', async () => {
    expect(readFileSync(kernelModule, 'utf8')).toBe(await buildKernel());
  });
});
