import type { Upload } from '../../shared/upload.ts';

import i18next from 'i18next';

/** A file that the host would not take, in its own words, or that did not reach it. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  readonly hint: string | undefined;

  constructor(message: string, hint: string | undefined) {
    super(message);
    this.hint = hint;
  }
}

/** Sends a file to the host, for a request that names its id. @throws UploadError */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<Upload> {
  const response = await fetch(`/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    signal?.throwIfAborted();
    // Without an answer fetch throws a TypeError: the line is down, or the file has gone from the disk.
    if (!(error instanceof TypeError)) throw error;
    throw new UploadError(i18next.t('errors.uploadLost', { name: file.name }), i18next.t('errors.uploadLostHint'));
  });
  if (response.ok) return (await response.json()) as Upload;
  const { message, data } = (await response.json()) as { message: string; data?: { hint?: string } };
  throw new UploadError(message, data?.hint);
}
