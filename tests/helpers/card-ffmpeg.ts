/** An ffmpeg for a computer with a graphics card: a program of its own that hands everything to the real one. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How it behaves when it is told to encode with NVENC; x264 does the work then. `fails`: the first frames of the film's segment
 * of that number (1-based, in the order in which they are begun) are the card's last. `hangs`: no answer, ever.
 */
export type CardBehaviour = { readonly fails?: number; readonly hangs?: boolean; readonly softwareFails?: boolean };

export interface CardFfmpeg {
  readonly path: string;
  /** Numbers of frames of the encodes by the card that were begun: 2 is a test. */
  encodes(): number[];
}

export const CARD_REASON = 'OpenEncodeSessionEx failed: out of memory (10): (no details)';
export const CARD_DEVICE = 'GPU #0 - < A card of the tests > has Compute SM 8.6';

/** @param real the ffmpeg that works */
export function cardFfmpeg(folder: string, name: string, real: string, behaviour: CardBehaviour = {}): CardFfmpeg {
  const path = join(folder, name);
  const log = join(folder, `${name}.log`);
  writeFileSync(path, program({ real, log, behaviour }));
  chmodSync(path, 0o755);
  return {
    path,
    encodes: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : []),
  };
}

function program(facts: { readonly real: string; readonly log: string; readonly behaviour: CardBehaviour }): string {
  return `#!${process.execPath}
const { spawn } = require('node:child_process');
const { appendFileSync, readFileSync } = require('node:fs');
const { real, log, behaviour } = ${JSON.stringify(facts)};
const args = process.argv.slice(2);
const valueOf = (option) => args[args.lastIndexOf(option) + 1];
const say = (line) => process.stderr.write(line + '\\n');

function fail(name) {
  process.stdin.once('data', () => {
    say('[' + name + ' @ 0x55c5cc0a1c40] ${CARD_REASON}');
    say('[vost#0:0/' + name + ' @ 0x55c5cc0a1700] Error while opening encoder - maybe incorrect parameters.');
    say('Conversion failed!');
    process.exit(187);
  });
}

function hand(on) {
  const child = spawn(real, on, { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(signal ? 255 : code));
}

const codec = valueOf('-c:v');
if (args.includes('-c:v') && codec.endsWith('_nvenc')) {
  appendFileSync(log, valueOf('-frames:v') + '\\n');
  const begun = readFileSync(log, 'utf8').trim().split('\\n').filter((frames) => frames !== '2').length;
  const isTest = valueOf('-frames:v') === '2';
  if (behaviour.hangs) setInterval(() => undefined, 1000);
  else if (!isTest && begun === behaviour.fails) fail(codec);
  else {
    if (valueOf('-v') === 'verbose') say('[' + codec + ' @ 0x55c5cc0a1c40] ${CARD_DEVICE}');
    const from = args.indexOf('-c:v');
    const to = args.indexOf('-pix_fmt');
    hand([...args.slice(0, from), '-c:v', 'libx264', '-preset', 'ultrafast', ...args.slice(to)]);
  }
} else if (behaviour.softwareFails && codec === 'libx264') fail(codec);
else hand(args);
`;
}
