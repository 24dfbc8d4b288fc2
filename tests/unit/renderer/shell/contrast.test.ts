import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, '../../../../src/renderer/styles/tokens.css'), 'utf8');

/** The six-digit colours of tokens.css by name, for light and dark. */
function palette(theme: 0 | 1): Readonly<Record<string, string>> {
  const pairs = tokens.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return Object.fromEntries(
    [...pairs].map(([, name = '', light = '', dark = '']) => [name, theme === 0 ? light : dark]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['desk', 'panel', 'raised', 'sunken'];
const TEXTS = ['ink', 'soft', 'faint', 'accent', 'ok', 'warn', 'danger'];

/** What stands on a ground of its own. */
const PAIRS = [
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['ok', 'ok-soft'],
  ['warn', 'warn-soft'],
  ['danger', 'danger-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'danger-soft'],
] as const;

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the %s theme', (_name, theme) => {
  const colours = palette(theme);

  it('would catch a text colour that cannot be read on a ground it may stand on', () => {
    const pairs = [...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)), ...PAIRS];
    const faint = pairs.filter(([text, ground]) => contrast(colours[text]!, colours[ground]!) < 4.5);
    expect(faint).toEqual([]);
  });

  it('would catch the edge of a field, or the ring of focus, that cannot be seen', () => {
    const lines = ['bound', 'focus'].flatMap((line) => ['desk', 'panel', 'raised'].map((ground) => [line, ground]));
    expect(lines.filter(([line, ground]) => contrast(colours[line!]!, colours[ground!]!) < 3)).toEqual([]);
  });
});
