import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, nameFault, QUALITIES, qualityOf } from '../../../../src/renderer/features/export/options.ts';
import { exportRequestSchema } from '../../../../src/shared/views.ts';

describe('the file name that an export is offered', () => {
  it('would catch a title whose offered name is refused at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = fileNameFor(title);
        expect(nameFault(name)).toBeUndefined();
        expect(exportRequestSchema.shape.fileName.safeParse(name).success).toBe(true);
      }),
    );
    expect(fileNameFor('Who? “Me”: a play/farce…')).toBe('Who “Me” a play farce…');
    expect(fileNameFor('???')).toBe('Film');
  });

  it('would catch a name that leaves its folder, or that Windows cannot keep', () => {
    expect(nameFault('../film')).toEqual({ kind: 'letters', letters: '/' });
    expect(nameFault('a:b?')).toEqual({ kind: 'letters', letters: ': ?' });
    expect(nameFault('  ')).toEqual({ kind: 'empty' });
    expect(nameFault('x'.repeat(201))).toEqual({ kind: 'long' });
  });
});

describe('the named qualities', () => {
  it('would catch a rate factor of one’s own that has no name', () => {
    expect(qualityOf(QUALITIES.high)).toBe('high');
    expect(qualityOf(0)).toBe('best');
    expect(qualityOf(51)).toBe('small');
  });
});
