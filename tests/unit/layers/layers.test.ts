import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Who may import whom, by the longest folder prefix that fits (docs/architecture.md). A folder may always import itself.
 * `shared` is open to all.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/shared': [],
  'src/renderer': [],
  'src/preload': [],
  'src/main': ['src/core/studio.ts', 'src/core/paths.ts', 'src/core/stop-signals.ts'],
  'src/web': ['src/core/studio.ts', 'src/core/paths.ts', 'src/core/stop-signals.ts'],
  'src/cli': ['src/core/studio.ts', 'src/core/paths.ts', 'src/core/stop-signals.ts'],
  'src/core/studio.ts': ['src/core'],
  'src/core/router': ['src/core'],
  'src/core/handlers': ['src/core'],
  // What the studio does by itself: jobs, scenes made ahead, health. The router is its only user.
  'src/core/services': [
    'src/core/build',
    'src/core/extras',
    'src/core/handlers',
    'src/core/listen',
    'src/core/log.ts',
    'src/core/machine.ts',
    'src/core/media',
    'src/core/models',
    'src/core/paths.ts',
    'src/core/progress.ts',
    'src/core/project',
    'src/core/providers',
    'src/core/recording',
    'src/core/render',
    'src/core/serve/addresses.ts',
    'src/core/settings.ts',
    'src/core/store',
    'src/core/workplace.ts',
  ],
  // What all hosts send and take as bytes, in terms of Fetch; only server.ts knows where the workplace has them.
  'src/core/serve/server.ts': ['src/core'],
  'src/core/serve': ['src/core/store'],
  // The pure half of editing a project; what it becomes is for render/film.
  'src/core/project': [
    'src/core/recording',
    'src/core/store',
    'src/core/story',
    'src/core/media/raster.ts',
    'src/core/paths.ts',
  ],
  'src/core/build': ['src/core/store'],
  'src/core/store': [],
  'src/core/story': [],
  // What was heard becomes a story: pure.
  'src/core/recording': ['src/core/story'],
  'src/core/runtime': [],
  'src/core/motion': [],
  'src/core/sound': [],
  'src/core/storybook': ['src/core/media/raster.ts', 'src/core/paths.ts'],
  'src/core/media': [],
  'src/core/captions': ['src/core/paths.ts'],
  // Recordings to words: a conductor over the pool and the build, as the film is.
  'src/core/listen': [
    'src/core/build',
    'src/core/media',
    'src/core/paths.ts',
    'src/core/pool',
    'src/core/runtime/listen',
  ],
  // What is written beside a film, from what is known of it: no stage and no cache.
  'src/core/extras': ['src/core/captions', 'src/core/media', 'src/core/paths.ts', 'src/core/build/stage.ts'],
  // Picture models and upscalers are looked at before they are taken.
  'src/core/models': ['src/core/runtime/graph', 'src/core/runtime/diffusion', 'src/core/runtime/upscale'],
  'src/core/pool': [],
  // Types only: what a task takes and gives.
  'src/core/pool/messages.ts': ['src/core/motion', 'src/core/runtime', 'src/core/sound', 'src/core/storybook'],
  'src/core/worker': [
    'src/core/runtime',
    'src/core/storybook',
    'src/core/motion',
    'src/core/sound',
    'src/core/media/raster.ts',
    'src/core/pool/messages.ts',
    // How much memory is free, before a model is loaded.
    'src/core/machine.ts',
  ],
  // Reads an idea with the story's own lexicon and grammar; models of its own kind are behind one interface.
  'src/core/writer': ['src/core/story'],
  'src/core/writer/models': ['src/core/writer', 'src/core/story', 'src/core/providers/writer.ts'],
  'src/core/providers': [
    'src/core/writer',
    'src/core/pool',
    'src/core/story',
    'src/core/runtime/speech',
    'src/core/runtime/diffusion',
    'src/core/runtime/upscale',
    'src/core/runtime/rgb-image.ts',
    'src/core/storybook',
    'src/core/build/stage.ts',
    // The listener is one, whatever model hears.
    'src/core/listen',
    'src/core/media/hash-file.ts',
  ],
  // The film conducts its stages, and remembers which file it wrote last.
  'src/core/render/film': [
    'src/core/render',
    'src/core/build',
    'src/core/captions',
    'src/core/extras',
    'src/core/store',
    'src/core/media',
    'src/core/story',
    'src/core/providers',
    'src/core/pool',
    'src/core/sound',
    'src/core/progress.ts',
  ],
  // The same film from a studio project, scene by scene.
  'src/core/render/project': [
    'src/core/render',
    'src/core/build',
    'src/core/captions',
    'src/core/extras',
    'src/core/store',
    'src/core/media',
    'src/core/recording',
    'src/core/story',
    'src/core/project',
    'src/core/providers',
    'src/core/pool',
    'src/core/models/progress.ts',
    'src/core/fetch-progress.ts',
    'src/core/progress.ts',
  ],
  'src/core/render': [
    'src/core/build',
    'src/core/captions',
    'src/core/paths.ts',
    'src/core/story',
    'src/core/providers',
    'src/core/media',
    'src/core/motion',
    'src/core/pool',
    'src/core/storybook',
    'src/core/sound',
    'src/core/recording',
    'src/core/runtime/speech',
    'src/core/progress.ts',
  ],
  'src/core': ['src/core'],
};

function ruleFor(file: string): string {
  const prefixes = Object.keys(MAY_IMPORT).filter((prefix) => isInside(file, prefix));
  return prefixes.sort((a, b) => b.length - a.length)[0] ?? '';
}

function isInside(file: string, prefix: string): boolean {
  return file === prefix || file.startsWith(`${prefix}/`);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .filter((name) => /\.tsx?$/.test(name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'|new URL\(\s*'([^']+\.ts)'/g,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((target) => target.startsWith('.'))
    .map((target) =>
      relative(root, resolve(root, dirname(file), target))
        .split(sep)
        .join('/'),
    );
}

describe('layers', () => {
  it('would catch an import that goes against the house: the edge is printed', () => {
    const offending: string[] = [];
    for (const file of sources('src')) {
      const rule = ruleFor(file);
      for (const target of importsOf(file)) {
        const allowed = [rule, 'src/shared', ...(MAY_IMPORT[rule] ?? [])];
        if (!allowed.some((prefix) => isInside(target, prefix))) offending.push(`${file} -> ${target}`);
      }
    }
    expect(offending).toEqual([]);
  });

  it('would catch one studio screen that reaches into another', () => {
    const offending = sources('src/renderer/features').flatMap((file) => {
      const feature = file.split('/')[3];
      return importsOf(file)
        .filter((target) => isInside(target, 'src/renderer/features') && target.split('/')[3] !== feature)
        .map((target) => `${file} -> ${target}`);
    });
    expect(offending).toEqual([]);
  });

  it('would catch a host that imports another host', () => {
    const hosts = ['src/main', 'src/web', 'src/cli', 'src/preload', 'src/renderer'];
    const offending = sources('src').flatMap((file) => {
      const own = hosts.find((host) => isInside(file, host));
      if (own === undefined) return [];
      return importsOf(file)
        .filter((target) => hosts.some((host) => host !== own && isInside(target, host)))
        .map((target) => `${file} -> ${target}`);
    });
    expect(offending).toEqual([]);
  });
});
