/** Advanced SubStation Alpha v4+, as libass reads it (github.com/libass/libass, and its wiki). Pure: data in, text out. */
import type { Face } from './face.ts';

export interface AssEvent {
  /** Higher ones are drawn over lower ones. */
  readonly layer: number;
  /** Frames of the segment, [from, to). */
  readonly from: number;
  readonly to: number;
  /** Override blocks and escaped text. */
  readonly text: string;
}

export interface AssDocument {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly events: readonly AssEvent[];
}

export function writeAss({ width, height, fps, events }: AssDocument): string {
  const lines = events
    .filter(({ from, to }) => to > from)
    .map(({ layer, from, to, text }) => {
      return `Dialogue: ${String(layer)},${clock(from, fps)},${clock(to, fps)},Plain,,0,0,0,,${text}`;
    });
  return `${[...head(width, height), ...lines].join('\n')}\n`;
}

function head(width: number, height: number): string[] {
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${String(width)}`,
    `PlayResY: ${String(height)}`,
    // Lines are broken by us.
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    'Kerning: yes',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, ' +
      'StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    // Encoding -1: the direction of a line is that of its first letter.
    'Style: Plain,Storyloom Sans,40,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,5,0,0,0,-1',
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
  ];
}

/** Hundredths of a second, chosen between two frames, so that rounding never moves a word by one. */
function clock(frame: number, fps: number): string {
  const hundredths = Math.max(0, Math.round(((frame - 0.5) / fps) * 100));
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  return `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** Text that is nothing but text: no override block, no \N. The word joiner behind a backslash is not drawn by libass. */
export function escapeText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\\/gu, '\\\u2060')
    .replace(/[{}]/gu, '\\$&');
}

/** '&HBBGGRR&' of '#rrggbb'. */
export function assColour(colour: string): string {
  return `&H${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}&`.toUpperCase();
}

/** '&HAA&', 0 for opaque. */
export function assAlpha(opacity: number): string {
  return `&H${Math.round((1 - opacity) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()}&`;
}

export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The font of a run, so large that its em is that many pixels. */
export function fontTags({ family, weight, ascent, descent }: Face, em: number): string {
  return `\\fn${family}\\b${String(weight)}\\fs${number(em * (ascent + descent))}`;
}

/** A rounded rectangle of that size as a drawing; its corner is the event's position. An eighth of a pixel is its unit. */
export function roundedBox(width: number, height: number, radius: number): string {
  const unit = (value: number) => String(Math.round(value * 8));
  const r = Math.min(radius, width / 2, height / 2);
  // A quarter of a circle by a cubic: 0.5523 of the radius.
  const k = r * (1 - 0.5523);
  const [w, h] = [width, height];
  const curve = (...values: number[]) => `b ${values.map(unit).join(' ')}`;
  return [
    `m ${unit(r)} 0 l ${unit(w - r)} 0`,
    curve(w - k, 0, w, k, w, r),
    `l ${unit(w)} ${unit(h - r)}`,
    curve(w, h - k, w - k, h, w - r, h),
    `l ${unit(r)} ${unit(h)}`,
    curve(k, h, 0, h - k, 0, h - r),
    `l 0 ${unit(r)}`,
    curve(0, k, k, 0, r, 0),
  ].join(' ');
}
