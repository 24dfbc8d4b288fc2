import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const binary = findElectron();
if (binary === undefined) {
  console.warn('Skipped: the Electron binary is not here. `npx install-electron` fetches it, then these tests run.');
}

/** Electron's own place for it; undefined where it was not downloaded. */
function findElectron(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  const named = join(root, 'node_modules/electron/path.txt');
  const path = join(folder, existsSync(named) ? readFileSync(named, 'utf8') : 'electron');
  return existsSync(path) ? path : undefined;
}

describe.skipIf(binary === undefined)('the studio in Electron itself', () => {
  let folder: string;
  let out: string;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-electron-'));
    out = mkdtempSync(join(root, 'out-test-'));
    const build = ['tools/run.mjs', 'electron-vite', 'build', '--outDir', out, '--logLevel', 'warn'];
    execFileSync(process.execPath, build, { cwd: root });
    const story = join(folder, 'Otter.txt');
    writeFileSync(story, 'Once there was an otter. She lived in a lighthouse.');
    app = await _electron.launch({
      executablePath: binary ?? '',
      args: [join(out, 'main/index.js'), story, `--user-data-dir=${join(folder, 'user')}`],
      env: { ...(process.env as Record<string, string>), STORYLOOM_DATA: join(folder, 'data') },
    });
    page = await app.firstWindow();
  });

  afterAll(async () => {
    await app.close();
    for (const each of [folder, out]) rmSync(each, { recursive: true, force: true });
  });

  // What runs in the page is text: these files are compiled without a DOM.
  it('would catch a page with the powers of Node, or without our policy', async () => {
    expect(await page.evaluate('[typeof process, typeof require]')).toEqual(['undefined', 'undefined']);
    expect(new URL(page.url()).origin).toBe('studio://app');
    const written = page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { text: 'written = 1' })), window.written",
    );
    expect(await written).toBeUndefined();
  });

  it('would catch a page that can leave, open windows or ask for the camera', async () => {
    await page.evaluate("void window.open('https://example.org')");
    await page.evaluate("void (location.href = 'https://example.org')");
    expect(app.windows()).toHaveLength(1);
    expect(new URL(page.url()).origin).toBe('studio://app');
    const camera = page.evaluate('navigator.mediaDevices.getUserMedia({ video: true }).then(() => {})');
    await expect(camera).rejects.toThrow(/NotAllowed|Permission|NotFound/);
  });

  it('would catch a story opened with the program that is not on the screen, drawn by its threads', async () => {
    await page.getByText('She lived in a lighthouse.').first().waitFor();
    const picture = page.locator('img[src^="/media/artefacts/"]').first();
    await picture.waitFor({ timeout: 60_000 });
    const source = await picture.getAttribute('src');
    const part = await page.evaluate(
      `fetch(${JSON.stringify(source)}, { headers: { range: 'bytes=0-9' } })
        .then((answer) => [answer.status, answer.headers.get('content-range')])`,
    );
    expect(part).toEqual([206, expect.stringMatching(/^bytes 0-9\//)]);
  });

  it('would catch an upload whose bytes do not come through the scheme', async () => {
    const sent = await page.evaluate(
      `fetch('/uploads?name=a.txt', { method: 'POST', body: new File(['Once upon a time.'], 'a.txt') })
        .then((answer) => answer.json())`,
    );
    expect(sent).toMatchObject({ name: 'a.txt', bytes: 17 });
  });

  it('would catch a menu whose undo never reaches the page', async () => {
    const heard = page.evaluate(
      'new Promise((settle) => window.storyloom.onCommand((command) => settle(command.type)))',
    );
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
      items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Z')?.click();
    });
    expect(await heard).toBe('undo');
  });
});
