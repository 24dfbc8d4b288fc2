/** `npm run web`: the studio in the browser, from this machine. */
import open from 'open';
import { isStudioError } from '../shared/errors.ts';
import { onStopSignal } from '../core/stop-signals.ts';
import { createStudio } from '../core/studio.ts';
import { builtPage } from './build-page.ts';
import { webDesktop } from './desktop.ts';
import { readOptions, USAGE } from './options.ts';
import { isEverywhere, isLoopback, startWebHost } from './web-host.ts';

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
    onStopSignal(() => {
      say('Closing ...');
      void web
        .close()
        .then(() => studio.close())
        .finally(() => process.exit(0));
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

try {
  await run();
} catch (error) {
  const hint = isStudioError(error) && error.hint !== undefined ? `\nNext step: ${error.hint}` : '';
  const text = isStudioError(error) ? error.message : `A bug in Storyloom: ${String((error as Error).stack)}`;
  process.stderr.write(`${text}${hint}\n`);
  process.exitCode = isStudioError(error) ? 64 : 70;
}
