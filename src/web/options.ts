import { parseArgs } from 'node:util';
import { ErrorCode, StudioError } from '../shared/errors.ts';
import { NARRATORS, type FilmOptions } from '../shared/film.ts';

export const USAGE = `usage: npm run web -- [options]

  --port <number>      4870 by default; 0 for any that is free
  --host <address>     127.0.0.1 by default: only this machine. 0.0.0.0 is every network that it is in
  --data <folder>      where projects, cache, models and logs are kept (or STORYLOOM_DATA)
  --narrator <name>    kokoro by default; tone hums in place of words, and needs no model
  --no-open            do not open the browser
  --help`;

export interface WebOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string | undefined;
  readonly narrator: FilmOptions['narrator'];
  readonly isOpened: boolean;
}

/** Undefined when help was asked for. @throws StudioError `option` */
export function readOptions(words: readonly string[]): WebOptions | undefined {
  const values = parse(words);
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new StudioError(ErrorCode.option, `${values.port} is not a port.`, {
      hint: 'Choose one from 1024 to 65535, or 0 for any that is free.',
    });
  }
  const narrator = NARRATORS.find((each) => each === values.narrator);
  if (!narrator) {
    throw new StudioError(ErrorCode.option, `There is no narrator "${values.narrator}".`, {
      hint: `Choose one of ${NARRATORS.join(', ')}.`,
    });
  }
  return { port, host: values.host, data: values.data, narrator, isOpened: values.open };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: '4870' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string' },
        narrator: { type: 'string', default: 'kokoro' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    }).values;
  } catch (error) {
    throw new StudioError(ErrorCode.option, (error as Error).message, { hint: USAGE, cause: error });
  }
}
