import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTool } from '../../../src/core/media/ffmpeg.ts';
import type { ToolProgress } from '../../../src/core/media/progress.ts';
import { openMediaTools } from '../../../src/core/media/tools.ts';

const fake = join(import.meta.dirname, '../../fixtures/media/fake-tool.mjs');

// The stand-in is a script that names its interpreter in its first line.
describe.skipIf(process.platform === 'win32')('runTool', () => {
  it('would catch a failure that does not say which command, which code and what the program said last', async () => {
    await expect(runTool(fake, ['fail', '3'])).rejects.toMatchObject({
      name: 'StudioError',
      code: 'tool',
      message: 'fake-tool.mjs ended with exit code 3: the last word',
      data: { command: [fake, 'fail', '3'], exitCode: 3, signal: null },
      cause: expect.any(Error) as Error,
    });
    const error = (await runTool(fake, ['fail']).catch((caught: unknown) => caught)) as { data: { stderr: string[] } };
    expect(error.data.stderr.at(-2)).toBe('line 99');
    expect(error.data.stderr.length).toBeLessThanOrEqual(41);
  });

  it('would catch a full disk and missing rights told by words rather than by the exit code', async () => {
    await expect(runTool(fake, ['fail', '228'])).rejects.toMatchObject({ code: 'disk-full' });
    await expect(runTool(fake, ['fail', '243'])).rejects.toMatchObject({ code: 'permission' });
  });

  it('would catch a program that is not there, or cannot be run, shown as a bug or waited for', async () => {
    await expect(runTool(join(fake, 'nothing'), [])).rejects.toMatchObject({ code: 'missing' });
    await expect(runTool(`${fake}-gone`, ['x'], { feed: async () => undefined })).rejects.toMatchObject({
      code: 'missing',
    });
    await expect(runTool(import.meta.filename, [])).rejects.toMatchObject({ code: 'missing' });
  });

  it('would catch progress lost between two pieces of output, or never asked for', async () => {
    const reports: ToolProgress[] = [];
    await runTool(fake, ['progress'], { onProgress: (report) => reports.push(report) });
    expect(reports).toEqual([
      { frame: 0, seconds: 0, ended: false },
      { frame: 12, seconds: 0.4, ended: true },
    ]);
  });

  it('would catch input that is cut off, however large, or never ended', async () => {
    const piece = Buffer.alloc(300_000);
    const { stdout } = await runTool(fake, ['count'], {
      feed: async (input) => {
        for (let index = 0; index < 10; index += 1) {
          await new Promise((resolve) => {
            input.write(piece, resolve);
          });
        }
      },
    });
    expect(stdout.toString()).toBe('3000000\n');
    expect((await runTool(fake, ['count'])).stdout.toString()).toBe('0\n');
  });

  it('would catch a broken pipe reported in place of why the program died', async () => {
    const run = runTool(fake, ['deaf'], {
      feed: async (input) => {
        for (;;) {
          await new Promise<void>((resolve, reject) => {
            input.write(Buffer.alloc(100_000), (error) => {
              if (error) reject(error);
              else resolve();
            });
          });
        }
      },
    });
    await expect(run).rejects.toMatchObject({ code: 'tool', data: { exitCode: 7 } });
  });

  it('would catch a program that waits for ever because what feeds it has failed', async () => {
    const run = runTool(fake, ['wait'], { feed: () => Promise.reject(new Error('no more frames')) });
    await expect(run).rejects.toThrow('no more frames');
  });

  it('would catch a cancel that comes back before the program is gone, or is shown as a failure', async () => {
    const stop = new AbortController();
    const run = runTool(fake, ['wait'], {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ name: 'CancelledError' });
    await expect(runTool(fake, ['wait'], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'CancelledError',
    });
  });

  it('would catch a program that does not heed TERM and is waited for for ever', async () => {
    const stop = new AbortController();
    const run = runTool(fake, ['stubborn'], {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ name: 'CancelledError' });
  });

  it('would catch two programs at once that are mixed up', async () => {
    const [one, two] = await Promise.all([runTool(fake, ['-version']), runTool(process.execPath, ['--version'])]);
    expect(one.stdout.toString()).toMatch(/^ffmpeg version 99.1/);
    expect(two.stdout.toString()).toBe(`${process.version}\n`);
  });
});

describe.skipIf(process.platform === 'win32')('openMediaTools', () => {
  it('would catch an ffmpeg without x264 that is accepted and fails in the middle of a film', async () => {
    await expect(openMediaTools({ ffmpeg: fake })).rejects.toMatchObject({
      code: 'missing',
      data: { path: fake, version: '99.1-fake', missing: expect.arrayContaining(['encoder libx264']) as string[] },
      hint: expect.stringContaining('install ffmpeg') as string,
    });
  });

  it('would catch a machine without ffmpeg told anything but that', async () => {
    const find = { from: '/nowhere/code.js', environment: {} };
    await expect(openMediaTools({ find })).rejects.toMatchObject({ code: 'missing', data: { tool: 'ffmpeg' } });
  });

  it('would catch a real ffmpeg that our probe does not understand', async () => {
    const tools = await openMediaTools();
    expect(tools.ffmpeg.version).toMatch(/\d/);
    expect(tools.capabilities.encoders.has('libx264')).toBe(true);
  });
});
