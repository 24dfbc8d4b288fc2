// Runs a script or an installed tool on a Node that the project supports (22.12 or newer).
//
//   node tools/run.mjs src/cli/main.ts render story.md      a file
//   node tools/run.mjs vitest run                           a binary of an installed package
//
// Why: better-sqlite3 13 ends in a segmentation fault under Node 20 and vitest 5 refuses it, yet a newcomer may have
// just that. The optional packages node-<platform>-<arch> carry a Node binary, so `npm ci` is all it takes.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = [22, 12];

function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function findNode() {
  if (isSupported(process.versions.node)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const carried = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(carried)) return carried;
  console.error(
    `Storyloom needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}, and no packaged Node was found.\n` +
      `Next step: run \`npm ci\` without --omit=optional, or install Node 24 and try again.`,
  );
  process.exit(69);
}

/** A path stays a path; a bare word is looked up as the binary of the package that has it. */
function findScript(word) {
  if (/[\\/]|\.(ts|mts|js|mjs|cjs)$/.test(word)) return resolve(word);
  const owners = { tsc: 'typescript', asc: 'assemblyscript' };
  const owner = owners[word] ?? word;
  let manifest;
  try {
    manifest = join(root, 'node_modules', owner, 'package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    return join(dirname(manifest), typeof bin === 'string' ? bin : bin[word]);
  } catch {
    console.error(`"${word}" is not installed here.\nNext step: run \`npm ci\` in ${root}.`);
    process.exit(69);
  }
}

const [word, ...rest] = process.argv.slice(2);
if (!word) {
  console.error('usage: node tools/run.mjs SCRIPT|TOOL [ARG ...]');
  process.exit(64);
}

const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', findScript(word), ...rest], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // glibc keeps what a model run freed for the next one: with large blocks mapped one by one, they go back to the system
    // (measured: 0.15 to 0.35 GB less for the narrator).
    MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ ?? '1048576',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
  },
});
// A terminal's Ctrl-C reaches the child too: wait for it, so that it can leave a resumable job behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
