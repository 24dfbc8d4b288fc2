// Resamples a plane of 8-bit samples for a camera that pans and zooms without turning (AssemblyScript, WebAssembly SIMD).
// The host (sampler.ts) lays out the memory; nothing is allocated here.
//
// Such a camera's resampling is separable: each source row that is needed is first resampled across (`across`), kept as
// 16-bit fixed point in a ring of four rows, and four of those rows are blended down into one output row. Samples are
// biased to -128..127 and held with 8 fraction bits, so that saturation is also the clamp to 0..255 and a product with a
// Q15 weight (-1..1) is one instruction. Only the last sum of four may saturate: two neighbours never weigh more than 1.

/** Fractions of a sample told apart; the weight table has a row of 4 weights for each of 0..PHASES. */
export const PHASES: i32 = 1024;
/** Bytes of one block of a plan: an offset, 16 for the shuffle of the first tap, 4 x 16 for the weights; 16-aligned. */
export const BLOCK: usize = 96;
/** Samples by which every source plane is padded on the left and above. */
const MARGIN: i32 = 16;

/**
 * Works out, for one row of `width` (>= 8) outputs in blocks of 8, where to load 16 source samples, how to shuffle them
 * and with what to weigh them. Output i lies at the source coordinate start + step * i. The last block overlaps the one
 * before it when width is not a multiple of 8.
 */
export function planAcross(plan: usize, width: i32, start: f64, step: f64, table: usize): void {
  for (let first = 0; first < width; first += 8) {
    const x = min(first, width - 8);
    const base = <i32>Math.floor(start + step * <f64>x) - 1;
    store<i32>(plan, base + MARGIN);
    for (let i = 0; i < 8; i++) {
      const position = start + step * <f64>(x + i);
      const whole = Math.floor(position);
      const phase = <i32>Math.floor((position - whole) * <f64>PHASES + 0.5);
      const lane = <usize>(i << 1);
      // The low byte of a lane is zero (0x80 shuffles a zero in), the high byte is the sample.
      store<u16>(plan + lane, <u16>(((<i32>whole - 1 - base) << 8) | 0x80), 16);
      const weights = table + (<usize>phase << 3);
      store<i16>(plan + lane, load<i16>(weights, 0), 32);
      store<i16>(plan + lane, load<i16>(weights, 2), 48);
      store<i16>(plan + lane, load<i16>(weights, 4), 64);
      store<i16>(plan + lane, load<i16>(weights, 6), 80);
    }
    plan += BLOCK;
  }
}

// @ts-ignore: decorator
@inline
export function tap(samples: v128, shuffle: v128, weight: v128): v128 {
  return i16x8.relaxed_q15mulr_s(i8x16.relaxed_swizzle(samples, shuffle), weight);
}

/** One padded source row into one row of biased 8.8 fixed point. */
// @ts-ignore: decorator
@inline
function across(source: usize, target: usize, width: i32, plan: usize): void {
  const bias = i8x16.splat(-128);
  for (let first = 0; first < width; first += 8) {
    const x = min(first, width - 8);
    const samples = v128.xor(v128.load(source + <usize>load<i32>(plan)), bias);
    const shuffle = v128.load(plan, 16);
    const left = i16x8.add(
      tap(samples, shuffle, v128.load(plan, 32)),
      tap(samples, i16x8.add(shuffle, i16x8.splat(0x100)), v128.load(plan, 48)),
    );
    const right = i16x8.add(
      tap(samples, i16x8.add(shuffle, i16x8.splat(0x200)), v128.load(plan, 64)),
      tap(samples, i16x8.add(shuffle, i16x8.splat(0x300)), v128.load(plan, 80)),
    );
    v128.store(target + (<usize>x << 1), i16x8.add_sat_s(left, right));
    plan += BLOCK;
  }
}

/** Eight samples of four rows by their weights: biased, not yet clamped to a byte. */
// @ts-ignore: decorator
@inline
export function blend(r0: usize, r1: usize, r2: usize, r3: usize, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  const upper = i16x8.add(i16x8.relaxed_q15mulr_s(v128.load(r0), w0), i16x8.relaxed_q15mulr_s(v128.load(r1), w1));
  const lower = i16x8.add(i16x8.relaxed_q15mulr_s(v128.load(r2), w2), i16x8.relaxed_q15mulr_s(v128.load(r3), w3));
  return i16x8.shr_s(i16x8.add_sat_s(i16x8.add_sat_s(upper, lower), i16x8.splat(128)), 8);
}

/**
 * Resamples a whole plane: `width` (>= 16) x `height` outputs, rows `targetStride` bytes apart. `source` is the padded
 * plane's first byte. Output row j lies at the source row startY + stepY * j. `ring` holds 4 rows of width x 2 bytes.
 */
export function resample(
  source: usize,
  sourceStride: i32,
  target: usize,
  targetStride: i32,
  width: i32,
  height: i32,
  plan: usize,
  startY: f64,
  stepY: f64,
  table: usize,
  ring: usize,
): void {
  const bias = i8x16.splat(-128);
  const ringStride = <usize>width << 1;
  /** Source rows below this one are in the ring already, as far as it reaches back. */
  let next = i32.MIN_VALUE;
  for (let y = 0; y < height; y++) {
    const position = startY + stepY * <f64>y;
    const whole = Math.floor(position);
    const first = <i32>whole - 1;
    for (let row = max(next, first); row < first + 4; row++) {
      across(source + <usize>((row + MARGIN) * sourceStride), ring + <usize>(row & 3) * ringStride, width, plan);
    }
    next = first + 4;
    const weights = table + (<usize>(<i32>Math.floor((position - whole) * <f64>PHASES + 0.5)) << 3);
    const w0 = v128.load16_splat(weights, 0);
    const w1 = v128.load16_splat(weights, 2);
    const w2 = v128.load16_splat(weights, 4);
    const w3 = v128.load16_splat(weights, 6);
    const r0 = ring + <usize>(first & 3) * ringStride;
    const r1 = ring + <usize>((first + 1) & 3) * ringStride;
    const r2 = ring + <usize>((first + 2) & 3) * ringStride;
    const r3 = ring + <usize>((first + 3) & 3) * ringStride;
    for (let begin = 0; begin < width; begin += 16) {
      const x = <usize>min(begin, width - 16);
      const low = x << 1;
      const high = low + 16;
      v128.store(
        target + x,
        v128.xor(
          i8x16.narrow_i16x8_s(
            blend(r0 + low, r1 + low, r2 + low, r3 + low, w0, w1, w2, w3),
            blend(r0 + high, r1 + high, r2 + high, r3 + high, w0, w1, w2, w3),
          ),
          bias,
        ),
      );
    }
    target += <usize>targetStride;
  }
}
