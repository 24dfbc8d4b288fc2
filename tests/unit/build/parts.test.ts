import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimit } from '../../../src/core/build/limit.ts';
import { estimateSeconds } from '../../../src/core/build/rates.ts';
import { changedFields, staleReason } from '../../../src/core/build/staleness.ts';
import { storageError } from '../../../src/core/store/storage-error.ts';
import { CancelledError, StudioError } from '../../../src/shared/errors.ts';
import { gate } from '../../helpers/build-lab.ts';

describe('what changed', () => {
  it('would catch a wrong, missing or doubled path', () => {
    const before = { text: 'a', voice: { id: 'x', speed: 1 }, chunks: ['a', 'b'], old: null, same: [1, { a: 2 }] };
    const after = { text: 'b', voice: { id: 'x', speed: 2 }, chunks: ['a', 'c', 'd'], added: 1, same: [1, { a: 2 }] };
    expect(changedFields(before, after)).toEqual(['text', 'voice.speed', 'chunks.1', 'chunks.2', 'added', 'old']);
    expect(changedFields([1], { 0: 1 })).toEqual(['']);
    expect(changedFields('a', 'b')).toEqual(['']);
    expect(changedFields({ a: { toString: 1 } }, { a: {} })).toEqual(['a.toString']);
  });

  it('would catch a difference that is not seen, or one seen where there is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(changedFields(plain(one), plain(one))).toEqual([]);
        const isSame = fc.stringify(plain(one)) === fc.stringify(plain(other));
        if (!isSame && JSON.stringify(one).length + JSON.stringify(other).length > 4) {
          // Two values may still be equal with their members in another order.
          const differs = changedFields(plain(one), plain(other)).length > 0;
          let isEqual = true;
          try {
            expect(plain(one)).toEqual(plain(other));
          } catch {
            isEqual = false;
          }
          expect(differs).toBe(!isEqual);
        }
      }),
    );
  });

  it('would catch a reason other than the one there is', () => {
    const now = { key: 'k2', stageVersion: 2, identity: '{"a":1}' };
    expect(staleReason(undefined, now)).toEqual({ kind: 'never-made' });
    expect(staleReason(now, now)).toEqual({ kind: 'dropped' });
    expect(staleReason({ ...now, key: 'k1', identity: '{"a":2}' }, now)).toEqual({ kind: 'changed', fields: ['a'] });
    const older = { key: 'k1', stageVersion: 1, identity: '{"a":1}' };
    expect(staleReason(older, now)).toEqual({ kind: 'stage-updated', from: 1, to: 2, fields: [] });
  });
});

describe('estimates', () => {
  it('would catch a wrong middle for even and odd numbers of runs, and runs without work', () => {
    const runs = (...rates: number[]) => rates.map((ms) => ({ work: 2, ms: 2 * ms }));
    expect(estimateSeconds(runs(1, 5, 100), 1000)).toEqual({ seconds: 5, samples: 3 });
    expect(estimateSeconds(runs(100, 1, 5, 7), 1000)).toEqual({ seconds: 6, samples: 4 });
    expect(estimateSeconds(runs(4), 1000)).toEqual({ seconds: 4, samples: 1 });
    expect(estimateSeconds([{ work: 0, ms: 5 }], 1)).toEqual({ seconds: undefined, samples: 0 });
  });
});

describe('a limit', () => {
  it('would catch more at once than allowed, a lost turn after a failure, or another order', async () => {
    const limit = createLimit(2);
    let now = 0;
    let most = 0;
    const order: number[] = [];
    const works = Array.from({ length: 20 }, (_, index) =>
      limit(async () => {
        order.push(index);
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now--;
        if (index % 3 === 0) throw new Error('fails');
      }).catch(() => undefined),
    );
    await Promise.all(works);
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('would catch what is on the screen waiting behind what is made ahead, or a cancelled wait that goes on', async () => {
    const limit = createLimit(1);
    const wait = gate();
    const order: string[] = [];
    const work = (name: string) => () => Promise.resolve(void order.push(name));
    const controller = new AbortController();
    const works = [
      limit(() => wait.opened),
      limit(work('ahead 1')),
      limit(work('ahead 2')),
      limit(work('export'), undefined, 1),
      limit(work('shown 1'), undefined, 2),
      limit(work('shown 2'), undefined, 2),
    ];
    const stopped = limit(work('stopped'), controller.signal, 3);
    controller.abort();
    // At once, not when its turn comes.
    await expect(stopped).rejects.toBeInstanceOf(CancelledError);
    wait.open();
    await Promise.all(works);
    expect(order).toEqual(['shown 1', 'shown 2', 'export', 'ahead 1', 'ahead 2']);
  });

  it('would catch a cancelled work that is begun when its turn comes', async () => {
    const limit = createLimit(1);
    const wait = gate();
    const controller = new AbortController();
    const first = limit(() => wait.opened);
    let isBegun = false;
    const second = limit(() => {
      isBegun = true;
      return Promise.resolve();
    }, controller.signal);
    controller.abort();
    wait.open();
    await first;
    await expect(second).rejects.toBeInstanceOf(CancelledError);
    expect(isBegun).toBe(false);
  });
});

describe('errors of the disk', () => {
  const withCode = (code: string): Error => Object.assign(new Error('raw'), { code });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_FULL', 'disk-full'],
    ['EACCES', 'permission'],
    ['EROFS', 'permission'],
    ['SQLITE_READONLY', 'permission'],
    ['SQLITE_READONLY_DIRECTORY', 'permission'],
    ['SQLITE_CANTOPEN', 'permission'],
    ['SQLITE_CORRUPT', 'corrupt'],
    ['SQLITE_CORRUPT_INDEX', 'corrupt'],
    ['SQLITE_NOTADB', 'corrupt'],
    ['SQLITE_BUSY', 'timeout'],
  ])('would catch %s shown raw or as the wrong kind', (code, expected) => {
    const error = storageError(withCode(code), '/data');
    expect(error).toMatchObject({ name: 'StudioError', code: expected, hint: expect.any(String) as string });
    expect((error as StudioError).cause).toMatchObject({ code });
  });

  it('would catch a bug, a cancel or a known error that is dressed up as the disk’s', () => {
    for (const error of [new TypeError('x'), new CancelledError(), new StudioError('input', 'x'), withCode('ENOENT')]) {
      expect(storageError(error, '/data')).toBe(error);
    }
  });
});
