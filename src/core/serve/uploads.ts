import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { idSchema } from '../../shared/project.ts';
import { largestUpload, type Upload } from '../../shared/upload.ts';
import { storageErrorOnDisk, systemCode } from '../store/storage-error.ts';
import { sweepOld } from './sweep-old.ts';

/**
 * Files that were sent to a host and wait to be used by a request. On disk: a folder for each with `content.EXT` and
 * `upload.json`, renamed into place when it is whole; gone after a day.
 */
export class Uploads {
  readonly #root: string;
  readonly #largest: number | undefined;

  /** `largest`: bytes of a file, else by its kind. */
  constructor(root: string, largest?: number) {
    this.#root = root;
    this.#largest = largest;
  }

  /**
   * Takes a file in, piece by piece, and sweeps old ones.
   * @throws StudioError `option` (no such name), `input` (empty, or larger than may be), `disk-full`, `permission`
   */
  async receive(name: string, body: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<Upload> {
    const plain = plainName(name);
    const uploadId = randomUUID();
    const temporary = join(this.#root, `.${uploadId}.part`);
    try {
      await sweepOld(this.#root);
      await mkdir(temporary, { recursive: true });
      const counter = new Counter(this.#largest ?? largestUpload(plain));
      const file = createWriteStream(join(temporary, contentName(plain)), { flags: 'wx', flush: true });
      await pipeline(body, counter, file, signal ? { signal } : {});
      const { bytes } = counter;
      if (bytes === 0) {
        throw new StudioError(ErrorCode.input, `${plain} is empty.`, { hint: 'Choose a file with something in it.' });
      }
      const upload: Upload = { uploadId, name: plain, bytes };
      await writeFile(join(temporary, 'upload.json'), JSON.stringify(upload));
      await rename(temporary, join(this.#root, uploadId));
      return upload;
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw await storageErrorOnDisk(error, this.#root);
    }
  }

  /** @throws StudioError `not-found` */
  async path(uploadId: string): Promise<{ readonly path: string; readonly name: string }> {
    const folder = join(this.#root, idSchema.safeParse(uploadId).success ? uploadId : '-');
    try {
      const { name } = JSON.parse(await readFile(join(folder, 'upload.json'), 'utf8')) as Upload;
      return { path: join(folder, contentName(name)), name };
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error))) throw error;
      throw new StudioError(ErrorCode.notFound, 'The uploaded file is not there any more.', {
        hint: 'Send the file again: what is not used within a day is dropped.',
        data: { uploadId },
        cause: error,
      });
    }
  }
}

/** Lets bytes through until there are too many. */
class Counter extends Transform {
  bytes = 0;
  readonly #largest: number;

  constructor(largest: number) {
    super();
    this.#largest = largest;
  }

  override _transform(
    chunk: Uint8Array,
    _encoding: string,
    done: (error: Error | null, chunk?: Uint8Array) => void,
  ): void {
    this.bytes += chunk.byteLength;
    if (this.bytes > this.#largest) done(tooLarge(this.#largest));
    else done(null, chunk);
  }
}

export function tooLarge(largest: number): StudioError {
  return new StudioError(ErrorCode.input, `A file of more than ${String(largest / 1e6)} MB is not taken.`, {
    hint: 'Make the picture smaller, or cut the story in parts.',
  });
}

/** The last part of a path, as browsers and systems write one, with nothing in it that a screen cannot show. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/\p{Cc}/gu, '').trim();
  if (plain !== '' && plain !== '.' && plain !== '..' && plain.length <= 255) return plain;
  throw new StudioError(ErrorCode.option, 'The file has no name that can be used.', {
    hint: 'Send it with ?name= and the name of the file, such as story.txt.',
  });
}

/** What a name says about the kind of file is kept; the rest of it never reaches the disk. */
function contentName(name: string): string {
  const ending = extname(name).toLowerCase();
  return `content${/^\.[a-z0-9]{1,10}$/.test(ending) ? ending : ''}`;
}
