import { createORPCClient, type ClientContext, type ClientLink, type ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ConnectionState, StudioClient, StudioConnection } from './studio-client.ts';

/** Milliseconds before another try; each try waits longer, up to the last. */
const WAITS = [200, 500, 1000, 2000, 4000];

/**
 * Over a WebSocket that is opened anew whenever it breaks. Calls that are under way then fail; calls that are made while
 * there is no line wait for the next one.
 */
export function connectWebSocket(url: string): StudioConnection {
  const line = new WebSocketLine(url);
  return {
    client: createORPCClient<StudioClient>(line),
    state: () => line.state,
    subscribe: (listener) => line.subscribe(listener),
    close: () => {
      line.close();
    },
  };
}

class WebSocketLine implements ClientLink<ClientContext> {
  state: ConnectionState = 'connecting';
  readonly #url: string;
  readonly #listeners = new Set<() => void>();
  #socket: WebSocket;
  #link: RPCLink<ClientContext>;
  #tries = 0;
  #timer: number | undefined;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
    [this.#socket, this.#link] = this.#open();
    // A computer that wakes, or finds its network again, need not wait for the next try.
    window.addEventListener('online', this.#retryNow);
    document.addEventListener('visibilitychange', this.#retryNow);
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    await this.#untilConnected(options.signal);
    return this.#link.call(path, input, options);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#retryNow);
    document.removeEventListener('visibilitychange', this.#retryNow);
    this.#socket.close();
  }

  #open(): [WebSocket, RPCLink<ClientContext>] {
    const socket = new WebSocket(this.#url);
    socket.addEventListener('open', () => {
      this.#tries = 0;
      this.#enter('connected');
    });
    socket.addEventListener('close', () => {
      if (this.#isClosed) return;
      this.#enter('lost');
      this.#timer = window.setTimeout(this.#reopen, WAITS[Math.min(this.#tries++, WAITS.length - 1)]);
    });
    return [socket, new RPCLink({ websocket: socket })];
  }

  readonly #reopen = (): void => {
    clearTimeout(this.#timer);
    [this.#socket, this.#link] = this.#open();
  };

  readonly #retryNow = (): void => {
    if (this.#socket.readyState === WebSocket.CLOSED && !document.hidden) this.#reopen();
  };

  #enter(state: ConnectionState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  #untilConnected(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.state === 'connected') return Promise.resolve();
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        if (this.state !== 'connected' && !signal?.aborted) return;
        stop();
        signal?.removeEventListener('abort', settle);
        if (signal?.aborted) reject(signal.reason as Error);
        else resolve();
      };
      const stop = this.subscribe(settle);
      signal?.addEventListener('abort', settle);
    });
  }
}
