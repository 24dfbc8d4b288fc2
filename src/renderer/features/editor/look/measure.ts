import type { CaptionFace } from '../../../../shared/captions/look.ts';

/** The page's fonts that are the same as those that are burned in. */
export const FONTS: Readonly<Record<CaptionFace, { readonly weight: number; readonly family: string }>> = {
  sans: { weight: 600, family: "'Inter Variable', sans-serif" },
  'sans-strong': { weight: 700, family: "'Inter Variable', sans-serif" },
  serif: { weight: 500, family: "'Literata Variable', serif" },
  'serif-strong': { weight: 700, family: "'Literata Variable', serif" },
};

const EM = 100;
let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/** How wide the page draws a text, in ems. */
export function measureText(text: string, face: CaptionFace): number {
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return text.length * 0.5;
  const { weight, family } = FONTS[face];
  pen.font = `${String(weight)} ${String(EM)}px ${family}`;
  return pen.measureText(text).width / EM;
}
