/** Who may talk to the web host: decided from a request's head alone, the same for pages, calls, media and the WebSocket. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface RequestHead {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By name in lower case. */
  header(name: string): string | undefined;
}

export type Verdict =
  | { readonly kind: 'allowed' }
  /** The token in the address is right: it is taken out of the address, and the cookie takes its place. */
  | { readonly kind: 'welcome'; readonly location: string; readonly cookie: string }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly message: string; readonly hint: string };

export interface AccessOptions {
  readonly port: number;
  /** Names and addresses under which the host is meant to be reached. */
  readonly hosts: readonly string[];
  readonly token: string;
}

/** 256 bits, new at every start. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const ALLOWED: Verdict = { kind: 'allowed' };

export function createAccess({ port, hosts, token }: AccessOptions): (head: RequestHead) => Verdict {
  // Browsers leave the port out when it is the usual one.
  const names = new Set(hosts.flatMap((host) => (port === 80 ? [host, `${host}:80`] : [`${host}:${String(port)}`])));
  // Cookies do not know ports: another Storyloom beside this one must not overwrite ours.
  const cookieName = `storyloom-${String(port)}`;
  // Not the token itself: who sees the cookie cannot make an address of it.
  const cookieValue = createHmac('sha256', token).update('cookie').digest('base64url');

  return (head) => {
    const host = head.header('host')?.toLowerCase() ?? '';
    if (!names.has(host))
      return refused(403, `This is not the studio's address: ${host || 'none was named'}.`, OPEN_HINT);
    const origin = head.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) {
      return refused(403, `Pages of ${origin} may not use the studio.`, 'Use the studio from its own page.');
    }
    if (!isOwnFetch(head))
      return refused(403, 'Other pages may not use the studio.', 'Use the studio from its own page.');

    const url = new URL(head.url, `http://${host}`);
    const asked = url.searchParams.get('token');
    if (asked !== null && head.method === 'GET') {
      if (!isSame(asked, token)) return refused(401, 'This address is of an earlier start, or not whole.', OPEN_HINT);
      url.searchParams.delete('token');
      const cookie = `${cookieName}=${cookieValue}; HttpOnly; SameSite=Strict; Path=/`;
      return { kind: 'welcome', location: url.pathname + url.search, cookie };
    }
    const bearer = /^Bearer (\S+)$/i.exec(head.header('authorization') ?? '')?.[1];
    if (bearer !== undefined) return isSame(bearer, token) ? ALLOWED : refused(401, 'The token is wrong.', OPEN_HINT);
    const cookie = readCookie(head.header('cookie'), cookieName);
    if (cookie !== undefined && isSame(cookie, cookieValue)) return ALLOWED;
    return refused(401, 'The studio is only for who started it.', OPEN_HINT);
  };
}

const OPEN_HINT =
  'Open the address that `npm run web` printed when it started; programs send its token as a bearer token.';

/** Browsers say where a request comes from; only a link that is followed may come from elsewhere. */
function isOwnFetch(head: RequestHead): boolean {
  const site = head.header('sec-fetch-site');
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return (
    head.method === 'GET' &&
    head.header('sec-fetch-mode') === 'navigate' &&
    head.header('sec-fetch-dest') === 'document'
  );
}

function refused(status: 401 | 403, message: string, hint: string): Verdict {
  return { kind: 'refused', status, message, hint };
}

/** In the same time whatever is wrong with it: both are hashed first, so that not even the length can be measured. */
function isSame(given: string, right: string): boolean {
  const key = randomBytes(32);
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
