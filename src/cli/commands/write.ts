import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import {
  AGES,
  OWN_WRITER,
  STORY_WORDS,
  TONES,
  writeRequestSchema,
  type StoryOutline,
  type WriteEvent,
  type WriteRequest,
  type WrittenStory,
} from '../../shared/writing.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { seconds } from '../output/format.ts';
import type { Reporter } from '../output/reporter.ts';

interface WriteFlags {
  readonly output?: string;
  readonly age?: string;
  readonly words?: string;
  readonly tone?: string;
  readonly bedtime?: boolean;
  readonly seed?: string;
  readonly writer?: string;
  readonly outlineOnly?: boolean;
  readonly replace?: boolean;
}

export function addWrite(program: Command, signal: AbortSignal): void {
  program
    .command('write')
    .description('write a story from an idea, as a Markdown file that `storyloom render` films')
    .argument('<idea>', 'who it is about and what happens, in a sentence or more of English')
    .option('-o, --output <story>', 'the Markdown file to write')
    .option('--age <years>', `whom it is for: ${AGES.join(', ')} (default: 6-8)`)
    .option(
      '--words <number>',
      `${String(STORY_WORDS.least)} to ${String(STORY_WORDS.most)} (default: ${String(STORY_WORDS.usual)})`,
    )
    .option('--tone <tone>', `${TONES.join(', ')} (default: gentle)`)
    .option('--bedtime', 'it falls asleep at the end')
    .option('--seed <number>', 'another number is another story (default: 1)')
    .option('--writer <id>', `who writes: ${OWN_WRITER}, or a model or server of the settings`)
    .option('--outline-only', 'tell the outline and stop')
    .option('--replace', 'write over a file that is there')
    .action(async (idea: string, flags: WriteFlags, command: Command) => {
      const global = command.optsWithGlobals<GlobalOptions>();
      const request = requestOf(idea, flags);
      await withStudio(global, signal, async ({ studio, reporter }) => {
        const onEvent = global.json ? eventLines(reporter) : screen(reporter);
        if (flags.outlineOnly) {
          const outline = await studio.outlineStory(request, {
            signal,
            onEvent: global.json ? onEvent : () => undefined,
          });
          reporter.result({ outline }, outlineText(outline));
          return;
        }
        if (flags.output === undefined) {
          throw new StudioError(ErrorCode.option, 'No file for the story is named.', {
            hint: 'Add -o story.md, or --outline-only to see only how the story would go.',
          });
        }
        const output = resolve(flags.output);
        const started = performance.now();
        const story = await studio.writeStoryFile(
          { request, output, replace: flags.replace ?? false },
          { signal, onEvent },
        );
        const took = seconds((performance.now() - started) / 1000);
        reporter.result({ story, output }, `${reportOf(story)}\n${String(story.words)} words in ${took}\n${output}`);
      });
    });
}

function requestOf(idea: string, { age, words, tone, bedtime, seed, writer }: WriteFlags): WriteRequest {
  const asked = writeRequestSchema.safeParse({
    idea,
    ...(age === undefined ? {} : { age }),
    ...(words === undefined ? {} : { words: Number(words) }),
    ...(tone === undefined ? {} : { tone }),
    ...(bedtime === undefined ? {} : { bedtime }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(writer === undefined ? {} : { writer }),
  });
  if (asked.success) return asked.data;
  const option = String(asked.error.issues[0]?.path[0] ?? 'option');
  const allowed: Readonly<Record<string, string>> = {
    age: AGES.join(', '),
    tone: TONES.join(', '),
    words: `a whole number from ${String(STORY_WORDS.least)} to ${String(STORY_WORDS.most)}`,
    seed: 'a whole number, 0 or more',
  };
  throw new StudioError(ErrorCode.option, `--${option} cannot be that.`, {
    hint: `It is ${allowed[option] ?? 'one of what `storyloom write --help` tells'}.`,
  });
}

type Hear = (event: Exclude<WriteEvent, { type: 'done' }>) => void;

/** Every event as it is, for programs. */
function eventLines(reporter: Reporter): Hear {
  return ({ type, ...event }) => {
    reporter.item(type, event, '');
  };
}

/** The outline, then the story sentence by sentence, as it is written. */
function screen(reporter: Reporter): Hear {
  let outline: StoryOutline | undefined;
  let scene = -1;
  return (event) => {
    if (event.type === 'outline') {
      ({ outline } = event);
      reporter.note(`${outlineText(outline)}\n`);
    } else if (event.type === 'notice') reporter.note(event.message);
    else if (event.type === 'scene') {
      scene = event.scene;
      reporter.note(`\n\n${event.title} (told again)\n\n${event.text}`);
    } else {
      if (event.scene !== scene) {
        process.stderr.write(`${scene < 0 ? '' : '\n\n'}${outline?.beats[event.scene]?.title ?? ''}\n\n`);
        scene = event.scene;
      }
      process.stderr.write(event.text);
    }
  };
}

function outlineText({ title, beats }: StoryOutline): string {
  const lines = beats.map((beat, index) => {
    const what = `${String(index + 1)}. ${beat.title}: ${beat.what}`;
    return beat.why === '' ? what : `${what}\n   ${beat.why}`;
  });
  return [title, ...lines].join('\n');
}

function reportOf({ broken, notices }: WrittenStory): string {
  const promises = broken.map(({ message }) => `Not kept: ${message}`);
  return ['\n', ...notices, ...promises].join('\n').trimEnd();
}
