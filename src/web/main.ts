/** `npm run web`: the studio in the browser, from this machine. */
import { parseArgs } from 'node:util';
import open from 'open';
import { ErrorCode, isStudioError, StudioError } from '../shared/errors.ts';
import { createStudio } from '../core/studio.ts';
import { builtPage } from './build-page.ts';
import { webDesktop } from './desktop.ts';
import { isEverywhere, isLoopback, startWebHost } from './web-host.ts';

const USAGE = `usage: npm run web -- [options]

  --port <number>   4870 by default; 0 for any that is free
  --host <address>  127.0.0.1 by default: only this machine. 0.0.0.0 is every network that it is in
  --data <folder>   where projects, cache, models and logs are kept (or STORYLOOM_DATA)
  --no-open         do not open the browser
  --help`;

/** Work that has not ended this long after a Ctrl-C, in milliseconds, is left as a kill would leave it: resumable. */
const PATIENCE = 1800;

function readOptions(): { port: number; host: string; data?: string; isOpened: boolean } | undefined {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        port: { type: 'string', default: '4870' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    }));
  } catch (error) {
    throw new StudioError(ErrorCode.option, (error as Error).message, { hint: USAGE, cause: error });
  }
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StudioError(ErrorCode.option, `${values.port} is not a port.`, {
      hint: 'Choose one from 1024 to 65535.',
    });
  }
  const { host, data, open: isOpened } = values;
  return { port, host, isOpened, ...(data === undefined ? {} : { data }) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<void> {
  const options = readOptions();
  if (!options) {
    say(USAGE);
    return;
  }
  const { port, host, data, isOpened } = options;
  const page = await builtPage(say);
  const studio = createStudio({
    host: 'web',
    desktop: isLoopback(host) ? webDesktop() : {},
    ...(data === undefined ? {} : { data }),
    onNotice: say,
  });
  try {
    const web = await startWebHost({ studio, page: await studio.page(page), host, port });
    listenForStop(async () => {
      await web.close();
      await studio.close();
    });
    if (!isLoopback(host)) say(warning(host));
    say(`The studio is at ${web.url}`);
    say('Ctrl-C ends it. What is being made is kept and gone on with the next time.');
    if (isOpened) await open(web.url).catch(() => undefined);
  } catch (error) {
    await studio.close();
    throw error;
  }
}

function warning(host: string): string {
  const where = isEverywhere(host) ? 'every network this machine is in' : `the network of ${host}`;
  return (
    `Note: you asked for ${host}. Anyone in ${where} can reach the studio, and whoever has the address with its token\n` +
    'can read, change and delete your projects. Nothing is encrypted on the way: do this in networks you trust.'
  );
}

/** The first Ctrl-C closes in time; another one, a second later or more, ends at once. */
function listenForStop(close: () => Promise<void>): void {
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm and our launcher may each pass the same keypress on: two within a second are one.
      if (first > 0 && Date.now() - first > 1000) process.exit(130);
      if (first > 0) return;
      first = Date.now();
      say('Closing ...');
      setTimeout(() => process.exit(130), PATIENCE).unref();
      void close().finally(() => process.exit(0));
    });
  }
}

try {
  await run();
} catch (error) {
  const hint = isStudioError(error) && error.hint !== undefined ? `\nNext step: ${error.hint}` : '';
  const text = isStudioError(error) ? error.message : `A bug in Storyloom: ${String((error as Error).stack)}`;
  process.stderr.write(`${text}${hint}\n`);
  process.exitCode = isStudioError(error) ? 64 : 70;
}
