import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/build/canonical-json.ts';
import { artefactDigest, artefactKey } from '../../../src/core/build/key.ts';

/** The same value with the members of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, shuffled(member)])
      .reverse(),
  );
}

const keyOf = (identity: unknown): string =>
  artefactKey({ name: 'stage', version: 1, identity: canonicalJson(identity) });

describe('canonical JSON', () => {
  it('would catch a key that depends on the order in which an input was put together', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('would catch a value that is read back as another one', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('would catch two different inputs under one key', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const isSame =
          JSON.stringify(shuffled(JSON.parse(canonicalJson(one)))) ===
          JSON.stringify(shuffled(JSON.parse(canonicalJson(other))));
        expect(keyOf(one) === keyOf(other)).toBe(isSame);
      }),
    );
  });

  it('would catch a changed leaf that does not change the key', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), leaf, { minKeys: 1 }), leaf, fc.nat(), (object, other, at) => {
        const names = Object.keys(object);
        const name = names[at % names.length]!;
        fc.pre(!Object.is(object[name], other));
        expect(keyOf({ deep: [{ ...object, [name]: other }] })).not.toBe(keyOf({ deep: [object] }));
      }),
    );
  });

  it('would catch member names sorted by the machine’s language instead of by code units (RFC 8785, 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\u{1f600}': 'Smiley',
      '\u0080': 'Control',
      ö: 'o',
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object).join('|')).toBe('1|\r|\u0080|ö|€|\u{1f600}|\ufb33');
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 0.002, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  it.each([
    ['NaN', { a: [1, Number.NaN] }, 'a.1'],
    ['Infinity', Infinity, 'the top'],
    ['undefined in a list', [undefined], '0'],
    ['a hole in a list', new Array(2), '0'],
    ['a Date', { when: new Date(0) }, 'when'],
    ['a Map', { map: new Map() }, 'map'],
    ['a typed array', { samples: new Float32Array(2) }, 'samples'],
    ['a bigint', { n: 1n }, 'n'],
    ['a function', { f: () => 1 }, 'f'],
  ])('would catch %s that JSON turns into something else without a word', (_, value, path) => {
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({ code: 'internal', message: expect.stringContaining(path) as string }),
    );
  });

  it('would catch a key that is not the same on every machine and version: all caches would be lost', () => {
    const identity = canonicalJson({
      voice: 'af_heart',
      speed: 1.25,
      text: 'Nib the otter – “hello”',
      skip: undefined,
    });
    expect(identity).toBe('{"speed":1.25,"text":"Nib the otter – “hello”","voice":"af_heart"}');
    expect(artefactKey({ name: 'narrate', version: 3, identity })).toBe(GOLDEN_KEY);
  });

  it('would catch a digest that depends on the order in which files were listed, or not on their names', () => {
    const a = { path: 'a', bytes: 1, sha256: '1'.repeat(64) };
    const b = { path: 'b', bytes: 1, sha256: '2'.repeat(64) };
    expect(artefactDigest('{}', [a, b])).toBe(artefactDigest('{}', [b, a]));
    expect(
      artefactDigest('{}', [
        { ...a, path: 'b' },
        { ...b, path: 'a' },
      ]),
    ).not.toBe(artefactDigest('{}', [a, b]));
    expect(artefactDigest('1', [])).not.toBe(artefactDigest('2', []));
  });
});

const GOLDEN_KEY = '6e5c3685c482b6674872a2578f444bce6e2d249794012109f0d15a218251b76f';
