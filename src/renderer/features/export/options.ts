import type { Output } from '../../../shared/project.ts';
import { PRESETS } from '../../../shared/film.ts';

export { CODECS, ENCODERS, EXTRAS, FRAME_RATES, PRESETS, SIZES } from '../../../shared/film.ts';

export interface OutputProps {
  readonly output: Output;
  readonly onChange: (output: Output) => void;
}

/** x264's constant rate factor by what people call it; the encoder's own default is 23. */
export const QUALITIES = { best: 16, high: 20, standard: 23, small: 28 } as const;
export type Quality = keyof typeof QUALITIES;
export const QUALITY_NAMES = Object.keys(QUALITIES) as readonly Quality[];

/** The named quality that is nearest to a rate factor. */
export function qualityOf(crf: number): Quality {
  const distance = (name: Quality): number => Math.abs(QUALITIES[name] - crf);
  return QUALITY_NAMES.reduce((best, name) => (distance(name) < distance(best) ? name : best), 'standard');
}

export function presetOf(name: string): Output['preset'] {
  return PRESETS.find((preset) => preset === name) ?? 'ultrafast';
}

/** What no system, or not every one, takes in a file's name. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const LONGEST_NAME = 200;

/** A file's name that can be kept on any system, made of a title. */
export function fileNameFor(title: string): string {
  const name = title.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim().replace(/\.+$/u, '');
  return name.slice(0, LONGEST_NAME - 4) || 'Film';
}

export type NameFault = { readonly kind: 'empty' | 'long' } | { readonly kind: 'letters'; readonly letters: string };

/** What is wrong with a file's name, if anything is. */
export function nameFault(name: string): NameFault | undefined {
  if (name.trim() === '') return { kind: 'empty' };
  if (name.trim().length > LONGEST_NAME) return { kind: 'long' };
  const letters = [...new Set(name.match(FORBIDDEN))].join(' ');
  return letters === '' ? undefined : { kind: 'letters', letters };
}
