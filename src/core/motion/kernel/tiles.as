// Lays one layer of a drawing over a frame, a tile of 32x32 pixels at a time, so that only those tiles are worked on where
// the layer is seen (layers/painter.ts decides which). Within a tile it is the resampling of resample.as: across into
// 16-bit fixed point, then four rows into one.
//
// Colours are premultiplied: luma's distance from 16 and chroma's from 128, by alpha. So what a layer is laid over counts for
// 1 - alpha, and no edge gets the colour of what is transparent beside it. Alpha itself is kept as 16 (nothing) .. 240 (all):
// the filter swings a little beyond both at an edge, in alpha as in colour, and only if neither is cut off there do the two
// still agree.

import { blend, BLOCK, PHASES, planAcross, tap } from './resample';

/** Pixels of a tile's side (TILE in layers/layout.ts); chroma has half as many. */
const TILE: i32 = 32;

// A layer as the host describes it for one frame (layers/layout.ts): two f64, then i32.
const START_Y: usize = 0;
const STEP_Y: usize = 8;
const LUMA: usize = 16;
const ALPHA: usize = 20;
const CHROMA_U: usize = 24;
const CHROMA_V: usize = 28;
const CHROMA_ALPHA: usize = 32;
const STRIDE: usize = 36;
const CHROMA_STRIDE: usize = 40;
const PLAN: usize = 44;
const CHROMA_PLAN: usize = 48;
/** Samples by which the layer's planes are padded on all sides. */
const MARGIN: usize = 52;
const CHROMA_MARGIN: usize = 56;
/** Of all of the layer, Q15; only where it does not cover. */
const OPACITY: usize = 60;

/** Plans (resample.as) of all tiles of a row: the last begins where a whole one still fits. */
export function planTiles(plan: usize, width: i32, tile: i32, start: f64, step: f64, table: usize): void {
  for (let x = 0; x < width; x += tile) {
    planAcross(plan, tile, start + step * <f64>min(x, width - tile), step, table);
    plan += <usize>(tile >> 3) * BLOCK;
  }
}

/** `rows` rows of a padded plane, each into `width` samples of biased 8.8 fixed point; `source` is the first row. */
// @ts-ignore: decorator
@inline
function acrossTile(source: usize, stride: usize, rows: i32, plan: usize, width: i32, target: usize): void {
  const bias = i8x16.splat(-128);
  const pitch = <usize>width << 1;
  for (let x = 0; x < width; x += 8) {
    const shuffle0 = v128.load(plan, 16);
    const shuffle1 = i16x8.add(shuffle0, i16x8.splat(0x100));
    const shuffle2 = i16x8.add(shuffle0, i16x8.splat(0x200));
    const shuffle3 = i16x8.add(shuffle0, i16x8.splat(0x300));
    const weight0 = v128.load(plan, 32);
    const weight1 = v128.load(plan, 48);
    const weight2 = v128.load(plan, 64);
    const weight3 = v128.load(plan, 80);
    let from = source + <usize>load<i32>(plan);
    let to = target + (<usize>x << 1);
    for (let row = 0; row < rows; row++) {
      const samples = v128.xor(v128.load(from), bias);
      const left = i16x8.add(tap(samples, shuffle0, weight0), tap(samples, shuffle1, weight1));
      const right = i16x8.add(tap(samples, shuffle2, weight2), tap(samples, shuffle3, weight3));
      v128.store(to, i16x8.add_sat_s(left, right));
      from += stride;
      to += pitch;
    }
    plan += BLOCK;
  }
}

/** What is done with the samples of a tile. */
const COVER: i32 = 0;
const LAY_LUMA: i32 = 1;
const LAY_CHROMA: i32 = 2;
/** Alpha itself: stored as it is. */
const FADE: i32 = 3;

/** Of biased samples: luma's black, alpha's nothing. */
const BLACK: i16 = 16 - 128;
const CLEAR: i16 = 16 - 128;
const FULL: i16 = 240 - 128;

/** A biased sample (`zero`: where it fades to) of which only a part is seen. */
// @ts-ignore: decorator
@inline
function fade(sample: v128, zero: v128, opacity: v128): v128 {
  return i16x8.add(zero, i16x8.relaxed_q15mulr_s(i16x8.sub(sample, zero), opacity));
}

/** A premultiplied sample over what lies below, which counts for 1 - alpha; all biased, eight of them. */
// @ts-ignore: decorator
@inline
function over(sample: v128, below: v128, alpha: v128, zero: v128): v128 {
  const rest = i16x8.sub(i16x8.splat(FULL), alpha);
  // 224 becomes 16384: Q14, with room for a little more than one.
  const weight = i16x8.add(i16x8.mul(rest, i16x8.splat(73)), i16x8.shr_s(rest, 3));
  return i16x8.add(sample, i16x8.relaxed_q15mulr_s(i16x8.shl(i16x8.sub(below, zero), 1), weight));
}

// @ts-ignore: decorator
@inline
function tilePlane(
  plane: usize,
  stride: i32,
  margin: i32,
  plan: usize,
  size: i32,
  startY: f64,
  stepY: f64,
  target: usize,
  pitch: i32,
  alpha: usize,
  how: i32,
  opacity: i32,
  table: usize,
  scratch: usize,
): void {
  const bias = i8x16.splat(-128);
  const first = <i32>Math.floor(startY) - 1;
  const last = <i32>Math.floor(startY + stepY * <f64>(size - 1)) + 2;
  // planAcross counts on resample.as's own margin of 16 before the first sample.
  const source = plane + <usize>((first + margin) * stride + margin - 16);
  acrossTile(source, <usize>stride, last - first + 1, plan, size, scratch);
  const rowBytes = <usize>size << 1;
  for (let y = 0; y < size; y++) {
    const position = startY + stepY * <f64>y;
    const whole = Math.floor(position);
    const weights = table + (<usize>(<i32>Math.floor((position - whole) * <f64>PHASES + 0.5)) << 3);
    const w0 = v128.load16_splat(weights, 0);
    const w1 = v128.load16_splat(weights, 2);
    const w2 = v128.load16_splat(weights, 4);
    const w3 = v128.load16_splat(weights, 6);
    const r0 = scratch + <usize>(<i32>whole - 1 - first) * rowBytes;
    const r1 = r0 + rowBytes;
    const r2 = r1 + rowBytes;
    const r3 = r2 + rowBytes;
    for (let x: usize = 0; x < <usize>size; x += 16) {
      const near = x << 1;
      const far = near + 16;
      let low = blend(r0 + near, r1 + near, r2 + near, r3 + near, w0, w1, w2, w3);
      let high = blend(r0 + far, r1 + far, r2 + far, r3 + far, w0, w1, w2, w3);
      if (how != COVER && opacity < 32767) {
        const part = i16x8.splat(<i16>opacity);
        const nothing = i16x8.splat(how == LAY_CHROMA ? 0 : how == LAY_LUMA ? BLACK : CLEAR);
        low = fade(low, nothing, part);
        high = fade(high, nothing, part);
      }
      if (how == LAY_LUMA || how == LAY_CHROMA) {
        const zero = i16x8.splat(how == LAY_CHROMA ? 0 : BLACK);
        const cover = v128.xor(v128.load(alpha + x), bias);
        const below = v128.xor(v128.load(target + x), bias);
        low = over(low, i16x8.extend_low_i8x16_s(below), i16x8.extend_low_i8x16_s(cover), zero);
        high = over(high, i16x8.extend_high_i8x16_s(below), i16x8.extend_high_i8x16_s(cover), zero);
      }
      v128.store(target + x, v128.xor(i8x16.narrow_i16x8_s(low, high), bias));
    }
    target += <usize>pitch;
    alpha += <usize>size;
  }
}

/**
 * One tile of a layer onto a frame (yuv420p, tightly packed): the tile number `column` of its row, whose left upper pixel
 * is (x, y), both even. `covers`: the layer is opaque here. `scratch` holds 64 rows of 64 bytes and 1024 bytes of alpha.
 */
export function paintTile(
  layer: usize,
  frame: usize,
  width: i32,
  height: i32,
  column: i32,
  x: i32,
  y: i32,
  covers: bool,
  table: usize,
  scratch: usize,
): void {
  const stepY = load<f64>(layer, STEP_Y);
  const start = load<f64>(layer, START_Y);
  const startY = start + stepY * <f64>y;
  const stride = load<i32>(layer, STRIDE);
  const margin = load<i32>(layer, MARGIN);
  const opacity = load<i32>(layer, OPACITY);
  const plan = <usize>load<i32>(layer, PLAN) + <usize>(column * (TILE >> 3)) * BLOCK;
  const luma = <usize>load<i32>(layer, LUMA);
  const target = frame + <usize>(y * width + x);
  const alpha = scratch + 4096;
  if (covers) {
    tilePlane(luma, stride, margin, plan, TILE, startY, stepY, target, width, 0, COVER, 0, table, scratch);
  } else {
    const plane = <usize>load<i32>(layer, ALPHA);
    tilePlane(plane, stride, margin, plan, TILE, startY, stepY, alpha, TILE, 0, FADE, opacity, table, scratch);
    tilePlane(luma, stride, margin, plan, TILE, startY, stepY, target, width, alpha, LAY_LUMA, opacity, table, scratch);
  }
  const half = TILE >> 1;
  const halfWidth = width >> 1;
  // Chroma lies between the rows of luma, in the layer as in the frame.
  const chromaY = (start + (stepY - 1) / 2) / 2 + stepY * <f64>(y >> 1);
  const chromaStride = load<i32>(layer, CHROMA_STRIDE);
  const chromaMargin = load<i32>(layer, CHROMA_MARGIN);
  const chromaPlan = <usize>load<i32>(layer, CHROMA_PLAN) + <usize>(column * (half >> 3)) * BLOCK;
  if (!covers) {
    const plane = <usize>load<i32>(layer, CHROMA_ALPHA);
    tilePlane(plane, chromaStride, chromaMargin, chromaPlan, half, chromaY, stepY, alpha, half, 0, FADE, opacity, table, scratch);
  }
  const offset = <usize>((y >> 1) * halfWidth + (x >> 1));
  let chroma = frame + <usize>(width * height) + offset;
  for (let index: usize = 0; index < 2; index++) {
    const plane = <usize>load<i32>(layer + (index << 2), CHROMA_U);
    if (covers) {
      tilePlane(plane, chromaStride, chromaMargin, chromaPlan, half, chromaY, stepY, chroma, halfWidth, 0, COVER, 0, table, scratch);
    } else {
      tilePlane(plane, chromaStride, chromaMargin, chromaPlan, half, chromaY, stepY, chroma, halfWidth, alpha, LAY_CHROMA, opacity, table, scratch);
    }
    chroma += <usize>(halfWidth * (height >> 1));
  }
}
