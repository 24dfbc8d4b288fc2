import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { desktopServices } from '../../../src/main/desktop.ts';
import { setMenu } from '../../../src/main/menu.ts';
import { openWindow } from '../../../src/main/window.ts';
import { wordsFor } from '../../../src/shared/desktop-words.ts';
import { clearDesk, desk, heard } from './electron-lab.ts';

vi.mock('electron', () => import('../../fixtures/electron/stand-in.mjs'));

let folder: string;

beforeEach(() => {
  clearDesk();
  folder = mkdtempSync(join(tmpdir(), 'storyloom-window-'));
  process.env['STAND_IN_FOLDER'] = folder;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the window', () => {
  it('would catch a window that forgets its place, or opens where no screen is any more', () => {
    mkdirSync(join(folder, 'userData'));
    openWindow();
    expect(desk.windows[0]?.options).toMatchObject({ width: 1440 });
    desk.windows[0]?.close();
    openWindow();
    expect(desk.windows[0]?.options).toMatchObject({ x: 40, y: 50, width: 1200, height: 800 });
    const file = join(folder, 'userData', 'window.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as object;
    for (const lost of [
      { ...kept, x: 5000 },
      { ...kept, y: -300 },
      { ...kept, x: -1150 },
      { ...kept, width: 'wide' },
      'nonsense',
    ]) {
      desk.windows.length = 0;
      writeFileSync(file, JSON.stringify(lost));
      openWindow();
      expect(desk.windows[0]?.options).toMatchObject({ width: 1440 });
      expect(desk.windows[0]?.options.x).toBeUndefined();
    }
  });

  it('would catch a window that cannot be closed because its place cannot be kept', () => {
    process.env['STAND_IN_FOLDER'] = '/nowhere/at/all';
    openWindow();
    expect(desk.windows[0]?.close()).toBe(true);
  });
});

describe('the menu', () => {
  it('would catch a command that the page never hears, and a key that the page hears twice', () => {
    openWindow();
    setMenu(wordsFor('en', 'en'), () => undefined);
    const items = desk.menu.flatMap(({ submenu }) => submenu ?? []);
    for (const item of items.filter(({ label }) => label !== 'Open …')) item.click?.();
    const types = heard().map(({ type }) => type);
    expect(types.sort()).toEqual(['export', 'find', 'new-project', 'pack', 'redo', 'settings', 'undo']);
    const ownKeys = items.filter(({ click, accelerator, label }) => click && accelerator && label !== 'Open …');
    expect(ownKeys.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
  });

  it('would catch a menu that does not speak the language of the settings, or of the system', () => {
    setMenu(wordsFor('system', 'de-AT'), () => undefined);
    expect(desk.menu[0]?.label).toBe('Datei');
    setMenu(wordsFor('en', 'de-AT'), () => undefined);
    expect(desk.menu[0]?.label).toBe('File');
    setMenu(wordsFor('system', 'fr'), () => undefined);
    expect(desk.menu[0]?.label).toBe('File');
  });
});

describe('what the studio asks of the desktop', () => {
  it('would catch a film that does not open and nobody is told, and a dialog that was closed taken for a folder', async () => {
    await desktopServices.reveal?.('/films/a.mp4');
    await desktopServices.play?.('/films/a.mp4');
    expect(desk.opened).toEqual([
      ['folder', '/films/a.mp4'],
      ['play', '/films/a.mp4'],
    ]);
    desk.answers.problem = 'no program';
    await expect(desktopServices.play?.('/films/a.mp4')).rejects.toMatchObject({
      code: 'tool',
      hint: expect.any(String) as string,
    });
    expect(await desktopServices.chooseFolder?.('Films')).toBeUndefined();
    desk.answers.paths = ['/films'];
    expect(await desktopServices.chooseFolder?.('Films')).toBe('/films');
  });
});
