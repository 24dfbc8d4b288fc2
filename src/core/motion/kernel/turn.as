// A page that is turned over: seen from above, it lies flat left of the fold, rolls up over a cylinder along it, and what
// has come over shows the paper's back. transitions/page-turn.ts has the geometry, as a table over the distance from the
// fold: this only looks up, for each pixel, which point of which side of the page is seen there.

/** Bytes of one entry of the table, four f32: shift and light of the page's front, then of its back. */
const ENTRY: usize = 16;
/** A shift of this much or more: that side is not there. */
const NOWHERE: f32 = 1e6;

// @ts-ignore: decorator
@inline
function soft(part: f32): f32 {
  const t = max<f32>(0, min<f32>(1, part));
  return t * t * (3 - 2 * t);
}

/** Between four samples; (x, y) lies on the plane. */
// @ts-ignore: decorator
@inline
function sampleAt(plane: usize, width: i32, height: i32, x: f32, y: f32): f32 {
  const left = min(max(<i32>x, 0), width - 2);
  const top = min(max(<i32>y, 0), height - 2);
  const right = max<f32>(0, min<f32>(1, x - <f32>left));
  const down = max<f32>(0, min<f32>(1, y - <f32>top));
  const at = plane + <usize>(top * width + left);
  const upper = <f32>load<u8>(at) + (<f32>load<u8>(at, 1) - <f32>load<u8>(at)) * right;
  const below = at + <usize>width;
  const lower = <f32>load<u8>(below) + (<f32>load<u8>(below, 1) - <f32>load<u8>(below)) * right;
  return upper + (lower - upper) * down;
}

/**
 * One plane of a frame: page `a` turned over page `b`.
 *
 * A luma pixel at (x, y) lies `x * normalX + y * normalY - fold` from the fold, positive where b has come free. Left of
 * `from` nothing is changed yet; right of `farthest` all is b. The table has an entry for every quarter pixel from `nearest`
 * (`from` or less) on. `scale` is 1 for luma and 2 for chroma, `black` the value that stays when light fades (16 or 128),
 * `paper` the back's colour, `through` how much of the front shines through it, `reach` how far the page's shadow falls.
 */
export function turnPlane(
  a: usize,
  b: usize,
  target: usize,
  width: i32,
  height: i32,
  scale: i32,
  normalX: f32,
  normalY: f32,
  fold: f32,
  from: f32,
  nearest: f32,
  farthest: f32,
  table: usize,
  black: f32,
  paper: f32,
  through: f32,
  reach: f32,
  shadow: f32,
): void {
  const size = <f32>scale;
  const right = <f32>(width * scale) - 0.5;
  const bottom = <f32>(height * scale) - 0.5;
  for (let y = 0; y < height; y++) {
    const pageY = <f32>y * size + (size - 1) / 2;
    const base = pageY * normalY - fold;
    const stepX = normalX * size;
    const begin = min(width, max(0, <i32>Math.ceil(<f64>((from - base) / stepX))));
    const end = min(width, max(begin, <i32>Math.floor(<f64>((farthest - base) / stepX))));
    memory.copy(target, a, <usize>begin);
    for (let x = begin; x < end; x++) {
      const pageX = <f32>x * size;
      const distance = base + pageX * normalX;
      const entry = table + <usize>(max(0, <i32>((distance - nearest) * 4))) * ENTRY;
      const frontShift = load<f32>(entry);
      const frontLight = load<f32>(entry, 4);
      const backShift = load<f32>(entry, 8);
      const backLight = load<f32>(entry, 12);

      let light: f32 = frontLight;
      let value: f32;
      let here: f32 = 0;
      if (frontShift < NOWHERE) {
        // How far inside the page the point is that is seen: beyond its edge, b is.
        const fromX = pageX + normalX * frontShift;
        const fromY = pageY + normalY * frontShift;
        here = max<f32>(0, min<f32>(1, min(right - fromX, bottom - fromY) + 0.5));
        value = <f32>load<u8>(b + <usize>x);
        if (here > 0) {
          const front =
            frontShift == 0
              ? <f32>load<u8>(a + <usize>x)
              : sampleAt(a - <usize>(y * width), width, height, fromX / size, (fromY - (size - 1) / 2) / size);
          value += (front - value) * here;
        }
      } else {
        value = <f32>load<u8>(b + <usize>x);
      }
      let back: f32 = 0;
      let behind: f32 = 0;
      if (backShift < NOWHERE) {
        const fromX = pageX + normalX * backShift;
        const fromY = pageY + normalY * backShift;
        const inside = min(min(right - fromX, fromX + 0.5), min(bottom - fromY, fromY + 0.5));
        back = max<f32>(0, min<f32>(1, inside + 0.5));
        if (back > 0) {
          const print = sampleAt(a - <usize>(y * width), width, height, fromX / size, (fromY - (size - 1) / 2) / size);
          behind = paper + (print - paper) * through;
        }
        // What lies under the page darkens towards its edge.
        light *= 1 - shadow * soft(1 + inside / reach);
      }
      value = black + (value - black) * light;
      if (back > 0) value += (black + (behind - black) * backLight - value) * back;
      store<u8>(target + <usize>x, <u8>max<f32>(0, min<f32>(255, value + 0.5)));
    }
    memory.copy(target + <usize>end, b + <usize>end, <usize>(width - end));
    a += <usize>width;
    b += <usize>width;
    target += <usize>width;
  }
}
