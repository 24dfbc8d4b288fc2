/** The filter that burns captions in. Pure: data in, text out. */

export interface BurnedCaptions {
  /** Absolute paths. */
  readonly assFile: string;
  readonly fontsFolder: string;
}

/**
 * libass over frames that are taken for what they are (HD colour, as arguments.ts tags them): else the filter would mix its
 * colours as for standard definition.
 */
export function burnInFilter({ assFile, fontsFolder }: BurnedCaptions): string {
  const colour = 'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709';
  return `${colour},ass=filename=${filterPath(assFile)}:fontsdir=${filterPath(fontsFolder)}`;
}

/**
 * A path within a filter graph is unescaped twice: as the value of an option, then as a part of the graph (ffmpeg-utils,
 * "Quoting and escaping"; ffmpeg-filters, "Notes on filtergraph escaping"). Windows takes slashes as well.
 */
export function filterPath(path: string, isWindows = process.platform === 'win32'): string {
  const slashed = isWindows ? path.replaceAll('\\', '/') : path;
  return slashed.replace(/[\\':\s]/gu, '\\$&').replace(/[\\'[\],;\s]/gu, '\\$&');
}
