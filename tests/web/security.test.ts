import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openWebLab, type WebLab } from '../helpers/web-lab.ts';

let lab: WebLab;

beforeAll(async () => {
  lab = await openWebLab();
});

afterAll(async () => {
  await lab.close();
});

const EVERYTHING = ['/', '/assets/page.js', '/api/projects', '/media/films/any', '/uploads', '/nothing'];

describe('who may use the web host', () => {
  it('would catch an address that answers without the token, or to a wrong one', async () => {
    for (const path of EVERYTHING) {
      expect(await lab.ask({ path })).toMatchObject({ status: 401, said: { code: 'unauthorised' } });
      for (const authorization of ['Bearer wrong', `Bearer ${lab.host.token}x`, 'Bearer', `Basic ${lab.host.token}`]) {
        expect((await lab.ask({ path, headers: { authorization } })).status).toBe(401);
      }
      const headers = { cookie: `storyloom-${String(lab.port)}=wrong` };
      expect((await lab.ask({ path, headers })).status).toBe(401);
    }
    expect((await lab.ask({ path: '/?token=wrong' })).status).toBe(401);
    const { said } = await lab.ask({});
    expect(said.data?.hint).toContain('npm run web');
  });

  it('would catch a token that stays in the address, or a cookie that scripts or other sites can use', async () => {
    const { status, headers } = await lab.ask({ path: `/projects/a?token=${lab.host.token}&tab=2` });
    expect(status).toBe(303);
    expect(headers.location).toBe('/projects/a?tab=2');
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(lab.host.token);
    expect(headers['cache-control']).toBe('no-store');
    const page = await lab.ask({ headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
  });

  it('would catch a site that reaches the host under a name of its own (DNS rebinding)', async () => {
    for (const host of [
      'example.org',
      `example.org:${String(lab.port)}`,
      '127.0.0.1',
      `localhost.example.org:${String(lab.port)}`,
    ]) {
      const answer = await lab.askAsOwner({ path: '/api/projects', headers: { host } });
      expect(answer).toMatchObject({ status: 403, said: { code: 'forbidden' } });
    }
    const named = await lab.askAsOwner({ headers: { host: `localhost:${String(lab.port)}` } });
    expect(named.status).toBe(200);
  });

  it('would catch a page of another site, or of another port, that uses the host', async () => {
    for (const origin of [
      'https://example.org',
      'null',
      `http://localhost:${String(lab.port)}`,
      `http://127.0.0.1:1`,
      `https://127.0.0.1:${String(lab.port)}`,
    ]) {
      const answer = await lab.askAsOwner({ method: 'POST', path: '/api/projects', headers: { origin } });
      expect(answer).toMatchObject({ status: 403, said: { code: 'forbidden' } });
    }
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
      expect((await lab.askAsOwner({ path: '/media/films/any', headers })).status).toBe(403);
    }
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await lab.askAsOwner({ headers: link })).status).toBe(200);
  });

  it('would catch an answer that lets other sites read it, frame it or guess its type', async () => {
    for (const path of EVERYTHING) {
      const { headers } = await lab.askAsOwner({ path, headers: { origin: lab.host.origin } });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': 'camera=(), microphone=(self), geolocation=()',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    }
  });

  it('would catch a page whose policy lets foreign or written-in scripts run, or whose nonce is always the same', async () => {
    const pages = await Promise.all([lab.askAsOwner({}), lab.askAsOwner({ path: '/projects/any' })]);
    const nonces = pages.map(({ headers, body }) => {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
      const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? '';
      expect(body.toString()).toContain(`nonce="${nonce}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });
});

describe('the WebSocket', () => {
  const knock = (path: string, headers: Record<string, string>): Promise<number | 'open'> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${String(lab.port)}${path}`, { headers });
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
      });
      socket.on('error', () => undefined);
      socket.on('open', () => {
        resolve('open');
        socket.close();
      });
    });

  it('would catch a connection without cookie or token, from a foreign page, or to a foreign name', async () => {
    const authorization = `Bearer ${lab.host.token}`;
    expect(await knock('/rpc', {})).toBe(401);
    expect(await knock('/rpc', { cookie: `storyloom-${String(lab.port)}=x` })).toBe(401);
    expect(await knock(`/rpc?token=${lab.host.token}`, {})).toBe(404);
    expect(await knock('/rpc', { authorization, origin: 'https://example.org' })).toBe(403);
    expect(await knock('/rpc', { authorization, host: 'example.org' })).toBe(403);
    expect(await knock('/other', { authorization })).toBe(404);
    expect(await knock('/rpc', { authorization, origin: lab.host.origin })).toBe('open');
  });

  it('would catch a message without end that fills the memory, and nonsense that ends the host', async () => {
    const headers = { authorization: `Bearer ${lab.host.token}` };
    for (const message of ['x'.repeat(33e6), 'not json', Buffer.from([0, 1, 2])]) {
      const socket = new WebSocket(`ws://127.0.0.1:${String(lab.port)}/rpc`, { headers });
      await once(socket, 'open');
      const closed = once(socket, 'close');
      socket.on('error', () => undefined);
      socket.send(message);
      if (message.length > 32e6) expect((await closed)[0]).toBe(1009);
      socket.terminate();
    }
    expect((await lab.askAsOwner({})).status).toBe(200);
  });
});

describe('what is sent', () => {
  const json = { 'content-type': 'application/json' };

  it('would catch a body that is no JSON, or not what the contract says, that is not refused in words', async () => {
    for (const body of ['{', '', 'null', '[]', '{"from":"text"}', '{"from":"text","text":5}', '"\\ud800"']) {
      const answer = await lab.askAsOwner({ method: 'POST', path: '/api/projects', headers: json, body });
      expect(answer.status).toBe(400);
      expect(answer.said.message).toMatch(/Malformed request|The request is not as it should be/);
    }
    const field = { method: 'POST', path: '/api/projects', headers: json, body: '{"from":"text"}' };
    expect((await lab.askAsOwner(field)).said).toMatchObject({
      code: 'option',
      data: { facts: { issues: [{ field: 'text' }] } },
    });
  });

  it('would catch a body that is larger than may be, whether it says so or not', async () => {
    const body = Buffer.alloc(33e6, 'x');
    const told = await lab.askAsOwner({ method: 'POST', path: '/api/projects', headers: json, body });
    expect(told).toMatchObject({ status: 413, said: { code: 'input' } });
    const headers = { ...json, 'transfer-encoding': 'chunked' };
    const untold = await lab.askAsOwner({ method: 'POST', path: '/api/projects', headers, body });
    expect(untold.status).toBe(413);
    // A program that waits for the answer before it sends the rest.
    const socket = connect(lab.port, '127.0.0.1');
    socket.write(
      `POST /uploads?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:${String(lab.port)}\r\n` +
        `Authorization: Bearer ${lab.host.token}\r\nContent-Length: 200000001\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 422 /);
    socket.destroy();
  });

  it('would catch a request without a body, or with one that does not tell its length, that is turned away', async () => {
    const headers = { ...json, 'transfer-encoding': 'chunked' };
    const body = '{"from":"text","text":"Once upon a time there was a fox."}';
    const made = await lab.askAsOwner({ method: 'POST', path: '/api/projects', headers, body });
    expect(made.status).toBe(201);
    const { projectId } = JSON.parse(made.body.toString()) as { projectId: string };
    expect((await lab.askAsOwner({ method: 'DELETE', path: `/api/projects/${projectId}` })).status).toBe(200);
  });

  it('would catch a path that leads out of its folder, however it is written', async () => {
    writeFileSync(join(lab.folder, 'secret.txt'), 'secret');
    const key = 'a'.repeat(64);
    const object = join(lab.folder, 'data', 'cache', 'objects', 'aa', key);
    mkdirSync(object, { recursive: true });
    writeFileSync(join(object, 'picture.png'), 'a picture');
    symlinkSync(join(lab.folder, 'secret.txt'), join(object, 'link.txt'));
    expect((await lab.askAsOwner({ path: `/media/artefacts/${key}/picture.png` })).body.toString()).toBe('a picture');
    const ways = [
      '../../../../../secret.txt',
      '..%2f..%2f..%2f..%2f..%2fsecret.txt',
      '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.txt',
      '..%5c..%5csecret.txt',
      'link.txt',
      '.',
      '',
      '%00',
      '%',
      '%2fetc%2fpasswd',
      'picture.png%00.txt',
    ];
    const roots = [
      `/media/artefacts/${key}/`,
      '/media/assets/p/',
      '/media/films/',
      '/media/downloads/d/',
      '/assets/',
      '/',
    ];
    for (const path of roots.flatMap((root) => ways.map((way) => root + way))) {
      const answer = await lab.askAsOwner({ path });
      expect(answer.body.toString(), path).not.toContain('secret');
      if (path.startsWith('/media/') && !path.includes('/../') && !path.includes('%2e%2e/'))
        expect([400, 404], path).toContain(answer.status);
    }
  });

  it('would catch a host that a broken request ends', async () => {
    for (const words of [
      'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
      'nonsense\r\n\r\n',
      'GET http://[::/ HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET //// HTTP/1.1\r\nHost: 127.0.0.1:${String(lab.port)}\r\nAuthorization: Bearer ${lab.host.token}\r\nConnection: close\r\n\r\n`,
    ]) {
      const socket = connect(lab.port, '127.0.0.1');
      socket.end(words);
      socket.resume();
      await once(socket, 'close');
    }
    expect((await lab.askAsOwner({})).status).toBe(200);
  });
});
