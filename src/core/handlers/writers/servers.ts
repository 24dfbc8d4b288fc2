/** The servers of models that the user has named, kept on this machine. */
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { serverSchema, type ServerInput, type ServerView, type WritingServer } from '../../../shared/writers.ts';
import { WRITING_TASKS, OWN_WRITER } from '../../../shared/writing.ts';
import { placeOf } from '../../providers/remote/address.ts';
import { keepSettings, readSettings } from '../../settings.ts';
import { getSetting, setSetting } from '../../store/settings.ts';
import type { Workplace } from '../../workplace.ts';
import { findKey, keepKey } from './keys.ts';

const KEY = 'writing servers';
const MOST = 50;

export function keptServers(workplace: Workplace): readonly WritingServer[] {
  return z.array(serverSchema).safeParse(getSetting(workplace.store(), KEY)).data ?? [];
}

/** @throws StudioError `not-found` */
export function findServer(workplace: Workplace, id: string): WritingServer {
  const servers = keptServers(workplace);
  const server = servers.find((each) => each.id === id);
  if (server) return server;
  throw new StudioError(ErrorCode.notFound, `There is no writing server named "${id}".`, {
    hint:
      servers.length > 0
        ? `Choose one of: ${servers.map((each) => each.id).join(', ')}.`
        : 'Add one in the settings of writers.',
  });
}

export function listServers(workplace: Workplace): ServerView[] {
  return keptServers(workplace).map((server) => viewServer(workplace, server));
}

function viewServer({ paths }: Workplace, server: WritingServer): ServerView {
  const found = findKey(paths, server);
  return {
    ...server,
    runs: placeOf(server.baseUrl),
    key: found === undefined ? 'none' : found.variable === undefined ? 'kept' : 'environment',
    ...(found?.variable === undefined ? {} : { keyVariable: found.variable }),
  };
}

/** Adds it, or changes the one with its id. @throws StudioError `option` */
export async function saveServer(workplace: Workplace, input: ServerInput): Promise<ServerView> {
  const { apiKey, ...given } = input;
  const servers = keptServers(workplace);
  const server: WritingServer = { ...given, id: given.id ?? newId(given.name, servers) };
  const isNew = !servers.some(({ id }) => id === server.id);
  if (isNew && servers.length >= MOST) {
    throw new StudioError(ErrorCode.option, `There are ${String(MOST)} writing servers already.`, {
      hint: 'Remove one that you do not need.',
    });
  }
  if (apiKey !== undefined) await keepKey(workplace.paths, server, apiKey);
  const next = isNew ? [...servers, server] : servers.map((each) => (each.id === server.id ? server : each));
  setSetting(workplace.store(), KEY, next);
  workplace.events.publish({ type: 'writers' });
  return viewServer(workplace, server);
}

/** With its key; tasks that it was chosen for are Storyloom's own again. @throws StudioError `not-found` */
export async function removeServer(workplace: Workplace, id: string): Promise<void> {
  const server = findServer(workplace, id);
  await keepKey(workplace.paths, server, '');
  const others = keptServers(workplace).filter((each) => each.id !== id);
  setSetting(workplace.store(), KEY, others);
  chooseOwnInstead(workplace, `server:${id}`);
  workplace.events.publish({ type: 'writers' });
}

/** A writer is gone: no task is left to it. */
export function chooseOwnInstead(workplace: Workplace, writer: string): void {
  const { writers } = readSettings(workplace.store(), workplace.paths);
  const tasks = WRITING_TASKS.filter((task) => writers[task] === writer);
  if (tasks.length === 0) return;
  const own = Object.fromEntries(tasks.map((task) => [task, OWN_WRITER]));
  keepSettings(workplace.store(), { writers: { ...writers, ...own } });
  workplace.events.publish({ type: 'settings' });
}

function newId(name: string, servers: readonly WritingServer[]): string {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'server';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!servers.some((each) => each.id === id)) return id;
  }
}
