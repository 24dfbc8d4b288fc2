import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../src/web/options.ts';
import { startWeb } from '../helpers/web-process.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'storyloom-start-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run web', () => {
  it('would catch an option that is taken although it cannot be, or refused without a way on', () => {
    for (const words of [
      ['--port', '99999'],
      ['--port', ''],
      ['--port', '4e2'],
      ['--nonsense'],
      ['file'],
      ['--narrator', 'bird'],
    ]) {
      expect(() => readOptions(words)).toThrow(
        expect.objectContaining({ code: 'option', hint: expect.stringMatching(/\w/) as string }),
      );
    }
    expect(readOptions([])).toEqual({
      port: 4870,
      host: '127.0.0.1',
      data: undefined,
      narrator: 'kokoro',
      isOpened: true,
    });
    expect(readOptions(['--no-open', '--port', '0'])).toMatchObject({ port: 0, isOpened: false });
    expect(readOptions(['--help'])).toBeUndefined();
  });

  it('would catch a port in use or a wrong address that ends in a stack instead of words', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    for (const [words, said] of [
      [['--port', String(port)], `Port ${String(port)} is in use.`],
      [['--port', '0', '--host', '203.0.113.7'], '203.0.113.7 is not an address of this machine.'],
    ] as const) {
      const web = startWeb([...words, '--data', folder]);
      expect(await web.code).toBe(64);
      expect(web.printed()).toContain(said);
      expect(web.printed()).toContain('Next step: ');
      expect(web.printed()).not.toMatch(/\n {4}at /);
    }
    other.close();
  });

  it('would catch a host that is open to the network without being asked to, or without saying what that means', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    const reach = (address: URL): Promise<number | string> => {
      const url = `http://${outside ?? '127.0.0.1'}:${address.port}/`;
      return fetch(url).then(
        ({ status }) => status,
        () => 'not reached',
      );
    };
    const closed = startWeb(['--port', '0', '--data', folder]);
    const closedAddress = await closed.address();
    expect(closedAddress.hostname).toBe('127.0.0.1');
    if (outside !== undefined) expect(await reach(closedAddress)).toBe('not reached');
    expect(closed.printed()).not.toContain('every network');
    closed.child.kill('SIGTERM');
    await closed.code;

    const open = startWeb(['--port', '0', '--data', folder, '--host', '0.0.0.0']);
    const address = await open.address();
    expect(open.printed()).toContain('every network this machine is in');
    expect(open.printed()).toContain('Nothing is encrypted');
    // Under its own address, and still only with the token.
    expect(await reach(address)).toBe(401);
    open.child.kill('SIGTERM');
    expect(await open.code).toBe(0);
  });
});
