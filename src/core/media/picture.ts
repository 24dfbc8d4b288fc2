import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { decodePicture, type FrameSize } from './arguments.ts';
import type { MediaTools } from './tools.ts';

/**
 * Decodes a still picture to tightly packed yuv420p (BT.709, 16..235) of that size, which is even.
 * @throws StudioError `corrupt` when the file is damaged or no picture, `notFound` when there is none.
 */
export async function readPicture(
  tools: MediaTools,
  path: string,
  size: FrameSize,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const bytes = (size.width * size.height * 3) / 2;
  const damaged = (cause?: unknown) =>
    new StudioError(ErrorCode.corrupt, `The picture ${path} is damaged.`, {
      hint: 'Run `storyloom cache verify`, then try again: a drawing that is damaged is made anew.',
      data: { path, ...(isStudioError(cause) ? cause.data : {}) },
      cause,
    });
  try {
    const { stdout } = await tools.run(decodePicture(path, size), { signal });
    if (stdout.length !== bytes) throw damaged();
    return stdout;
  } catch (error) {
    // It starts and has said that it can do all this: what it cannot read is the file's fault.
    throw isStudioError(error) && error.code === ErrorCode.tool ? damaged(error) : error;
  }
}
