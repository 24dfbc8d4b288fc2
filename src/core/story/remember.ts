/** Gives what was made of a key before, or makes it. */
export type Recall<Value> = (key: string, make: () => Value) => Value;

/**
 * Remembers what was asked for last, for what is edited again and again and hardly changes.
 * @param most of all sizes together; what was asked for longest ago is forgotten first
 * @param sizeOf the key's length by default
 */
export function remember<Value>(most: number, sizeOf: (key: string) => number = (key) => key.length): Recall<Value> {
  const known = new Map<string, Value>();
  let size = 0;
  return (key, make) => {
    const found = known.get(key);
    const value = found ?? make();
    // Out and in again: a Map keeps the order of insertion, so the first is the one used longest ago.
    if (!known.delete(key)) size += sizeOf(key);
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (size <= most) break;
      known.delete(oldest);
      size -= sizeOf(oldest);
    }
    return value;
  };
}
