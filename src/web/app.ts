import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Studio } from '../core/studio.ts';
import type { createAccess, Verdict } from './access.ts';
import { limitBody } from './limit-body.ts';

/** The longest story that the contract takes, in the longest encoding of it; bytes. */
export const LARGEST_REQUEST = 32e6;

/** What the web host needs of a studio. */
export type ServedStudio = Pick<Studio, 'router' | 'serve'>;

export interface AppOptions {
  readonly studio: ServedStudio;
  readonly access: ReturnType<typeof createAccess>;
  /** Answers for the built page. */
  readonly page: (request: Request) => Promise<Response>;
}

/** Everything but the WebSocket: /api, /media, /uploads and the page. */
export async function createApp({ studio, access, page }: AppOptions): Promise<Hono> {
  const api = new OpenAPIHandler(await studio.router());
  const app = new Hono();
  app.use(
    secureHeaders({
      xFrameOptions: 'DENY',
      // There is no certificate on one's own machine, and nothing to insist on.
      strictTransportSecurity: false,
      // Our own page may ask for the microphone, to record a story.
      permissionsPolicy: { camera: [], microphone: ['self'], geolocation: [] },
    }),
    async (context, next) => {
      await next();
      // What is not the page is never one: an answer that is opened by itself can run and load nothing.
      if (!context.res.headers.has('content-security-policy')) {
        context.res.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
      }
    },
  );
  app.use(async (context, next) => {
    const { req } = context;
    const verdict = access({ method: req.method, url: req.url, header: (name) => req.header(name) });
    if (verdict.kind === 'allowed') return next();
    return answer(verdict);
  });
  app.use('/api/*', limitBody(LARGEST_REQUEST, tooLarge));
  app.all('/api/*', async ({ req }) => {
    const { matched, response } = await api.handle(req.raw, { prefix: '/api' });
    return matched ? response : refusal(404, 'not-found', 'There is no such request.', 'See docs/http-api.md.');
  });
  app.all('*', async ({ req }) => (await studio.serve(req.raw)) ?? (await page(req.raw)));
  return app;
}

function answer(verdict: Exclude<Verdict, { kind: 'allowed' }>): Response {
  if (verdict.kind === 'refused') {
    const code = verdict.status === 401 ? 'unauthorised' : 'forbidden';
    const headers: Record<string, string> = verdict.status === 401 ? { 'www-authenticate': 'Bearer' } : {};
    return refusal(verdict.status, code, verdict.message, verdict.hint, headers);
  }
  const headers = { location: verdict.location, 'set-cookie': verdict.cookie, 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
}

function tooLarge(): Response {
  const message = `A request of more than ${String(LARGEST_REQUEST / 1e6)} MB is not taken.`;
  return refusal(413, 'input', message, 'Send files to /uploads, and long stories in parts.');
}

/** The shape of every failure of the contract. */
function refusal(
  status: number,
  code: string,
  message: string,
  hint: string,
  headers?: Record<string, string>,
): Response {
  const body = { defined: false, code, status, message, data: { hint } };
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}
