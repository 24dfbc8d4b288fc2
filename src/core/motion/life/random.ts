/** A number 0..1 that belongs to whole numbers: to a drop, its round and what is asked of it (lowbias32, C. Wellons, public domain). */
export function chance(...numbers: readonly number[]): number {
  let mixed = 0x9e3779b9;
  for (const number of numbers) {
    mixed = (mixed ^ number) | 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    mixed ^= mixed >>> 15;
  }
  return (mixed >>> 0) / 4_294_967_296;
}
