/** Half floats (IEEE 754 binary16) as onnxruntime takes and gives them: 16 bits each. */

const bits = new DataView(new ArrayBuffer(4));

/** Rounded to the nearest, halves to even; too large is infinity. */
export function toHalves(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, halfOf);
}

export function fromHalves(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, valueOf);
}

function halfOf(value: number): number {
  bits.setFloat32(0, value);
  const sign = (bits.getUint16(0) & 0x8000) >>> 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 0x7e00;
  if (size >= 65_520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundToEven(size * 2 ** 24);
  const exponent = ((bits.getUint32(0) >>> 23) & 0xff) - 127;
  // A significand that rounds up to 2048 carries into the exponent, as it should.
  return sign | (((exponent + 14) << 10) + roundToEven(size * 2 ** (10 - exponent)));
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function valueOf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
