/** Where everything lies in the memory that the host and the sampling thread share. */
import { type LayeredLayout, type LayeredSource, layoutLayers } from './layers/layout.ts';
import { BLOCK } from './taps.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One plane of a yuv420p picture: luma, or a chroma plane with one sample for 2x2 pixels. */
export interface PlaneLayout {
  readonly source: Size;
  readonly target: Size;
  /** Bytes from one row of the source to the next; the source is padded on all sides by MARGIN samples. */
  readonly stride: number;
  /** Address of the padded source. */
  readonly address: number;
  /** Where the plane begins within a frame. */
  readonly offset: number;
  readonly subsampling: 1 | 2;
}

/** A picture in one piece. */
export interface FlatLayout {
  readonly kind: 'flat';
  readonly planes: readonly PlaneLayout[];
}

export interface FlatSource {
  readonly kind: 'flat';
  /** Even. */
  readonly size: Size;
}

/** What a camera films: a picture, or the layers of one. */
export type Source = FlatSource | LayeredSource;
type SourceLayout = FlatLayout | LayeredLayout;

/** Plain data: it goes to the thread with its task. All addresses are in bytes. */
export interface MemoryLayout {
  /** Int32s of ring.ts. */
  readonly control: number;
  /** The filter's weights (taps.ts). */
  readonly taps: number;
  /** The kernel's plan of one row, and its four rows of working space. */
  readonly plan: number;
  readonly rows: number;
  readonly frame: Size;
  readonly frameBytes: number;
  /** The scene's own, and the next scene's when there is a transition to it. */
  readonly sources: readonly SourceLayout[];
  /** For a transition: a frame of each scene, and what weighs one against the other. */
  readonly transition: TransitionLayout | undefined;
  /** The frames that can be held at a time. */
  readonly slots: readonly number[];
  /** Of 64 KiB. */
  readonly pages: number;
}

export interface TransitionLayout {
  readonly before: number;
  readonly after: number;
  /** TABLE_BYTES or more. */
  readonly table: number;
}

/** Takes room for so many bytes; gives its address. */
export type Reserve = (bytes: number) => number;

/** Samples by which source planes are padded (MARGIN in kernel/resample.as). */
export const MARGIN = 16;
const PAGE = 65_536;
const CONTROL_BYTES = 64;

/** Bytes of a tightly packed yuv420p picture; both sides are even. */
export function frameBytes({ width, height }: Size): number {
  return (width * height * 3) / 2;
}

/**
 * Lays out room for what is filmed and for `slots` frames; for a second source with all that a transition needs. Sizes are
 * even, frames at least 32 on either side.
 */
export function layoutMemory(sources: readonly Source[], frame: Size, slots: number, tapsBytes: number): MemoryLayout {
  let end = 0;
  const reserve = (bytes: number): number => {
    const address = end;
    end = Math.ceil((end + bytes) / 64) * 64;
    return address;
  };
  const control = reserve(CONTROL_BYTES);
  const taps = reserve(tapsBytes);
  const plan = reserve(Math.ceil(frame.width / 8) * BLOCK);
  const rows = reserve(frame.width * Int16Array.BYTES_PER_ELEMENT * 4);
  const layouts = sources.map((source) =>
    source.kind === 'flat' ? layoutFlat(source, frame, reserve) : layoutLayers(source, frame, reserve),
  );
  const transition = sources.length > 1 ? layoutTransition(frame, reserve) : undefined;
  const addresses = Array.from({ length: slots }, () => reserve(frameBytes(frame)));
  return {
    control,
    taps,
    plan,
    rows,
    frame,
    frameBytes: frameBytes(frame),
    sources: layouts,
    transition,
    slots: addresses,
    pages: Math.ceil(end / PAGE),
  };
}

function layoutFlat({ size }: FlatSource, frame: Size, reserve: Reserve): FlatLayout {
  let offset = 0;
  const planes = ([1, 2, 2] as const).map((subsampling): PlaneLayout => {
    const source = divide(size, subsampling);
    const target = divide(frame, subsampling);
    const stride = Math.ceil((source.width + MARGIN * 2) / 64) * 64;
    const address = reserve(stride * (source.height + MARGIN * 2));
    const plane = { source, target, stride, address, offset, subsampling };
    offset += target.width * target.height;
    return plane;
  });
  return { kind: 'flat', planes };
}

/** Enough for the weights of a slanting wipe (a byte a pixel) and for a page's table (16 bytes for a quarter of a pixel). */
function layoutTransition(frame: Size, reserve: Reserve): TransitionLayout {
  return {
    before: reserve(frameBytes(frame)),
    after: reserve(frameBytes(frame)),
    table: reserve((frame.width + frame.height) * 4 * 16 * 2),
  };
}

function divide({ width, height }: Size, factor: number): Size {
  return { width: width / factor, height: height / factor };
}
