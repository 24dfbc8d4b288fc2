import { ErrorCode, StudioError } from '../../shared/errors.ts';

/**
 * JSON of which there is exactly one text for a value (after RFC 8785): object members sorted by UTF-16 code units, no
 * spaces, numbers as ECMAScript prints them. A member that is undefined is left out, as JSON.stringify does. Anything
 * that JSON would silently turn into something else (NaN, undefined in a list, a Date, a Map, a Buffer) throws StudioError
 * `internal` naming its path, for two different inputs must never share a key.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: readonly (string | number)[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    // Array.from visits the holes of a sparse list too, which map would skip.
    return `[${Array.from(value, (item: unknown, index) => write(item, [...path, index])).join(',')}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      // Not localeCompare: the order must be the same on every machine.
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${write(member, [...path, name])}`);
    return `{${members.join(',')}}`;
  }
  throw new StudioError(ErrorCode.internal, `Not plain JSON at ${path.join('.') || 'the top'}: ${describe(value)}.`, {
    data: { path: path.join('.') },
  });
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm (a vm context) has another Object.prototype, whose own prototype is null.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value ? value.constructor.name : `${typeof value} ${String(value)}`;
}
