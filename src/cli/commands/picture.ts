import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { PictureFiles } from '../../core/studio.ts';
import { MOST_PICTURES } from '../../shared/pictures.ts';
import { PICTURE_ENGINES, type PictureEngine } from '../../shared/pictures.ts';
import { STYLES, type Style } from '../../shared/story.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { seconds } from '../output/format.ts';
import { parseNumber } from '../parse-number.ts';

interface PictureFlags {
  readonly output: string;
  readonly engine?: PictureEngine;
  readonly model?: string;
  readonly style?: Style;
  readonly steps?: number;
  readonly size?: Size;
  readonly seed?: number;
  readonly from?: string;
  readonly strength?: number;
  readonly negative?: string;
  readonly guidance?: number;
  readonly count?: number;
  readonly upscale?: Size;
  readonly upscaler?: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function addPicture(program: Command, signal: AbortSignal): void {
  program
    .command('picture')
    .description('paint a picture of a prompt, or have the storybook draw it')
    .argument('<prompt>', 'what is to be seen, in a sentence or two')
    .requiredOption('-o, --output <picture>', 'the PNG to write; it carries its prompt, seed and model')
    .option('--engine <engine>', `${PICTURE_ENGINES.join(', ')} (default: diffusion)`)
    .option('--model <id>', 'of the picture models of `storyloom models` (default: the best that is here)')
    .option('--steps <number>', 'as many as the model advises by default', parseNumber)
    .option('--size <size>', 'width x height in pixels, multiples of 8: 640x384 (default: as the model advises)', size)
    .option('--seed <number>', 'another number is another picture (default: 1)', parseNumber)
    .option('--from <picture>', 'begin with a picture of your own')
    .option('--strength <part>', 'how much of what it begins with is painted anew, 0 to 1', parseNumber)
    .option('--negative <words>', 'what is not to be seen; needs a guidance above 1')
    .option('--guidance <number>', 'how closely the prompt is kept to; 1 is without', parseNumber)
    .option(
      '--count <number>',
      `1 to ${String(MOST_PICTURES)} pictures, each with the next seed (default: 1)`,
      parseNumber,
    )
    .option('--upscale <size>', 'enlarge what is painted to width x height in pixels: 1920x1080', size)
    .option('--upscaler <id>', 'that enlarges it, or lanczos, which needs no model (see `storyloom models`)')
    .option('--style <style>', `of what the storybook draws: ${STYLES.join(', ')}`)
    .action(async (prompt: string, flags: PictureFlags, command: Command) => {
      const global = command.optsWithGlobals<GlobalOptions>();
      const { output, size: sides, from, engine, model, style } = flags;
      const { steps, seed, strength, negative, guidance, count, upscale, upscaler } = flags;
      const asked = {
        ...{ prompt, engine, model, style, steps, seed, strength, negative, guidance, count },
        ...{ ...sides, upscale, upscaler },
      };
      await withStudio(global, signal, async ({ studio, reporter }) => {
        const made = await studio.paintPicture(
          { request: { ...asked, from: from === undefined ? undefined : resolve(from) }, output: resolve(output) },
          {
            signal,
            onProgress: reporter.progress,
            onStep: ({ step, steps: all }) => {
              if (global.json) reporter.item('step', { step, steps: all }, '');
              else
                reporter.progress({ stage: 'paint', value: step / all, done: step, total: all, message: 'Painting' });
            },
          },
        );
        for (const notice of made.notices) reporter.note(`Note: ${notice}`);
        reporter.result(made, reportOf(made));
      });
    });
}

function reportOf({ width, height, model, steps, seconds: took, cached, files, ...made }: PictureFiles): string {
  const by =
    model === undefined ? 'drawn by the storybook' : `${String(steps)} ${steps === 1 ? 'step' : 'steps'} of ${model}`;
  const { painted, upscaler = '' } = made;
  const larger = painted ? `, enlarged from ${String(painted.width)} x ${String(painted.height)} by ${upscaler}` : '';
  const when = cached ? 'made before' : `in ${seconds(took)}`;
  const names = files.map(({ file, seed }) => (files.length === 1 ? file : `${file} (seed ${String(seed)})`));
  return [`${String(width)} x ${String(height)}, ${by}${larger}, ${when}`, ...names].join('\n');
}

/** '640x384', '640 x 384', or '384' for a square. */
function size(value: string): Size {
  const [, width, height = width] = /^\s*(\d+)\s*(?:[x×]\s*(\d+)\s*)?$/iu.exec(value) ?? [];
  if (width !== undefined) return { width: Number(width), height: Number(height) };
  throw new InvalidArgumentError('It has to be width x height, such as 640x384.');
}
