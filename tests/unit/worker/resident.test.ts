import { describe, expect, it } from 'vitest';
import { isResident, release, resident } from '../../../src/core/worker/resident.ts';

interface Session {
  readonly name: string;
  isDisposed: boolean;
}

/** Takes a while to be let go, as a session does. */
function open(name: string): Promise<Session> {
  return resident(
    name,
    (): Promise<Session> => Promise.resolve({ name, isDisposed: false }),
    async (session) => {
      await new Promise((done) => setTimeout(done, 5));
      session.isDisposed = true;
    },
  );
}

describe('what stays loaded on a thread', () => {
  it('would catch a session being let go that a task has asked for in the meantime', async () => {
    const old = [await open('text'), await open('unet')];
    const released = release();
    // A task comes just then: both are loaded anew, whatever of the old ones is still being let go.
    const fresh = [await open('text'), await open('unet')];
    await released;
    expect(old.map(({ isDisposed }) => isDisposed)).toEqual([true, true]);
    expect(fresh.map(({ isDisposed }) => isDisposed)).toEqual([false, false]);
    expect(await open('unet')).toBe(fresh[1]);
    await release();
  });

  it('would catch a load that failed making others forget what was loaded after it', async () => {
    let fail: (error: Error) => void = () => undefined;
    const failing = resident(
      'unet',
      () => new Promise((_, reject) => (fail = reject)),
      () => undefined,
    );
    const released = release();
    const loaded = open('unet');
    fail(new Error('No memory.'));
    await expect(failing).rejects.toThrow('No memory.');
    await released;
    expect(isResident('unet')).toBe(true);
    expect(await open('unet')).toBe(await loaded);
    await release();
    expect(isResident('unet')).toBe(false);
  });
});
