import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStudio, type Studio } from '../../src/core/studio.ts';
import { startWebHost, type WebHost } from '../../src/web/web-host.ts';

export interface WebLab {
  readonly folder: string;
  readonly studio: Studio;
  readonly host: WebHost;
  readonly port: number;
  /** As any program can: no header is added but Host. */
  ask(question: Question): Promise<Answer>;
  /** With the token. */
  askAsOwner(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

export interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Of a refusal. */
  readonly said: { readonly code?: string; readonly message?: string; readonly data?: { readonly hint?: string } };
}

/** The real web host over a real studio in a folder of its own, with a page of two files. */
export async function openWebLab(): Promise<WebLab> {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-web-'));
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<script src="/assets/page.js" nonce="STORYLOOM-NONCE"></script>');
  writeFileSync(join(page, 'assets', 'page.js'), 'document.title = "here";');
  const studio = createStudio({ data: join(folder, 'data'), host: 'web' });
  const host = await startWebHost({ studio, page: await studio.page(page), port: 0 });
  const port = Number(new URL(host.origin).port);
  const ask = (question: Question): Promise<Answer> => send(port, question);
  return {
    folder,
    studio,
    host,
    port,
    ask,
    askAsOwner: (question) =>
      ask({ ...question, headers: { authorization: `Bearer ${host.token}`, ...question.headers } }),
    close: async () => {
      await host.close();
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With node:http, which sends a path, a Host and an Origin as they are given. */
function send(port: number, { method = 'GET', path = '/', headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        const isJson = response.headers['content-type']?.startsWith('application/json') ?? false;
        const said = isJson && whole.length > 0 ? (JSON.parse(whole.toString()) as Answer['said']) : {};
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, said });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
