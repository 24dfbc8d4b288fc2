import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { convertSound, encoderOf, isSoundFormat, SOUND_ENDINGS, type SoundFormat } from './arguments.ts';
import { writeBytes } from './stream.ts';
import type { MediaTools } from './tools.ts';
import { writeAside } from './write-aside.ts';

/**
 * The kind of sound file that a name asks for by its ending.
 * @throws StudioError `option` when it asks for none that can be written.
 */
export function soundFormatOf(target: string): SoundFormat {
  const ending = extname(target).slice(1).toLowerCase();
  if (isSoundFormat(ending)) return ending;
  throw new StudioError(ErrorCode.option, `"${ending || target}" is not a kind of sound file that Storyloom writes.`, {
    hint: `Give it a name that ends in ${SOUND_ENDINGS.map((one) => `.${one}`).join(', ')}.`,
    data: { target },
  });
}

export interface SaveSoundOptions {
  readonly title?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Saves a WAV file under the user's name, as the kind of file that the name's ending asks for.
 * @throws StudioError `option`, `missing` (this ffmpeg cannot write that kind), `diskFull`, `permission`.
 */
export async function saveSound(
  tools: MediaTools,
  wave: string,
  target: string,
  { title, signal }: SaveSoundOptions = {},
): Promise<void> {
  const format = soundFormatOf(target);
  const encoder = encoderOf(format);
  if (!tools.capabilities.encoders.has(encoder)) {
    throw new StudioError(
      ErrorCode.missing,
      `This ffmpeg (${tools.ffmpeg.path}) cannot write .${format} files: no ${encoder}.`,
      {
        hint: 'Save it as .wav or .m4a, or set another ffmpeg.',
        data: { encoder, path: tools.ffmpeg.path },
      },
    );
  }
  await writeAside(target, async (output) => {
    await tools.run(convertSound(format, output, title), {
      signal,
      feed: async (input) => {
        for await (const piece of createReadStream(wave)) await writeBytes(input, piece as Buffer);
      },
    });
  });
}
