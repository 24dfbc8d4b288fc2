import { join } from 'node:path';
import { net, protocol } from 'electron';
import type { Studio } from '../core/studio.ts';
import { isOurs, SCHEME } from './addresses.ts';

/** Before the app is ready: the scheme is to be treated as the web's own are, and its media streamed. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** studio://app answers as the web host does: media, uploads, and the page for every other address. */
export async function serveScheme(
  studio: Studio,
  developmentServer = process.env['ELECTRON_RENDERER_URL'],
): Promise<void> {
  const page = developmentServer
    ? (request: Request): Promise<Response> => fromDevelopmentServer(request, developmentServer)
    : await studio.page(join(import.meta.dirname, '../renderer'));
  protocol.handle(SCHEME, async (request) => {
    if (!isOurs(request.url)) return new Response(null, { status: 404 });
    return (await studio.serve(request)) ?? (await page(request));
  });
}

/** While the page is worked on, vite makes its files; under our own origin all the same. */
function fromDevelopmentServer(request: Request, server: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return net.fetch(new URL(pathname + search, server).href, { bypassCustomProtocolHandlers: true });
}
