import { InvalidArgumentError } from 'commander';

/** An option's value as a number. @throws InvalidArgumentError */
export function parseNumber(value: string): number {
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('It has to be a number.');
  return parsed;
}
