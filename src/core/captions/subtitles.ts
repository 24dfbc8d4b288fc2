/** Cues as files that players and editors read. Text is the author's; nothing is left out of it. */
import type { Cue } from '../../shared/captions/types.ts';
import { lineText } from '../../shared/captions/words.ts';

/** A scene's cues, and when the scene begins in the film, in seconds. */
export interface PlacedCues {
  readonly cues: readonly Cue[];
  readonly offset: number;
}

interface Timed {
  /** Whole milliseconds of the film. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * SubRip: numbered, hours with two digits or more, a comma before the milliseconds, CR LF (as SubRip itself writes it and its
 * players expect). UTF-8 without a byte order mark. It has no way to escape: what would be read as markup (`<i>`) is kept apart
 * by a word joiner, which is not seen.
 */
export function toSrt(scenes: readonly PlacedCues[]): string {
  return timed(scenes)
    .map(({ start, end, lines }, index) => {
      const text = lines.map((line) => line.replace(/[<{](?=[\w/\\!])/gu, '$&\u2060'));
      const times = `${clock(start, ',')} --> ${clock(end, ',')}`;
      return [String(index + 1), times, ...text, ''].join('\r\n') + '\r\n';
    })
    .join('');
}

/**
 * WebVTT (w3.org/TR/webvtt1): LF, `&`, `<` and `>` as character references, so that no text is taken for a tag or for the arrow
 * between two times.
 * @param language BCP 47, of the narration
 */
export function toVtt(scenes: readonly PlacedCues[], language?: string): string {
  const cues = timed(scenes).map(({ start, end, lines }) => {
    const text = lines.map((line) => line.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;'));
    return [`${clock(start, '.')} --> ${clock(end, '.')}`, ...text].join('\n');
  });
  const head = language === undefined ? 'WEBVTT' : `WEBVTT\nLanguage: ${language}`;
  return `${[head, ...cues].join('\n\n')}\n`;
}

/** An empty line would end a cue, so there is none. */
function timed(scenes: readonly PlacedCues[]): Timed[] {
  return scenes.flatMap(({ cues, offset }) =>
    cues.map(({ start, end, lines }) => ({
      start: Math.round((start + offset) * 1000),
      end: Math.round((end + offset) * 1000),
      lines: lines
        .map((line) =>
          lineText(line)
            .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
            .trim(),
        )
        .filter((line) => line !== ''),
    })),
  );
}

function clock(milliseconds: number, point: ',' | '.'): string {
  const part = (size: number, of: number) => String(Math.floor(milliseconds / size) % of).padStart(2, '0');
  const hours = String(Math.floor(milliseconds / 3_600_000)).padStart(2, '0');
  return `${hours}:${part(60_000, 60)}:${part(1000, 60)}${point}${String(milliseconds % 1000).padStart(3, '0')}`;
}
