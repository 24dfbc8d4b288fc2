import { z } from 'zod';
import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { describeFile, probeFile } from './arguments.ts';
import { runTool } from './ffmpeg.ts';
import { parseDescription } from './description.ts';
import type { MediaTools } from './tools.ts';

export interface StreamFacts {
  readonly kind: 'video' | 'audio' | 'other';
  /** ffmpeg's name: 'h264', 'aac', 'pcm_s16le'. */
  readonly codec: string;
  readonly startSeconds?: number | undefined;
  readonly seconds?: number | undefined;
  /** Bits a second. */
  readonly bitRate?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly fps?: number | undefined;
  readonly pixelFormat?: string | undefined;
  /** Frames, as the container counts them; only ffprobe tells. */
  readonly frames?: number | undefined;
  readonly sampleRate?: number | undefined;
  readonly channels?: number | undefined;
}

/** What a media file is; what nobody said is undefined. */
export interface MediaFacts {
  readonly container: string;
  readonly seconds?: number | undefined;
  readonly startSeconds?: number | undefined;
  readonly title?: string | undefined;
  readonly chapters: number;
  readonly streams: readonly StreamFacts[];
}

/**
 * What a media file is: from ffprobe, or where there is none from what ffmpeg says when it opens the file, which is less.
 * @throws StudioError `corrupt` when it is no media file.
 */
export async function probeMedia(tools: MediaTools, path: string, signal?: AbortSignal): Promise<MediaFacts> {
  try {
    if (tools.ffprobe) {
      const { stdout } = await runTool(tools.ffprobe.path, probeFile(path), { signal });
      return fromJson(probeSchema.parse(JSON.parse(stdout.toString('utf8'))));
    }
    const { stderr } = await tools.run(describeFile(path), { signal });
    return parseDescription(stderr);
  } catch (cause) {
    if (!isStudioError(cause) || cause.code !== ErrorCode.tool) throw cause;
    throw new StudioError(ErrorCode.corrupt, `${path} is not a media file that can be read.`, {
      hint: 'Check that it plays; if Storyloom made it, make it again.',
      data: { path, ...cause.data },
      cause,
    });
  }
}

const number = z.coerce.number().optional().catch(undefined);
const probeSchema = z.object({
  format: z.object({
    format_name: z.string(),
    duration: number,
    start_time: number,
    tags: z.record(z.string(), z.string()).optional(),
  }),
  chapters: z.array(z.unknown()).default([]),
  streams: z.array(
    z.object({
      codec_type: z.string().default('other'),
      codec_name: z.string().default('unknown'),
      start_time: number,
      duration: number,
      bit_rate: number,
      width: number,
      height: number,
      avg_frame_rate: z.string().optional(),
      pix_fmt: z.string().optional(),
      nb_frames: number,
      sample_rate: number,
      channels: number,
    }),
  ),
});

function fromJson({ format, streams, chapters }: z.infer<typeof probeSchema>): MediaFacts {
  return {
    container: format.format_name,
    seconds: format.duration,
    startSeconds: format.start_time,
    title: format.tags?.['title'],
    chapters: chapters.length,
    streams: streams.map((stream) => ({
      kind: stream.codec_type === 'video' || stream.codec_type === 'audio' ? stream.codec_type : 'other',
      codec: stream.codec_name,
      startSeconds: stream.start_time,
      seconds: stream.duration,
      bitRate: stream.bit_rate,
      width: stream.width,
      height: stream.height,
      fps: stream.codec_type === 'video' ? fraction(stream.avg_frame_rate) : undefined,
      pixelFormat: stream.pix_fmt,
      frames: stream.nb_frames,
      sampleRate: stream.sample_rate,
      channels: stream.channels,
    })),
  };
}

/** '30000/1001' as a number. */
function fraction(text: string | undefined): number | undefined {
  const [above, below] = (text ?? '').split('/').map(Number);
  return above && below ? above / below : undefined;
}
