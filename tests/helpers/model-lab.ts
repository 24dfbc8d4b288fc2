/** A small world for the model manager: files, packages, a hub, clients that are tiny programs. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { create } from 'tar';
import { createPackageClients } from '../../src/core/models/registry-client.ts';
import { parseRegistry } from '../../src/core/models/registry.ts';
import type { Registry } from '../../src/core/models/registry.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The parts of the one model: a network in two halves, and a voice. */
export const network = noise(200_000, 'network');
export const voice = noise(5_000, 'voice');

/** Bytes without a pattern that are the same in every process. */
function noise(length: number, seed: string): Buffer {
  return createHash('shake256', { outputLength: length }).update(seed).digest();
}

export const hubPaths = {
  network: '/maker/tiny/resolve/abc123/onnx/model.onnx',
  voice: '/maker/tiny/resolve/abc123/voices/ada.bin',
};

const pinned = (name: string, content: Uint8Array) => ({
  name,
  bytes: content.length,
  sha256: sha256(content),
  verified: true,
});

/** One model, from a folder, a hub or packages. */
export function labRegistry(conversion?: string): Registry {
  const converted = conversion === undefined ? {} : { conversion };
  return parseRegistry({
    version: 1,
    models: [
      {
        id: 'tiny',
        title: 'Tiny model',
        task: 'narrate',
        licence: { name: 'MIT', url: 'https://example.org/licence', commercialUse: 'Allowed.' },
        sources: [
          { kind: 'folder' },
          {
            kind: 'hub',
            repository: 'maker/tiny',
            revision: 'abc123',
            ...converted,
            files: [
              { ...pinned('network.onnx', network), path: 'onnx/model.onnx' },
              { ...pinned('voices/ada.bin', voice), path: 'voices/ada.bin' },
            ],
          },
          {
            kind: 'package',
            ...converted,
            packages: [
              { client: 'pip', name: 'tiny-1', version: '1.0', bytes: 120_200 },
              { client: 'pip', name: 'tiny-2', version: '1.0', bytes: 80_200 },
              { client: 'npm', name: 'tiny-voices', version: '2.0.0', bytes: 5_300 },
            ],
            files: [
              {
                ...pinned('network.onnx', network),
                parts: [
                  { package: 'tiny-1', member: 'tiny_1/part.bin' },
                  { package: 'tiny-2', member: 'tiny_2/part.bin' },
                ],
              },
              {
                ...pinned('voices/ada.bin', voice),
                parts: [{ package: 'tiny-voices', member: 'package/voices/ada.bin' }],
              },
            ],
          },
        ],
      },
    ],
  });
}

export interface Lab {
  readonly root: string;
  /** Where the manager under test installs. */
  readonly models: string;
  /** Where the clients take packages from. */
  readonly store: string;
  readonly clients: ReturnType<typeof createPackageClients>;
  /** A user's folder with the model's files. */
  readonly userFolder: string;
  close(): Promise<void>;
}

/** Clients that can fetch nothing: a test must never ask a real registry for packages that do not exist. */
export const deadClients = createPackageClients({
  pip: [process.execPath, '-e', 'process.exit(1)'],
  npm: [process.execPath, '-e', 'process.exit(1)'],
});

export async function createLab(): Promise<Lab> {
  const root = await mkdtemp(join(tmpdir(), 'storyloom-models-'));
  const store = join(root, 'store');
  await put(join(store, 'tiny_1-1.0-py3-none-any.whl'), makeZip({ 'tiny_1/part.bin': network.subarray(0, 120_000) }));
  await put(join(store, 'tiny_2-1.0-py3-none-any.whl'), makeZip({ 'tiny_2/part.bin': network.subarray(120_000) }));
  await put(join(root, 'npm/package/voices/ada.bin'), voice);
  await put(join(root, 'npm/package/package.json'), Buffer.from('{}'));
  await create({ gzip: true, cwd: join(root, 'npm'), file: join(store, 'tiny-voices-2.0.0.tgz') }, ['package']);
  const userFolder = join(root, 'user/tiny');
  await put(join(userFolder, 'onnx/model.onnx'), network);
  await put(join(userFolder, 'voices/ada.bin'), voice);
  return {
    root,
    models: join(root, 'models'),
    store,
    clients: createPackageClients({ pip: await makeClient(root, store), npm: await makeClient(root, store) }),
    userFolder,
    close: () => rm(root, { recursive: true, force: true }),
  };
}

export async function put(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A program that takes pip's and npm's arguments and copies from a folder; it notes each call. */
async function makeClient(root: string, store: string): Promise<string[]> {
  const script = join(root, 'client.mjs');
  const source = `
    import { appendFileSync, copyFileSync, readdirSync } from 'node:fs';
    import { join } from 'node:path';
    const words = process.argv.slice(2);
    appendFileSync(${JSON.stringify(join(root, 'calls.txt'))}, words.join(' ') + '\\n');
    const folder = words[words.findIndex((word) => word === '-d' || word === '--pack-destination') + 1];
    const [name, version] = words.at(-1).split(/==|@/);
    const start = name.replaceAll('-', '_') + '-' + version;
    const file = readdirSync(${JSON.stringify(store)}).find((f) => f.replaceAll('-', '_').startsWith(start.replaceAll('-', '_')));
    if (!file) { console.error('no such package: ' + name); process.exit(1); }
    copyFileSync(join(${JSON.stringify(store)}, file), join(folder, file));
  `;
  await writeFile(script, source);
  return [process.execPath, script];
}

/** A zip file whose members are stored as they are (APPNOTE.TXT 4.3). */
export function makeZip(members: Readonly<Record<string, Uint8Array>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, entry, Buffer.from(name)]));
    local.push(head, Buffer.from(content));
    offset += head.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
