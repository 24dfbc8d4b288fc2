import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

  describe('as it runs', () => {
    let folder: string;
    let seen: Seen;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'storyloom-electron-'));
      seen = play(folder, {}, []);
    });

    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it('would catch a window that gives the page Node, another window, another site or a permission', () => {
      expect(seen.options?.webPreferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
      });
      expect(existsSync(seen.options?.webPreferences.preload ?? '')).toBe(true);
      expect(seen).toMatchObject({
        openWindow: { action: 'deny' },
        prevented: [true, true, true, true],
        // Would catch a page of somebody else's that listens, and ours when it asks for more than the microphone.
        permissions: {
          microphone: true,
          camera: false,
          screen: false,
          elsewhere: false,
          lookalike: false,
          frame: false,
          other: false,
          checked: true,
          checkedCamera: false,
          checkedElsewhere: false,
          checkedOther: false,
        },
      });
    });

    it('would catch a page without a policy, a script of it that is not found, and a way out of its folder', () => {
      expect(seen.url).toBe('studio://app/');
      expect(seen.schemes).toMatchObject([
        { scheme: 'studio', privileges: { standard: true, secure: true, stream: true } },
      ]);
      expect(seen.page).toMatchObject({ status: 200, script: 200, elsewhere: 404, escape: 404 });
      expect(seen.page?.policy).toContain(`script-src 'self'; style-src 'self' 'nonce-${seen.page?.hasNonce ?? '?'}'`);
    });

    it('would catch a contract that does not reach the page, and one that any page can use', () => {
      expect(seen.story).toBe('Once there was a test.');
      expect(seen.picture).toEqual([206, 'PNG']);
      expect(seen.failure).toMatchObject({ code: 'not-found', hint: expect.any(String) as string });
      expect(seen.foreign).not.toBe('answered');
      expect(seen.exposed).toEqual(['host', 'platform', 'onCommand']);
    });

    it('would catch a program that does not end, or ends with a question when nothing is lost', () => {
      expect(seen).toMatchObject({ exitCode: 0, dialogs: [] });
    });

    it('would catch a second program beside the first, which would fight over its window and jobs', () => {
      expect(play(folder, { STAND_IN_SECOND: '1' }, [])).toMatchObject({ isPrimary: false, exitCode: 0 });
    });

    it('would catch a file that is opened with the program and becomes nothing, or is changed', () => {
      const file = join(folder, 'Die Füchse.md');
      writeFileSync(file, '# Foxes\n\nA fox met another fox.\n');
      const { commands, recent } = play(folder, {}, ['--flag', 'none.txt', file, join(folder, 'empty.txt')]);
      expect(commands).toMatchObject([{ type: 'show-project', projectId: expect.any(String) as string }]);
      expect(recent).toEqual([file]);
      expect(readFileSync(file, 'utf8')).toBe('# Foxes\n\nA fox met another fox.\n');
      writeFileSync(join(folder, 'empty.txt'), '');
      const refused = play(folder, {}, [join(folder, 'empty.txt')]).commands;
      expect(refused).toMatchObject([{ type: 'failure', hint: expect.any(String) as string }]);
    });
  });
});

interface Seen {
  readonly options?: { readonly webPreferences: { readonly preload: string } };
  readonly url?: string;
  readonly page?: { readonly policy: string; readonly hasNonce: string };
  readonly commands?: readonly object[];
  readonly [fact: string]: unknown;
}

/** Starts the built program with the stand-in, with these words on its command line, and tells what was seen. */
function play(folder: string, environment: Readonly<Record<string, string>>, words: readonly string[]): Seen {
  const hook = pathToFileURL(join(root, 'tests/fixtures/electron/register.mjs')).href;
  const scenario = join(root, 'tests/fixtures/electron/scenario.mjs');
  const program = [join(out, 'main/index.js'), join(out, 'preload/index.cjs')];
  const printed = execFileSync(process.execPath, ['--import', hook, scenario, ...program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, STAND_IN_FOLDER: folder, STORYLOOM_DATA: join(folder, 'data'), ...environment },
  });
  return JSON.parse(printed) as Seen;
}
