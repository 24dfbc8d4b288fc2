/** What an ffmpeg can do, read from what it lists about itself. */

export interface Capabilities {
  readonly encoders: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
  readonly muxers: ReadonlySet<string>;
  readonly demuxers: ReadonlySet<string>;
}

/** What Storyloom cannot do without; each is part of any build of ffmpeg that has libx264 at all. */
export const NEEDED = {
  encoders: ['libx264', 'aac', 'pcm_s16le'],
  filters: ['scale', 'format', 'aresample', 'apad', 'atrim'],
  muxers: ['mp4', 'ipod', 'wav', 'rawvideo'],
  demuxers: ['concat', 'rawvideo', 's16le', 'wav', 'ffmetadata', 'mov'],
} as const satisfies Record<keyof Capabilities, readonly string[]>;

/** From the first line of `ffmpeg -version` ('ffmpeg version n7.0-7-gd38bf5e08e Copyright ...'). */
export function readVersion(text: string): string | undefined {
  return /^\S+ version (\S+)/.exec(text)?.[1];
}

/** Marks in front of a name: 'V....D', ' DE ', 'TSC', '..d'. How many there are differs from version to version. */
const FLAGS = /^(?:[A-Z.]+d?|\.*d)$/;

/**
 * Names from `-encoders`, `-filters`, `-muxers` or `-demuxers`: lines of marks, a name (or several: 'mov,mp4,m4a') and a
 * description. The legend above them has an equals sign where the name would be.
 */
export function readNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const name = line
      .trim()
      .split(/\s+/)
      .find((word) => !FLAGS.test(word));
    if (line.startsWith(' ') && name && name !== '=') for (const one of name.split(',')) names.add(one);
  }
  return names;
}

/** What is needed and not there ('encoder libx264'). */
export function missingParts(capabilities: Capabilities): string[] {
  return Object.entries(NEEDED).flatMap(([kind, names]) =>
    names
      .filter((name) => !capabilities[kind as keyof Capabilities].has(name))
      .map((name) => `${kind.slice(0, -1)} ${name}`),
  );
}
