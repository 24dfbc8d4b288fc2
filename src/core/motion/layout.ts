/** Where everything lies in the memory that the host and the sampling thread share. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One plane of a yuv420p picture: luma, or a chroma plane with one sample for 2x2 pixels. */
interface PlaneLayout {
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

/** Plain data: it goes to the thread with its task. All addresses are in bytes. */
export interface MemoryLayout {
  /** Int32s of ring.ts. */
  readonly control: number;
  /** The filter's weights (taps.ts). */
  readonly taps: number;
  /** The kernel's plan of one row, and its four rows of working space. */
  readonly plan: number;
  readonly rows: number;
  readonly planes: readonly PlaneLayout[];
  readonly frameBytes: number;
  /** The frames that can be held at a time. */
  readonly slots: readonly number[];
  /** Of 64 KiB. */
  readonly pages: number;
}

/** Samples by which source planes are padded (MARGIN in kernel.as). */
export const MARGIN = 16;
/** Bytes of the kernel's plan for 8 samples (BLOCK in kernel.as). */
const BLOCK = 96;
const PAGE = 65_536;
const CONTROL_BYTES = 64;

/** Bytes of a tightly packed yuv420p picture; both sides are even. */
export function frameBytes({ width, height }: Size): number {
  return (width * height * 3) / 2;
}

/** Lays out room for a picture and `slots` frames. Sizes are even, frames at least 32 on either side. */
export function layoutMemory(picture: Size, frame: Size, slots: number, tapsBytes: number): MemoryLayout {
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
  let offset = 0;
  const planes = ([1, 2, 2] as const).map((subsampling): PlaneLayout => {
    const source = divide(picture, subsampling);
    const target = divide(frame, subsampling);
    const stride = Math.ceil((source.width + MARGIN * 2) / 64) * 64;
    const address = reserve(stride * (source.height + MARGIN * 2));
    const plane = { source, target, stride, address, offset, subsampling };
    offset += target.width * target.height;
    return plane;
  });
  const addresses = Array.from({ length: slots }, () => reserve(frameBytes(frame)));
  return {
    control,
    taps,
    plan,
    rows,
    planes,
    frameBytes: frameBytes(frame),
    slots: addresses,
    pages: Math.ceil(end / PAGE),
  };
}

function divide({ width, height }: Size, factor: number): Size {
  return { width: width / factor, height: height / factor };
}
