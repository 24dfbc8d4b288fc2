/** Where captions stand: at the bottom, unless somebody's head would be covered there and is not elsewhere. */
import type { CaptionLook, FramePixels } from '../../shared/captions/look.ts';

/** A part of the frame, 0..1. */
export interface FrameBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Heads that are to be seen at a moment, seconds from the scene's first frame. */
export type HeadsAt = (seconds: number) => readonly FrameBox[];

/** Pixels. */
export interface Block {
  readonly width: number;
  readonly height: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Seconds between the moments at which heads are looked for. */
const STEP = 0.5;
/** A head is more than its box: hats, ears. */
const AIR = 0.012;

/** Heads of all moments of a time. */
export function headsDuring({ start, end }: Span, heads: HeadsAt): FrameBox[] {
  const steps = Math.max(1, Math.ceil((end - start) / STEP));
  return Array.from({ length: steps + 1 }, (_, step) => heads(start + ((end - start) * step) / steps)).flat();
}

/** How much of a block covers heads: the sum of what it covers of each, as parts of the heads. */
export function covered(block: FrameBox, heads: readonly FrameBox[]): number {
  return heads.reduce((sum, head) => {
    const area = head.width * head.height;
    return area > 0 ? sum + overlap(block, grown(head)) / area : sum;
  }, 0);
}

function grown({ x, y, width, height }: FrameBox): FrameBox {
  return { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
}

function overlap(a: FrameBox, b: FrameBox): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

/** Pixels from the frame's top at which a block may begin: the bottom first, the top next, then bands between. */
function bands({ height }: Block, { margin }: CaptionLook, frame: FramePixels): number[] {
  const bottom = frame.height - margin.bottom - height;
  const top = margin.top;
  const between = [0.75, 0.25, 0.5].map((part) => top + (bottom - top) * part);
  return [bottom, top, ...between];
}

/**
 * The tops of blocks that stand in the middle of the frame's width. All of a scene's stand in one band where there is one in
 * which none covers a head: captions that jump are hard to read. Else each goes where it covers the least.
 */
export function placeBlocks(
  blocks: readonly (Block & Span)[],
  {
    look,
    frame,
    heads,
  }: { readonly look: CaptionLook; readonly frame: FramePixels; readonly heads?: HeadsAt | undefined },
): number[] {
  const tops = blocks.map((block) => bands(block, look, frame));
  if (!heads) return tops.map(([bottom]) => bottom!);
  const costs = blocks.map((block, index) => {
    const seen = headsDuring(block, heads);
    return tops[index]!.map((top) => covered(inParts(block, top, frame), seen));
  });
  const bandCount = tops[0]?.length ?? 0;
  for (let band = 0; band < bandCount; band += 1) {
    if (costs.every((cost) => cost[band] === 0)) return tops.map((each) => each[band]!);
  }
  return tops.map((each, index) => each[costs[index]!.indexOf(Math.min(...costs[index]!))]!);
}

function inParts({ width, height }: Block, top: number, frame: FramePixels): FrameBox {
  return {
    x: 0.5 - width / frame.width / 2,
    y: top / frame.height,
    width: width / frame.width,
    height: height / frame.height,
  };
}
