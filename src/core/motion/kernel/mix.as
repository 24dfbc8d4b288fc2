// Two pictures into one, weighed sample by sample: dissolves, dips and wipes.

/**
 * target = a + (b - a) * weight / 255, for a plane of `width` (>= 16) x `height` tightly packed samples. Row y takes its
 * weights at `weights` + y * `advance` / 256; b's rows are `pitchB` bytes apart (0: one row for all). The target is neither a nor b.
 */
export function mixPlane(
  a: usize,
  b: usize,
  target: usize,
  width: i32,
  height: i32,
  pitchB: i32,
  weights: usize,
  advance: i32,
): void {
  for (let y = 0; y < height; y++) {
    const row = weights + <usize>((y * advance) >> 8);
    for (let begin = 0; begin < width; begin += 16) {
      const x = <usize>min(begin, width - 16);
      const from = v128.load(a + x);
      const to = v128.load(b + x);
      const weight = v128.load(row + x);
      v128.store(
        target + x,
        i8x16.narrow_i16x8_u(
          between(
            i16x8.extend_low_i8x16_u(from),
            i16x8.extend_low_i8x16_u(to),
            i16x8.extend_low_i8x16_u(weight),
          ),
          between(
            i16x8.extend_high_i8x16_u(from),
            i16x8.extend_high_i8x16_u(to),
            i16x8.extend_high_i8x16_u(weight),
          ),
        ),
      );
    }
    a += <usize>width;
    b += <usize>pitchB;
    target += <usize>width;
  }
}

// @ts-ignore: decorator
@inline
function between(from: v128, to: v128, weight: v128): v128 {
  // 255 becomes 32767: Q15.
  const part = v128.or(i16x8.shl(weight, 7), i16x8.shr_u(weight, 1));
  return i16x8.add(from, i16x8.relaxed_q15mulr_s(i16x8.sub(to, from), part));
}
