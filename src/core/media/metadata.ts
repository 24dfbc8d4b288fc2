/** The two small text files that ffmpeg joins a film by. Pure. */

export interface Chapter {
  readonly title: string;
  readonly startFrame: number;
  /** The first frame after it. */
  readonly endFrame: number;
}

export interface FilmMetadata {
  readonly title: string;
  readonly comment: string;
  readonly fps: number;
  readonly chapters: readonly Chapter[];
}

/** ffmpeg's metadata format (ffmpeg formats manual, "Metadata"). */
export function filmMetadata({ title, comment, fps, chapters }: FilmMetadata): string {
  const lines = [';FFMETADATA1', `title=${escapeValue(title)}`, `comment=${escapeValue(comment)}`];
  for (const chapter of chapters) {
    lines.push('[CHAPTER]', `TIMEBASE=1/${String(fps)}`);
    lines.push(`START=${String(chapter.startFrame)}`, `END=${String(chapter.endFrame)}`);
    lines.push(`title=${escapeValue(chapter.title)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A list for the concat demuxer (ffmpeg formats manual, "concat"); paths are absolute. */
export function concatList(files: readonly string[]): string {
  const lines = files.map((file) => `file '${`file:${file}`.replaceAll("'", String.raw`'\''`)}'`);
  return `ffconcat version 1.0\n${lines.join('\n')}\n`;
}

function escapeValue(text: string): string {
  // ffmpeg takes a backslash before the end of a line for a line that goes on, an escaped one too.
  const value = withoutControls(text).replace(/\\+$/, '');
  return value.replaceAll(/[=;#\\]/g, (sign) => `\\${sign}`);
}

/** A title is one line; a zero byte would end the file early. */
function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
