import type { Accent } from './accent.ts';

/**
 * espeak's way of writing sounds to Kokoro's. The pairs are those of misaki, the converter that Kokoro was trained with
 * (github.com/hexgrad/misaki, espeak.py, Apache-2.0). Longest first.
 */
const SHARED: readonly (readonly [string, string])[] = [
  ['ʔˌn\u0329', 'tᵊn'],
  ['ʔn\u0329', 'tᵊn'],
  ['aɪ', 'I'],
  ['aʊ', 'W'],
  ['dʒ', 'ʤ'],
  ['eɪ', 'A'],
  ['tʃ', 'ʧ'],
  ['ɔɪ', 'Y'],
  ['ʲo', 'jo'],
  ['ʲə', 'jə'],
  ['ʲ', ''],
  ['ɚ', 'əɹ'],
  ['r', 'ɹ'],
  ['x', 'k'],
  ['ç', 'k'],
  ['ɐ', 'ə'],
  ['ɬ', 'l'],
  ['\u0303', ''],
];

const BRITISH: readonly (readonly [string, string])[] = [
  ['eə', 'ɛː'],
  ['iə', 'ɪə'],
  ['əʊ', 'Q'],
];

const AMERICAN: readonly (readonly [string, string])[] = [
  ['oʊ', 'O'],
  ['ɜːɹ', 'ɜɹ'],
  ['ɜː', 'ɜɹ'],
  ['ɪə', 'iə'],
  ['ː', ''],
];

/** Symbol for symbol; spaces and stress marks stay where they are. */
export function toKokoro(ipa: string, language: Accent): string {
  const rules = [...(language === 'en-GB' ? BRITISH : []), ...SHARED, ...(language === 'en-US' ? AMERICAN : [])];
  let sounds = ipa.replace(/[_-]/g, '');
  for (const [from, to] of rules) sounds = sounds.replaceAll(from, to);
  // A syllabic consonant ("little") is written with a small schwa before it; "balloon" keeps its full one.
  sounds = sounds.replace(/əl(?![ˈˌ]*[aeiouɑɒæɔəɛɜɪʊʌᵻAIOQWY])/gu, 'ᵊl');
  sounds = sounds.replace(/(\S)\u0329/gu, 'ᵊ$1').replaceAll('\u0329', '');
  return sounds.replaceAll('e', 'A').replaceAll('o', 'ɔ').replaceAll('ɾ', 'T').replaceAll('ʔ', 't');
}
