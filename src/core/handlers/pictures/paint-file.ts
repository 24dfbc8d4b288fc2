import { realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { refusedOption } from '../../../shared/explain-issue.ts';
import { paintShape } from '../../../shared/painting.ts';
import { MOST_ENLARGED_SIDE, PICTURE_SIDE, PICTURE_UNIT } from '../../../shared/pictures.ts';
import { keepForeign, type KnownFile } from '../../extras/keep-foreign.ts';
import { checkPlace } from '../../media/place.ts';
import { pictureTexts } from '../../media/raster.ts';
import { writeAside } from '../../media/write-aside.ts';
import type { Workplace } from '../../workplace.ts';
import { paintPicture, type PictureHooks, type PictureMade, type PictureRequest } from './paint-picture.ts';
import { PICTURE_TEXT } from './picture-text.ts';

const requestSchema = z.strictObject({
  ...paintShape,
  /** Absolute path of the picture that painting begins with. */
  from: z.string().min(1).optional(),
});

export interface PictureFileRequest {
  readonly request: z.input<typeof requestSchema>;
  /** Absolute path of a PNG; of several pictures each has its number in its name. */
  readonly output: string;
}

export interface PictureFiles extends PictureMade {
  readonly files: readonly { readonly file: string; readonly seed: number }[];
  readonly seconds: number;
  readonly notices: readonly string[];
}

/**
 * A picture of this command's that is there already gives way to the new one; any other file is kept under another name.
 * @throws StudioError as paintPicture; `option` for a value or a place that cannot be; CancelledError
 */
export async function paintToFile(
  workplace: Workplace,
  { request: asked, output }: PictureFileRequest,
  hooks: PictureHooks,
): Promise<PictureFiles> {
  // What cannot be made or saved is said before it is painted.
  const request = checkRequest(asked);
  const files = namesOf(output, request);
  for (const file of files) await checkTarget(file, request);
  const { pictures, notices: said, ...facts } = await paintPicture(workplace, request, hooks);
  const notices = [...said];
  for (const [index, { png }] of pictures.entries()) {
    const file = files[index]!;
    await writeAside(file, async (temporary) => {
      await writeFile(temporary, png);
      const kept = await keepForeign(file, temporary, await ownPicture(file));
      if (kept !== undefined) notices.push(`${file} was another picture: it is ${kept} now.`);
    });
  }
  return { ...facts, files: pictures.map(({ seed }, index) => ({ file: files[index]!, seed })), notices };
}

/** @throws StudioError `option`, its message naming the option and what it may be */
function checkRequest(asked: PictureFileRequest['request']): PictureRequest {
  const parsed = requestSchema.safeParse(asked, { reportInput: true });
  if (parsed.success) {
    const { from, ...request } = parsed.data;
    return { ...request, from: from === undefined ? undefined : { path: from, name: from } };
  }
  const issue = parsed.error.issues[0]!;
  const { input, path } = issue;
  const isLong = typeof input === 'string' && input.length > 60;
  const shown = isLong ? `of ${String(input.length)} characters` : undefined;
  throw new StudioError(ErrorCode.option, refusedOption(issue, shown), {
    hint: HINTS[String(path[0])] ?? '`storyloom picture --help` lists the options and their values.',
  });
}

const SIDES = `A side is a multiple of ${String(PICTURE_UNIT)} from ${String(PICTURE_SIDE.least)} to ${String(PICTURE_SIDE.most)}: most models were made for 512, small ones for 384.`;
const HINTS: Readonly<Record<string, string>> = {
  prompt: 'Say in a sentence or two what is to be seen; `storyloom render` films a whole text.',
  width: SIDES,
  height: SIDES,
  upscale: `A side to enlarge to is from ${String(PICTURE_SIDE.least)} to ${String(MOST_ENLARGED_SIDE)} pixels.`,
};

/** 'fox.png', or 'fox-1.png', 'fox-2.png' and so on. */
function namesOf(output: string, { count }: PictureRequest): string[] {
  if (extname(output).toLowerCase() !== '.png') {
    throw new StudioError(
      ErrorCode.option,
      `A picture is written as PNG, and ${basename(output)} is not named like one.`,
      {
        hint: 'Give the file the ending .png.',
      },
    );
  }
  if (count === 1) return [output];
  const stem = basename(output, extname(output));
  return Array.from({ length: count }, (_, index) =>
    join(dirname(output), `${stem}-${String(index + 1)}${extname(output)}`),
  );
}

async function checkTarget(file: string, { from }: PictureRequest): Promise<void> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => path);
  if (from && (await real(file)) === (await real(from.path))) {
    throw new StudioError(ErrorCode.option, `${file} is the picture that painting begins with: it would be lost.`, {
      hint: 'Give the new picture another name.',
    });
  }
  if ((await stat(file).catch(() => undefined))?.isDirectory()) {
    throw new StudioError(ErrorCode.option, `${file} is a folder.`, { hint: 'Name a file in it.' });
  }
  await checkPlace(file);
}

/** The file if it was made by this command, and may be made again. */
async function ownPicture(file: string): Promise<KnownFile | undefined> {
  const texts = await pictureTexts(file).catch(() => undefined);
  if (texts?.[PICTURE_TEXT]?.endsWith(', Version: Storyloom') !== true) return undefined;
  const { size, mtimeMs } = await stat(file);
  return { bytes: size, changedAt: mtimeMs };
}
