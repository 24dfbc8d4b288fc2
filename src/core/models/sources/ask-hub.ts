import { setTimeout as sleep } from 'node:timers/promises';
import { StudioError, isStudioError } from '../../../shared/errors.ts';
import { waitFor, type RetryPolicy } from '../download.ts';
import { Transient, classifyFetchError, classifyStatus } from '../http-errors.ts';

export interface HubAnswer {
  readonly bytes: number;
  /** The hub knows the checksum of large files. */
  readonly sha256: string | undefined;
}

interface Question {
  readonly url: string;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly signal: AbortSignal | undefined;
}

/**
 * What a hub says of a file before it is fetched. Large files are sent by another host; what is known of them stands in the headers
 * of the redirect (X-Linked-Size, and X-Linked-Etag, which is their SHA-256), as huggingface_hub reads them.
 * Throws StudioError as `download` does.
 */
export async function askHub(question: Question): Promise<HubAnswer> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask(question);
    } catch (error) {
      if (question.signal?.aborted) throw question.signal.reason;
      const failure = isStudioError(error) ? error : classifyFetchError(error, question.url);
      if (!(failure instanceof Transient)) throw failure;
      if (tries >= question.retry.attempts) throw failure.toStudioError();
      await sleep(waitFor(failure, tries, question.retry), undefined, question.signal && { signal: question.signal });
    }
  }
}

const MOST_HOPS = 5;

async function ask({ url, timeoutMs, signal }: Question): Promise<HubAnswer> {
  let address = url;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const timeout = AbortSignal.timeout(timeoutMs);
    const response = await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      // Without identity the length may be that of a compressed text.
      headers: { 'accept-encoding': 'identity' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    }).catch((error: unknown) => {
      if (timeout.aborted) throw new Transient(`${url} did not answer.`, 'stall', { cause: error });
      throw error;
    });
    const location = response.headers.get('location');
    const isElsewhere = response.status >= 300 && response.status < 400 && location !== null;
    if (!isElsewhere && response.status !== 200) throw classifyStatus(response, url);
    const answer = read(response.headers, isElsewhere);
    if (answer) return answer;
    if (!isElsewhere) break;
    address = new URL(location, address).href;
  }
  throw new StudioError('network', `${url} does not say how long it is.`, {
    hint: 'Try again later, or import the model from a folder: storyloom models import',
    data: { url, reason: 'length' },
  });
}

function read(headers: Headers, isElsewhere: boolean): HubAnswer | undefined {
  const linked = headers.get('x-linked-size');
  const length = linked ?? (isElsewhere ? null : headers.get('content-length'));
  if (length === null || !/^\d+$/u.test(length)) return undefined;
  const tag = headers.get('x-linked-etag')?.replaceAll('"', '');
  return { bytes: Number(length), sha256: tag !== undefined && /^[0-9a-f]{64}$/u.test(tag) ? tag : undefined };
}
