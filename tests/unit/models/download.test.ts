import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../../src/core/models/download.ts';
import type { DownloadRequest } from '../../../src/core/models/download.ts';
import { startBadServer } from '../../helpers/bad-server.ts';
import type { BadServer } from '../../helpers/bad-server.ts';

const content = randomBytes(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');

let server: BadServer;
let directory: string;

beforeEach(async () => {
  server = await startBadServer({ '/model.onnx': content });
  directory = await mkdtemp(join(tmpdir(), 'storyloom-download-'));
});
afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

function request(change: Partial<DownloadRequest> = {}): DownloadRequest {
  return {
    url: `${server.url}/model.onnx`,
    path: join(directory, 'model.onnx'),
    bytes: content.length,
    sha256,
    signal: undefined,
    timeoutMs: 300,
    retry: { attempts: 3, baseMs: 5 },
    onLoaded: () => undefined,
    ...change,
  };
}

const ranges = () => server.requests.map((seen) => seen.range);

async function expectWhole(): Promise<void> {
  expect(await readFile(join(directory, 'model.onnx'))).toEqual(content);
  expect(await readdir(directory)).toEqual(['model.onnx']);
}

describe('a download that ends well', () => {
  it('leaves only the file, under its name', async () => {
    const loaded: number[] = [];
    const result = await download(request({ onLoaded: (bytes) => loaded.push(bytes) }));
    expect(result).toEqual({ bytes: content.length, sha256 });
    expect(loaded.at(-1)).toBe(content.length);
    await expectWhole();
  });

  it('goes on by range where the connection broke, and does not fetch the first part again', async () => {
    server.fail('/model.onnx', { kind: 'drop', after: 100_000 });
    await download(request());
    expect(ranges()).toEqual([undefined, 'bytes=100000-']);
    expect(server.requests[1]!.ifRange).toBe('"/model.onnx-1"');
    await expectWhole();
  });

  it('goes on after an answer that ended early as if it were whole', async () => {
    server.fail('/model.onnx', { kind: 'truncate', after: 70_000 });
    await download(request());
    expect(ranges()).toEqual([undefined, 'bytes=70000-']);
    await expectWhole();
  });

  it('goes on after a stall in the middle', async () => {
    server.fail('/model.onnx', { kind: 'stall', after: 50_000 });
    await download(request());
    expect(ranges()).toEqual([undefined, 'bytes=50000-']);
    await expectWhole();
  });

  it('resumes what an earlier process left', async () => {
    server.fail('/model.onnx', { kind: 'drop', after: 120_000 });
    await expect(download(request({ retry: { attempts: 1, baseMs: 5 } }))).rejects.toMatchObject({ code: 'network' });
    expect(existsSync(join(directory, 'model.onnx'))).toBe(false);
    await download(request());
    expect(ranges()).toEqual([undefined, 'bytes=120000-']);
    await expectWhole();
  });

  it('starts again when the file changed at its source since the first part was fetched', async () => {
    const old = randomBytes(content.length);
    server.set('/model.onnx', old);
    server.fail('/model.onnx', { kind: 'drop', after: 120_000 });
    await expect(download(request({ retry: { attempts: 1, baseMs: 5 } }))).rejects.toThrow();
    server.set('/model.onnx', content);
    await download(request());
    await expectWhole();
  });

  it.each(['ignore-range', 'wrong-range'] as const)(
    'survives a server that answers ranges wrongly (%s)',
    async (kind) => {
      server.fail('/model.onnx', { kind: 'drop', after: 100_000 }, { kind });
      await download(request());
      await expectWhole();
    },
  );

  it('fetches all of it once more when the part that an earlier process left is damaged', async () => {
    server.fail('/model.onnx', { kind: 'drop', after: 120_000 });
    await expect(download(request({ retry: { attempts: 1, baseMs: 5 } }))).rejects.toThrow();
    const part = await readFile(join(directory, 'model.onnx.part'));
    part[5]! ^= 1;
    await writeFile(join(directory, 'model.onnx.part'), part);
    await download(request());
    expect(ranges()).toEqual([undefined, 'bytes=120000-', undefined]);
    await expectWhole();
  });

  it('asks again a server that is busy, after the time that it names', async () => {
    const busy = { kind: 'status', status: 429, headers: { 'retry-after': '0' } } as const;
    server.fail('/model.onnx', busy, { kind: 'status', status: 503 }, { kind: 'status', status: 500 });
    await download(request({ retry: { attempts: 4, baseMs: 5 } }));
    expect(server.requests).toHaveLength(4);
    await expectWhole();
  });
});

describe('a download that ends badly', () => {
  it('says that the file is not there, and asks only once', async () => {
    const missing = request({ url: `${server.url}/other.onnx` });
    await expect(download(missing)).rejects.toMatchObject({ name: 'StudioError', code: 'not-found' });
    expect(server.requests).toHaveLength(1);
  });

  it('gives up a server that never answers, after two time-outs', async () => {
    server.fail('/model.onnx', ...Array.from({ length: 9 }, () => ({ kind: 'stall', after: 0 }) as const));
    await expect(download(request())).rejects.toMatchObject({ code: 'network', data: { reason: 'stall' } });
    expect(server.requests).toHaveLength(2);
  });

  it('gives up a server that stays broken after the agreed number of tries', async () => {
    server.fail('/model.onnx', ...Array.from({ length: 9 }, () => ({ kind: 'status', status: 502 }) as const));
    await expect(download(request())).rejects.toMatchObject({ code: 'network', data: { reason: 'server' } });
    expect(server.requests).toHaveLength(3);
  });

  it('refuses a file of another length before it fetches it', async () => {
    server.fail('/model.onnx', { kind: 'lie', length: 299_000 });
    await expect(download(request())).rejects.toMatchObject({ code: 'corrupt', data: { reason: 'length' } });
    expect(server.requests).toHaveLength(1);
  });

  it('stops a server that sends more than the file has, and keeps no more than that', async () => {
    server.fail('/model.onnx', { kind: 'too-long' });
    await expect(download(request())).rejects.toMatchObject({ code: 'corrupt', data: { reason: 'length' } });
  });

  it('refuses wrong bytes, and leaves nothing that could be taken for the file or resumed', async () => {
    server.fail('/model.onnx', { kind: 'corrupt' });
    await expect(download(request())).rejects.toMatchObject({ code: 'corrupt', data: { reason: 'checksum' } });
    expect(await readdir(directory)).toEqual([]);
  });

  it('does not ask again where nobody listens', async () => {
    const port = await unusedPort();
    const dead = request({ url: `http://127.0.0.1:${port}/model.onnx`, retry: { attempts: 5, baseMs: 60_000 } });
    await expect(download(dead)).rejects.toMatchObject({ code: 'network', data: { reason: 'unreachable' } });
  });

  it('stops at once when it is cancelled, and keeps what it has for the next time', async () => {
    const controller = new AbortController();
    server.fail('/model.onnx', { kind: 'slow', piece: 20_000, pauseMs: 20 });
    const cancelled = download(
      request({ signal: controller.signal, onLoaded: (bytes) => bytes >= 60_000 && controller.abort() }),
    );
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect((await readFile(join(directory, 'model.onnx.part'))).length).toBeGreaterThanOrEqual(60_000);
    await download(request());
    expect(ranges()[1]).toMatch(/^bytes=[1-9]/);
    await expectWhole();
  });
});

async function unusedPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
