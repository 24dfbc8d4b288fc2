/** What the user has chosen for all of Storyloom on this machine, kept in the data folder's database. */
import { availableParallelism } from 'node:os';
import { settingsSchema, type Settings } from '../shared/views.ts';
import { OWN_WRITER } from '../shared/writing.ts';
import { DEFAULT_LIMITS } from './build/contract.ts';
import type { DataPaths } from './paths.ts';
import { getSetting, setSetting } from './store/settings.ts';
import type { Store } from './store/store.ts';

const KEY = 'studio settings';

/** A value that is no longer one that it may have (of an older version, or of another machine) gives way to the default. */
export function readSettings(store: Store, paths: Pick<DataPaths, 'films'>): Settings {
  const defaults: Settings = {
    cacheBytes: DEFAULT_LIMITS.bytes,
    cacheDays: DEFAULT_LIMITS.days,
    cores: availableParallelism(),
    filmsFolder: paths.films,
    theme: 'system',
    language: 'system',
    storyboardFirst: false,
    writers: { outline: OWN_WRITER, story: OWN_WRITER, title: OWN_WRITER, pictures: OWN_WRITER },
  };
  const kept = Object.entries((getSetting(store, KEY) ?? {}) as Record<string, unknown>);
  const valid = kept.filter(([name, value]) => {
    const schema = settingsSchema.shape[name as keyof Settings] as
      { safeParse(value: unknown): { success: boolean } } | undefined;
    return schema?.safeParse(value).success === true;
  });
  return { ...defaults, ...(Object.fromEntries(valid) as Partial<Settings>) };
}

/** Only what was ever chosen is kept, so that defaults of later versions reach who has chosen nothing. */
export function keepSettings(store: Store, change: Partial<Settings>): void {
  store.transaction(() => {
    setSetting(store, KEY, { ...(getSetting(store, KEY) as object | undefined), ...change });
  });
}
