import { basename, dirname, extname } from 'node:path';

/**
 * A name for the film of each story (absolute paths, none twice), no two alike on any system: the story's own, with its ending
 * where the same folder has another of that name, and with its folders before it where other folders have. A part of the same
 * batch writes to the same names or to new ones, never to those of other stories.
 */
export function filmNames(stories: readonly string[]): string[] {
  const parts = stories.map((story) => [ownName(story, stories), ...foldersOf(story)]);
  const depths = stories.map(() => 1);
  const names = (): string[] => parts.map((each, index) => each.slice(0, depths[index]).toReversed().join('-'));
  // Every round makes names longer; at the latest the whole paths are.
  for (;;) {
    const growing = clashes(names()).filter((index) => depths[index]! < parts[index]!.length);
    if (growing.length === 0) return numbered(names());
    for (const index of growing) depths[index]! += 1;
  }
}

function ownName(story: string, stories: readonly string[]): string {
  const bare = (path: string): string => plain(path.slice(0, path.length - extname(path).length));
  const hasTwin = stories.some((other) => other !== story && bare(other) === bare(story));
  const ending = extname(story);
  return basename(story, ending) + (hasTwin ? ending.replace('.', '-') : '');
}

/** The nearest first. */
function foldersOf(story: string): string[] {
  const above = dirname(story);
  return dirname(above) === above ? [] : [basename(above), ...foldersOf(above)];
}

/** 'A/b-c.md' and 'A-b/c.md' can still be alike. */
function numbered(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(plain(name)) ?? 0) + 1;
    counts.set(plain(name), count);
    return count === 1 ? name : `${name}-${String(count)}`;
  });
}

function clashes(names: readonly string[]): number[] {
  const all = names.map(plain);
  return all.flatMap((name, index) => (all.indexOf(name) !== all.lastIndexOf(name) ? [index] : []));
}

/** Some systems take these for the same name. */
function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
