import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, matchesGlob, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../electron-builder.config.ts';
import { packagesOf } from '../helpers/worker-packages.ts';

const root = resolve(import.meta.dirname, '../..');

describe('what is packed', () => {
  it('would catch a fuse that lets the program be run as something else', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
  });

  it('would catch a system without an installer, and one where a project does not open by a double click', () => {
    const targets = [config.win, config.mac, config.linux].map((each) => JSON.stringify(each?.target));
    expect(targets).toMatchObject(
      [/nsis/, /dmg/, /AppImage.*deb/].map((each) => expect.stringMatching(each) as string),
    );
    expect(config.fileAssociations).toMatchObject([{ ext: 'storyloom', role: 'Editor' }]);
  });
});

/** electron-builder packs around any Electron that it is given: here one without a browser in it. */
describe('the packed app', () => {
  let folder: string;
  let out: string;
  let resources: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-packed-'));
    const electron = join(folder, 'electron');
    for (const name of ['resources', 'locales']) mkdirSync(join(electron, name), { recursive: true });
    for (const name of ['electron', 'LICENSE', 'LICENSES.chromium.html', 'version'])
      writeFileSync(join(electron, name), '');
    chmodSync(join(electron, 'electron'), 0o755);
    // Inside the checkout, and not in its own out/, which a web host may be serving meanwhile.
    out = mkdtempSync(join(root, 'out-test-'));
    run('electron-vite', 'build', '--outDir', out, '--logLevel', 'warn');
    const changed = {
      ...config,
      files: [{ from: out, to: 'out' }, ...config.files.filter((pattern) => !pattern.startsWith('out/'))],
      // By where a file comes from, not by where it goes.
      asarUnpack: config.asarUnpack.map((pattern) => pattern.replace(/^out\//, `${basename(out)}/`)),
      directories: { output: join(folder, 'dist') },
      electronDist: electron,
      electronFuses: null,
    };
    writeFileSync(join(folder, 'config.json'), JSON.stringify(changed));
    run('electron-builder', '--dir', '--linux', '--publish', 'never', '--config', join(folder, 'config.json'));
    const [unpacked = ''] = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('unpacked'));
    const packed = join(folder, 'dist', unpacked, 'resources');
    // As Electron sees the archive: a folder, with what lies beside it in its place.
    resources = join(folder, 'resources');
    mkdirSync(resources);
    run(
      join(root, 'node_modules/@electron/asar/bin/asar.js'),
      'extract',
      join(packed, 'app.asar'),
      join(resources, 'app.asar'),
    );
    execFileSync('mv', [join(packed, 'app.asar.unpacked'), resources]);
  }, 300_000);

  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('would catch a package that the worker loads and that is not where it can load it from', () => {
    const needed = packagesOf(join(resources, 'app.asar.unpacked/out/main/worker.js'), root);
    const isUnpacked = (name: string): boolean => existsSync(join(resources, 'app.asar.unpacked/node_modules', name));
    expect(needed.filter((name) => !isUnpacked(name))).toEqual([]);
    expect(needed.length).toBeGreaterThan(5);
  });

  it('would catch a program or native library within the archive, where no system can load it', () => {
    const patterns = config.asarUnpack;
    const within = readdirSync(join(resources, 'app.asar'), { recursive: true, encoding: 'utf8' });
    const needed = within.filter(
      (name) => /\.(node|so|dylib|dll|exe|wasm)$/.test(name) || /bin\/ff(mpeg|probe)$/.test(name),
    );
    expect(needed.length).toBeGreaterThan(3);
    expect(needed.filter((name) => !patterns.some((pattern) => matchesGlob(name, pattern)))).toEqual([]);
  });

  it('would catch an app that starts in the checkout only: it makes a project and draws it from where it is packed', () => {
    const hook = pathToFileURL(join(root, 'tests/fixtures/electron/register.mjs')).href;
    const scenario = join(root, 'tests/fixtures/electron/scenario.mjs');
    const program = ['main/index.js', 'preload/index.cjs'].map((name) => join(resources, 'app.asar/out', name));
    const printed = execFileSync(process.execPath, ['--import', hook, scenario, ...program], {
      encoding: 'utf8',
      env: { ...process.env, STAND_IN_FOLDER: folder, STORYLOOM_DATA: join(folder, 'data') },
    });
    expect(JSON.parse(printed)).toMatchObject({
      story: 'Once there was a test.',
      picture: [206, 'PNG'],
      page: { script: 200 },
      exitCode: 0,
    });
  });
});

function run(tool: string, ...words: string[]): void {
  execFileSync(process.execPath, [join(root, 'tools/run.mjs'), tool, ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
