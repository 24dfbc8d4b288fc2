import type { Context, MiddlewareHandler } from 'hono';

/**
 * Turns away bodies that are too large, whether they say so or not. Hono's own bodyLimit cannot be had here: it copies the
 * request with `new Request(request)`, which Node refuses for those that @hono/node-server makes.
 */
export function limitBody(bytes: number, onTooLarge: () => Response): MiddlewareHandler {
  return async (context, next) => {
    const { headers } = context.req.raw;
    if (headers.has('transfer-encoding')) {
      const body = await readUpTo(bytes, context);
      if (!body) return onTooLarge();
      const { url, method, signal } = context.req.raw;
      context.req.raw = new Request(url, { method, headers, signal, body });
    } else if (Number(headers.get('content-length') ?? 0) > bytes) {
      return onTooLarge();
    }
    return next();
  };
}

/** A body whose length was not told; undefined as soon as it is longer than may be. */
async function readUpTo(bytes: number, context: Context): Promise<Blob | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  for await (const part of context.req.raw.body ?? []) {
    read += part.byteLength;
    if (read > bytes) return undefined;
    parts.push(part);
  }
  return new Blob(parts, { type: context.req.header('content-type') ?? '' });
}
