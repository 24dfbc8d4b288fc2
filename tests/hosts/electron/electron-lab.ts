/** The stand-in's own half, with the types that the tests look at. @see tests/fixtures/electron/stand-in.mjs */
import type { EventEmitter } from 'node:events';
import { app, desk as recorded } from '../../fixtures/electron/stand-in.mjs';

interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly MenuItem[];
  click?(): void;
}

export interface StandInWindow extends EventEmitter {
  readonly options: { readonly width: number; readonly x?: number; readonly webPreferences: object };
  readonly progress: readonly number[];
  readonly webContents: EventEmitter & { readonly sent: readonly (readonly [string, { readonly type: string }])[] };
  close(): boolean;
}

interface Desk {
  readonly answers: { button: number; paths: readonly string[]; problem?: string };
  readonly dialogs: readonly Readonly<Record<string, unknown>>[];
  readonly windows: StandInWindow[];
  focused: StandInWindow | undefined;
  readonly notifications: readonly (EventEmitter & { readonly options: Readonly<Record<string, string>> })[];
  readonly recent: readonly string[];
  readonly opened: readonly (readonly [string, string])[];
  readonly menu: readonly MenuItem[];
  exitCode: number | undefined;
}

export const desk = recorded as unknown as Desk;
export const standInApp: EventEmitter & { quit(): void } = app;

/** What windows were told so far, and forgets it. */
export function heard(): readonly { readonly type: string }[] {
  return desk.windows.flatMap(({ webContents }) =>
    (webContents.sent as [string, { type: string }][]).splice(0).map(([, said]) => said),
  );
}

/** As at the start of the program. */
export function clearDesk(): void {
  for (const list of [desk.dialogs, desk.windows, desk.notifications, desk.recent, desk.opened])
    (list as unknown[]).length = 0;
  desk.focused = undefined;
  desk.exitCode = undefined;
  Object.assign(desk.answers, { button: 0, paths: [], problem: undefined });
  app.removeAllListeners();
}
