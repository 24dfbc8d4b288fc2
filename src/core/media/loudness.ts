/** How loud a sound is, as ffmpeg's ebur128 filter measures it (ITU-R BS.1770-4, EBU Tech 3341 and 3342). */
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Loudness } from '../../shared/film.ts';

/** What ebur128 calls silence; louder is sound. */
export const SILENCE = -70;

/**
 * Reads the summary that the filter writes when it ends: the last one of what ffmpeg said.
 * @throws StudioError `tool` when there is none
 */
export function parseLoudness(stderr: string): Loudness {
  const summary = stderr.slice(stderr.lastIndexOf('Integrated loudness:'));
  const integrated = numberAfter(summary, /\bI:\s+(\S+) LUFS/);
  const range = numberAfter(summary, /\bLRA:\s+(\S+) LU\b/);
  if (integrated === undefined || range === undefined) {
    throw new StudioError(ErrorCode.tool, 'ffmpeg did not say how loud the sound is.', {
      hint: 'Run it again; if it fails once more, report it together with the log.',
      data: { stderr: stderr.split('\n').slice(-40) },
    });
  }
  // Without the true peak being asked for there is none; digital silence has '-inf'.
  return { integrated, truePeak: numberAfter(summary, /\bPeak:\s+(\S+) dBFS/) ?? SILENCE, range };
}

function numberAfter(text: string, pattern: RegExp): number | undefined {
  const value = pattern.exec(text)?.[1];
  if (value === undefined) return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : SILENCE;
}
