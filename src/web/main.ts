/** `npm run web`: the studio in the browser, from this machine. */
import open from 'open';
import { isStudioError } from '../shared/errors.ts';
import { createStudio } from '../core/studio.ts';
import { builtPage } from './build-page.ts';
import { webDesktop } from './desktop.ts';
import { readOptions, USAGE } from './options.ts';
import { isEverywhere, isLoopback, startWebHost } from './web-host.ts';

/** Work that has not ended this long after a Ctrl-C, in milliseconds, is left as a kill would leave it: resumable. */
const PATIENCE = 1800;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    say(USAGE);
    return;
  }
  const { port, host, data, narrator, isOpened } = options;
  const page = await builtPage(say);
  const studio = createStudio({
    host: 'web',
    narrator,
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
