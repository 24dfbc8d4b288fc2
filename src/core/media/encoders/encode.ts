import { ErrorCode, isStudioError, StudioError } from '../../../shared/errors.ts';
import { encodeSegment, type SegmentArguments } from '../arguments.ts';
import type { ToolRun } from '../ffmpeg.ts';
import type { MediaTools } from '../tools.ts';
import { encoderReason } from './reason.ts';
import { encoderName } from './table.ts';

type Feed = NonNullable<ToolRun['feed']>;

export interface EncodeHooks extends Pick<ToolRun, 'signal'> {
  readonly feed: Feed;
  /** Frames that are encoded. */
  readonly onFrames: (frames: number) => void;
}

/** In an error's data: why a graphics card's encoder failed. */
const FAILED = 'encoderFailed';

/**
 * Encodes a segment.
 * @throws StudioError whatever runTool throws; `tool` when frames are missing. `whyEncoderFailed` tells a graphics card that
 *   failed from what failed elsewhere
 */
export async function encode(
  tools: MediaTools,
  segment: SegmentArguments,
  { signal, feed, onFrames }: EncodeHooks,
): Promise<void> {
  let encoded = 0;
  let feedFailure: unknown;
  try {
    await tools.run(encodeSegment(segment), {
      signal,
      feed: (input) =>
        feed(input).catch((error: unknown) => {
          feedFailure = error;
          throw error;
        }),
      onProgress: ({ frame = 0 }) => {
        encoded = frame;
        onFrames(frame);
      },
    });
    if (encoded !== segment.frames) throw missingFrames(encoded, segment.frames);
  } catch (error) {
    throw error === feedFailure ? error : marked(error, segment);
  }
}

function missingFrames(encoded: number, frames: number): StudioError {
  return new StudioError(ErrorCode.tool, `ffmpeg encoded ${String(encoded)} of ${String(frames)} frames.`, {
    hint: 'Run it again; if it fails once more, report it together with the log.',
    data: { encoded, frames },
  });
}

/** A full disk is no fault of the card's, and software's failure is a failure. */
function marked(error: unknown, { codec = 'h264', encoder = 'software' }: SegmentArguments): unknown {
  if (encoder === 'software' || !isStudioError(error) || error.code !== ErrorCode.tool) return error;
  return new StudioError(ErrorCode.tool, error.message, {
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    data: { ...error.data, [FAILED]: encoderReason(error, encoderName(codec, encoder)) },
    cause: error,
  });
}

/** ffmpeg's reason when a graphics card failed while it encoded, so that software may be tried; undefined for any other failure. */
export function whyEncoderFailed(error: unknown): string | undefined {
  const reason = isStudioError(error) ? error.data?.[FAILED] : undefined;
  return typeof reason === 'string' ? reason : undefined;
}
