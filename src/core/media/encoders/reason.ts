import { isStudioError } from '../../../shared/errors.ts';

/** '[h264_nvenc @ 0x557b49d73c40] ', '[vost#0:0/h264_nvenc @ 0x557b49d73700] '. */
const TAG = /^\[([^\]]*?) @ [^\]]*\]\s*/;
/** What an encoder's failure looks like from elsewhere in ffmpeg, or what every run says. */
const SAYS_NOTHING =
  /Conversion failed|received no packets|Task finished with error|Terminating thread|Estimating duration/;

/**
 * Why an encoder failed, in ffmpeg's own words: the first that the encoder or its graphics card said, else the first that
 * means anything; without addresses in memory, so that the same failure is told the same.
 */
export function encoderReason(error: unknown, name: string): string {
  const lines = (isStudioError(error) ? error.data?.['stderr'] : undefined) as readonly string[] | undefined;
  const told = (lines ?? []).filter((line) => !SAYS_NOTHING.test(line));
  const isSource = (line: string): boolean => [name, 'AVHWDeviceContext'].includes(TAG.exec(line)?.[1] ?? '');
  const line = told.find(isSource) ?? told[0];
  if (line !== undefined) return withoutAddresses(line);
  return error instanceof Error ? error.message : String(error);
}

/** A line of ffmpeg's that is the same in every run. */
export function withoutAddresses(line: string): string {
  return line
    .replace(TAG, '')
    .replace(/\b0x[0-9a-f]+\b/gi, '…')
    .trim();
}
