import type { StaleReason } from './contract.ts';

/** What a unit was made from: then or now. */
export interface MadeFrom {
  readonly key: string;
  readonly stageVersion: number;
  /** Canonical JSON. */
  readonly identity: string;
}

/** Why something that is not in the cache has to be made. */
export function staleReason(last: MadeFrom | undefined, now: MadeFrom): StaleReason {
  if (!last) return { kind: 'never-made' };
  if (last.key === now.key) return { kind: 'dropped' };
  const fields = changedFields(JSON.parse(last.identity), JSON.parse(now.identity));
  if (last.stageVersion === now.stageVersion) return { kind: 'changed', fields };
  return { kind: 'stage-updated', from: last.stageVersion, to: now.stageVersion, fields };
}

/**
 * Paths of the leaves that differ, in the order of the second value: 'text', 'voice.id', 'chunks.3'. Where one side has
 * no such member, or a list and an object meet, the path of the member itself is given. The top itself is ''.
 */
export function changedFields(before: unknown, after: unknown, path = ''): string[] {
  if (Object.is(before, after)) return [];
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) return [path];
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) =>
    changedFields(member(before, name), member(after, name), path === '' ? name : `${path}.${name}`),
  );
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function member(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
