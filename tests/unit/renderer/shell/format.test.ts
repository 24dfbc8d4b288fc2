import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../../src/renderer/i18n/en.ts';
import { agoText, bytesText, clockText, durationText } from '../../../../src/renderer/i18n/format.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
});

describe('numbers for people', () => {
  it('would catch 60 s where a minute is meant, and 0 s where it is nearly done', () => {
    expect([0.2, 59.6, 60, 125, 3540, 3599.7, 4800].map(durationText)).toEqual([
      'a moment',
      '1 min',
      '1 min',
      '2 min 5 s',
      '59 min',
      '1 h 0 min',
      '1 h 20 min',
    ]);
  });

  it('would catch a clock that shows 0:60', () => {
    expect([0, 4.2, 59.7, 3599.6, 3723].map(clockText)).toEqual(['0:00', '0:04', '1:00', '1:00:00', '1:02:03']);
  });

  it('would catch 1,000 MB, and a fraction of a kilobyte', () => {
    expect([0, 999, 999_960_000, 1_200_000_000].map(bytesText)).toEqual(['0 kB', '1 kB', '1 GB', '1.2 GB']);
  });

  it('would catch the future as a time of the last edit when clocks differ', () => {
    expect(agoText(2_000, 1_000)).toBe('now');
    expect(agoText(0, 3 * 3_600_000)).toBe('3 hours ago');
    expect(agoText(0, 86_400_000)).toBe('yesterday');
  });
});
