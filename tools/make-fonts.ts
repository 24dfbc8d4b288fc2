/**
 * Writes resources/fonts: the fonts of burned-in captions, by names of our own.
 *
 *   node tools/run.mjs tools/make-fonts.ts
 *
 * libass finds a font by its family's name, in our folder and among the system's. By a name that no other font has, a film
 * looks the same on a machine that has an Inter of its own. The OFL lets fonts be changed and renamed. Nothing but the
 * `name` table is new (learn.microsoft.com/typography/opentype/spec/otff, .../name).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'resources/fonts');

const FONTS = [
  { from: 'inter/600SemiBold/Inter_600SemiBold.ttf', family: 'Storyloom Sans', file: 'storyloom-sans.ttf' },
  { from: 'inter/700Bold/Inter_700Bold.ttf', family: 'Storyloom Sans Strong', file: 'storyloom-sans-strong.ttf' },
  { from: 'literata/500Medium/Literata_500Medium.ttf', family: 'Storyloom Serif', file: 'storyloom-serif.ttf' },
  {
    from: 'literata/700Bold/Literata_700Bold.ttf',
    family: 'Storyloom Serif Strong',
    file: 'storyloom-serif-strong.ttf',
  },
] as const;

interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const { from, family, file } of FONTS) {
  const tables = readTables(readFileSync(join(root, 'node_modules/@expo-google-fonts', from)));
  // Style attributes name themselves by numbers of the old table.
  const kept = tables.filter(({ tag }) => tag !== 'STAT');
  const renamed = kept.map((table) =>
    table.tag === 'name' ? { ...table, bytes: rename(table.bytes, family) } : table,
  );
  writeFileSync(join(target, file), writeTables(renamed));
}

function readTables(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    const start = font.readUInt32BE(entry + 8);
    const bytes = Buffer.from(font.subarray(start, start + font.readUInt32BE(entry + 12)));
    return { tag: font.toString('latin1', entry, entry + 4), bytes };
  });
}

/** Copyright, version and licence stay; family, style, full and PostScript name are ours. Windows, Unicode, English. */
function rename(old: Buffer, family: string): Buffer {
  const kept = new Map<number, string>();
  const strings = old.readUInt16BE(4);
  for (let index = 0; index < old.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12;
    const [platform, , , id, length, offset] = [0, 2, 4, 6, 8, 10].map((part) => old.readUInt16BE(at + part)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (platform !== 3 || ![0, 5, 13, 14].includes(id)) continue;
    kept.set(
      id,
      Buffer.from(old.subarray(strings + offset, strings + offset + length))
        .swap16()
        .toString('utf16le'),
    );
  }
  const postScript = family.replaceAll(' ', '');
  const names = new Map([...kept, [1, family], [2, 'Regular'], [3, postScript], [4, family], [6, postScript]] as const);
  const sorted = [...names].sort(([a], [b]) => a - b);
  const header = Buffer.alloc(6 + sorted.length * 12);
  header.writeUInt16BE(sorted.length, 2);
  header.writeUInt16BE(header.length, 4);
  const pieces: Buffer[] = [];
  let length = 0;
  sorted.forEach(([id, text], index) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, length].forEach((value, part) => {
      header.writeUInt16BE(value, 6 + index * 12 + part * 2);
    });
    pieces.push(bytes);
    length += bytes.length;
  });
  return Buffer.concat([header, ...pieces]);
}

function writeTables(tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(tables.length * 16 - 16 * 2 ** power, 10);
  const pieces: Buffer[] = [directory];
  let offset = directory.length;
  let head = 0;
  tables.forEach(({ tag, bytes }, index) => {
    if (tag === 'head') {
      head = offset;
      bytes.writeUInt32BE(0, 8);
    }
    const entry = 12 + index * 16;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(bytes), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    pieces.push(padded);
    offset += padded.length;
  });
  const font = Buffer.concat(pieces);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

function checksum(bytes: Buffer): number {
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
