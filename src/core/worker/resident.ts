/**
 * What stays loaded on this thread from task to task: model sessions, tables. One registry a thread, so that everything
 * can be let go at once when the thread has been idle.
 */

interface Resident {
  readonly value: Promise<unknown>;
  readonly dispose: (value: never) => Promise<void> | void;
}

const residents = new Map<string, Resident>();

/**
 * The value under the key, loaded at the first call only.
 * @param key says everything that makes the value what it is, such as a graph's sha256 and its number of threads.
 */
export async function resident<Value>(
  key: string,
  load: () => Promise<Value>,
  dispose: (value: Value) => Promise<void> | void,
): Promise<Value> {
  const known = residents.get(key);
  if (known) return (await known.value) as Value;
  const value = load();
  const entry: Resident = { value, dispose: dispose as Resident['dispose'] };
  residents.set(key, entry);
  try {
    return await value;
  } catch (error) {
    // A load that failed (no memory just now) may be tried again.
    if (residents.get(key) === entry) residents.delete(key);
    throw error;
  }
}

export function isResident(key: string): boolean {
  return residents.has(key);
}

/** Lets everything go, or what is picked by its key; what a task asks for from now on is loaded anew, and stays. */
export async function release(picks: (key: string) => boolean = () => true): Promise<void> {
  const picked = [...residents].filter(([key]) => picks(key));
  for (const [key] of picked) residents.delete(key);
  for (const [, { value, dispose }] of picked) {
    // A load that is failing just now has told its own caller.
    await value.then((loaded) => dispose(loaded as never)).catch(() => undefined);
  }
}
