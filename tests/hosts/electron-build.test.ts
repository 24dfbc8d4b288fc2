import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SceneGraph } from '../../src/shared/story.ts';
import { createPool } from '../../src/core/pool/pool.ts';
import { createStorybookIllustrator } from '../../src/core/providers/local/storybook-illustrator.ts';

const root = resolve(import.meta.dirname, '../..');
let out: string;

beforeAll(() => {
  // Inside the checkout, as the built files look for their resources from where they lie.
  out = mkdtempSync(join(root, 'out-test-'));
  execFileSync(process.execPath, ['tools/run.mjs', 'electron-vite', 'build', '--outDir', out, '--logLevel', 'warn'], {
    cwd: root,
  });
});

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe('what electron-vite builds', () => {
  it('would catch an entry that is not built: main, worker, preload, page', () => {
    const files = ['main/index.js', 'main/worker.js', 'preload/index.cjs', 'renderer/index.html'];
    expect(files.filter((file) => !existsSync(join(out, file)))).toEqual([]);
  });

  it('would catch a worker bundle that cannot find its drawings or swallowed a native module', async () => {
    const pool = createPool({ threads: 1, entry: pathToFileURL(join(out, 'main/worker.js')) });
    try {
      const graph: SceneGraph = {
        setting: 'meadow',
        time: 'day',
        season: 'summer',
        weather: 'clear',
        mood: 'calm',
        entities: [{ id: 'fox', word: 'fox', drawing: 'fox', role: 'character', count: 1, attributes: [], weight: 1 }],
        undrawn: [],
      };
      const request = { graph, cast: [], story: '', style: 'day-storybook', seed: 1, width: 320, height: 180 } as const;
      const drawn = await createStorybookIllustrator(pool).draw(request);
      expect(drawn.notDrawn).toEqual([]);
      expect(Buffer.from(drawn.picture.subarray(1, 4)).toString('latin1')).toBe('PNG');
    } finally {
      await pool.dispose();
    }
  });

  it('would catch a window that gives the page Node, another window, another site or a permission', () => {
    const hook = pathToFileURL(join(root, 'tests/fixtures/electron/register.mjs')).href;
    const main = join(out, 'main/index.js');
    const printed = execFileSync(process.execPath, ['--import', hook, main], { encoding: 'utf8' });
    const seen = JSON.parse(printed) as Record<string, unknown> & { options: { webPreferences: object } };
    expect(seen.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    });
    expect(seen).toMatchObject({ openWindow: { action: 'deny' }, navigationPrevented: true, permissionGranted: false });
    expect(existsSync(seen['page'] as string)).toBe(true);
  });
});
