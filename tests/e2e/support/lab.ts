/** One web host and one browser for all tests of a file, and pages in them. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { FilmOptions } from '../../../src/shared/film.ts';
import { installedKokoro, modelsCache } from '../../helpers/models.ts';
import { openBrowser } from './browser.ts';
import { startWebStudio, type WebStudio } from './web-studio.ts';

/** Pictures of pages whose test failed. */
const FAILED = resolve(import.meta.dirname, '../../../out/e2e');

export interface BrowserLab {
  readonly folder: string;
  readonly data: string;
  readonly host: WebStudio;
  /** A browser of its own (cookies, storage) at the studio's first screen. */
  open(options?: OpenOptions): Promise<Page>;
  /** kill -9 of the web host, and another one on the same data. */
  killAndRestart(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** As somebody who never had the studio before: the sample is opened. */
  readonly isFirst?: boolean;
}

export interface LabOptions {
  /** Who tells the films: the real voice unless 'tone' is asked for. */
  readonly narrator?: FilmOptions['narrator'];
  /** Puts something into the folders of data and of models before the host starts. */
  readonly prepare?: (data: string, models: string) => Promise<void> | void;
  /** Models of its own, none at first: what is installed and removed is not the other tests'. */
  readonly hasOwnModels?: boolean;
  /** A WAV file that the microphone hears. */
  readonly microphone?: string | undefined;
}

/** To be called within a `describe`. No test of it passes when its pages had an error that nobody caught. */
export function useBrowserLab(options: LabOptions = {}): BrowserLab {
  const { narrator = 'kokoro', prepare, hasOwnModels = false, microphone } = options;
  let folder = '';
  let browser: Browser;
  let host: WebStudio;
  const faults: string[] = [];
  const data = (): string => join(folder, 'data');
  const models = (): string => (hasOwnModels ? join(folder, 'models') : modelsCache);
  const start = (): Promise<WebStudio> => startWebStudio({ data: data(), narrator, models: models() });

  beforeAll(async () => {
    if (narrator === 'kokoro') await installedKokoro();
    folder = mkdtempSync(join(tmpdir(), 'storyloom-e2e-'));
    await prepare?.(data(), models());
    host = await start();
    browser = await openBrowser(microphone === undefined ? {} : { microphone });
  }, 300_000);

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await photograph(browser, task.name);
      console.log(host.said());
    }
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get folder() {
      return folder;
    },
    get data() {
      return data();
    },
    get host() {
      return host;
    },
    async open({ isFirst = false, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        ...(isFirst ? {} : { storageState: knowing(host) }),
        ...options,
      });
      context.setDefaultTimeout(30_000);
      context.on('weberror', (error) => faults.push(error.error().message));
      context.on('console', (message) => {
        if (message.type() === 'error' && !isNetwork(message.text())) faults.push(message.text());
      });
      const page = await context.newPage();
      await page.goto(host.url);
      return page;
    },
    async killAndRestart() {
      await host.kill();
      host = await start();
    },
  };
}

/** What a browser keeps that has had the studio before. */
function knowing(host: WebStudio) {
  const { origin } = new URL(host.url);
  return { cookies: [], origins: [{ origin, localStorage: [{ name: 'storyloom.started', value: 'before' }] }] };
}

/** What the browser itself says of refused uploads and of a host that was killed. */
const isNetwork = (text: string): boolean => /^Failed to load resource|^WebSocket connection to /u.test(text);

async function photograph(browser: Browser, name: string): Promise<void> {
  mkdirSync(FAILED, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const file = `${name.replaceAll(/[^\w]+/gu, '-').slice(0, 80)}-${String(index + 1)}.png`;
    await page.screenshot({ path: join(FAILED, file) }).catch(() => undefined);
  }
}
