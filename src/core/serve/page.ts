import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { systemCode } from '../store/storage-error.ts';
import { failureResponse, refuse } from './failure.ts';
import { sendFile } from './send-file.ts';

/** Where vite's `html.cspNonce` leaves a place for the nonce (electron.vite.config.ts). */
const NONCE_PLACE = 'STORYLOOM-NONCE';

/**
 * Only what comes from the host itself runs or is shown. A style may be set by the page's own script with the nonce (React
 * Aria does); `blob:` is for pictures and recordings that are about to be uploaded.
 */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Answers GET for the built page: its files by their names, and the page itself for every address of a screen. */
export function createPageHandler(
  folder: string,
  onBug: (error: unknown) => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, { code: 'method', message: `${request.method} is not for the page.` }, { allow: 'GET, HEAD' });
    }
    const { pathname } = new URL(request.url);
    try {
      if (!pathname.startsWith('/assets/')) return await sendPage(folder);
      const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, pathname))]);
      if (!path.startsWith(root + sep)) throw noSuchFile();
      // Vite names them by their content.
      return await sendFile(request, { path, name: pathname, isImmutable: true });
    } catch (error) {
      const isMissing = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error));
      return failureResponse(isMissing ? noSuchFile(error) : error, onBug);
    }
  };
}

function noSuchFile(cause?: unknown): StudioError {
  return new StudioError(ErrorCode.notFound, 'The page has no such file.', { hint: 'Load the page again.', cause });
}

async function sendPage(folder: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return new Response(html.replaceAll(NONCE_PLACE, nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(nonce),
      'cache-control': 'no-store',
    },
  });
}
