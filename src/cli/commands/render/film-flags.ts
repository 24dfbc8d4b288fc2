import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { z } from 'zod';
import {
  BEDS,
  CAPTION_STYLES,
  CODECS,
  ENCODERS,
  EXTRAS,
  FRAME_RATES,
  MUSIC_CHOICES,
  NARRATORS,
  PLAIN_FILM,
  PRESETS,
  SHAPES,
  SIZES,
  filmOptionsSchema,
  type Extra,
} from '../../../shared/film.ts';
import { PICTURE_ENGINES, type PictureEngine } from '../../../shared/pictures.ts';
import { AMBIENCE_CHOICES, MOTIONS, STYLES, TRANSITION_CHOICES } from '../../../shared/story.ts';
import { parseNumber as number } from '../../parse-number.ts';

/** Seconds, where pauses are to be shortened and nobody says to what. */
const USUAL_PAUSE = '0.8';

/** What of a film's options was asked for. */
export type AskedOptions = z.input<typeof filmOptionsSchema>;

type Volume = 'narration' | 'music' | 'ambience';

/** As commander gives them: an option's own name, or what stands for several. */
type FilmFlags = Omit<AskedOptions, 'music' | 'volumes' | 'musicFile' | 'onlyScene' | 'pictures'> & {
  readonly music?: string;
  readonly volumeNarration?: number;
  readonly volumeMusic?: number;
  readonly volumeAmbience?: number;
  readonly srt?: boolean;
  readonly vtt?: boolean;
  readonly plain?: boolean;
  /** False for none. */
  readonly pictures?: PictureEngine | false;
  readonly preview?: number;
};

/** Defaults and limits are the schema's: commander parses, `filmOptionsSchema` judges. */
export function addFilmFlags(command: Command): Command {
  const defaults = filmOptionsSchema.parse({});
  const choice = (flags: string, about: string, choices: readonly string[], standard: string): void => {
    command.addOption(new Option(flags, about).choices(choices).default(standard));
  };
  const yesOrNo = (name: string, about: string, standard: boolean): void => {
    command.option(`--${name}`, about, standard).option(`--no-${name}`, `no ${about}`);
  };
  const group = (heading: string): void => {
    command.optionsGroup(`${heading}:`);
  };
  group('Voice');
  command
    .option('--voice <name>', 'see `storyloom voices` (default: af_heart; of a recording own, as it was told)')
    .option('--speed <factor>', 'of the voice, 0.5 to 2', number, defaults.speed);
  choice('--narrator <narrator>', 'tone hums in place of words', NARRATORS, defaults.narrator);

  command
    .option('--clean', 'take hum and hiss out of a recording')
    .option('--no-clean', 'leave a recording as it is')
    .addOption(
      new Option('--shorten-pauses [seconds]', 'of a recording: longer pauses are cut to this, or to 0.8')
        .argParser(number)
        .preset(USUAL_PAUSE),
    );

  group('Pictures');
  choice('--style <style>', 'of the pictures', STYLES, defaults.style);
  command.option('--seed <number>', 'another number is another take of the pictures', number, defaults.seed);
  choice('--pictures <engine>', 'who makes them: drawn, painted, or painted over', PICTURE_ENGINES, defaults.pictures);
  command
    .option('--picture-model <id>', 'that paints; see `storyloom models` (default: the best that is here)')
    .option('--picture-steps <number>', 'of painting, 1 to 150 (default: as its makers advise)', number)
    .option(
      '--picture-strength <part>',
      'of over-storybook: 0 leaves the drawing, 1 forgets it (default: by the style)',
      number,
    )
    .option(
      '--upscaler <id>',
      'that enlarges what is painted, or lanczos, which needs no model (see `storyloom models`)',
    );
  choice('--motion <motion>', 'of the pictures', MOTIONS, defaults.motion);
  choice(
    '--transition <transition>',
    'between scenes; auto follows the story',
    TRANSITION_CHOICES,
    defaults.transition,
  );
  choice('--captions <style>', 'how the spoken words are shown', CAPTION_STYLES, defaults.captions);
  command
    .option('--limit-pictures <number>', 'so many pictures for the whole film', number)
    .option('--no-pictures', "the scenes' titles in place of pictures; `storyloom pictures --latest` fills them in");
  yesOrNo('title-card', 'card with the title before the first scene', defaults.titleCard);
  yesOrNo('closing-card', 'card after the last scene', defaults.closingCard);

  group('Sound');
  command.option('--music <music>', `auto, off, ${BEDS.join(', ')}, or a sound file`, defaults.music);
  choice('--ambience <ambience>', 'what the places sound like', AMBIENCE_CHOICES, defaults.ambience);
  for (const name of VOLUMES) {
    command.option(`--volume-${name} <factor>`, `of the ${name}, 0 to 2`, number, defaults.volumes[name]);
  }
  command.option('--loudness <lufs>', 'of the whole film in LUFS, -31 to -9, or off', loudness, defaults.loudness);

  group('For a quick look');
  command
    .option('--limit-scenes <number>', 'only so many scenes from the beginning', number)
    .option('--preview <scene>', 'one finished scene, by its number', number);

  group('File');
  choice('--shape <shape>', 'width by height', SHAPES, defaults.shape);
  choice('--size <size>', 'length of the shorter side', SIZES, defaults.size);
  command.option('--fps <rate>', `frames a second: ${FRAME_RATES.join(', ')}`, number, defaults.fps);
  choice('--codec <codec>', 'of the pictures in the film', CODECS, defaults.codec);
  choice(
    '--encoder <encoder>',
    'the processor or a graphics card; `doctor` says what works',
    ENCODERS,
    defaults.encoder,
  );
  choice('--preset <preset>', 'speed of the software encoder', PRESETS, defaults.preset);
  command.option('--crf <number>', 'quality, 0 (lossless) to 51', number, defaults.crf);
  yesOrNo('cover', 'picture in the film that players and folders show', defaults.cover);
  yesOrNo('soft-subtitles', 'captions in the film that players turn on and off', defaults.softSubtitles);

  group('Beside the film');
  command
    .option('--extras <list>', `with commas: ${EXTRAS.join(', ')}; or all, none`, extras)
    .option('--srt', 'captions as .srt')
    .option('--vtt', 'captions as .vtt');

  group('All of it');
  command.option('--plain', 'pictures and narration alone: nothing else but what is asked for by name');
  return command;
}

/**
 * What was typed and nothing else: a studio project has settings of its own, which a default must not overrule.
 * @throws InvalidArgumentError for music that is neither a name nor a file's path
 */
export function askedOptions(command: Command): AskedOptions {
  const { music, volumeNarration, volumeMusic, volumeAmbience, srt, vtt, plain, pictures, preview, ...own } =
    typedFlags(command);
  const volumes = given({ narration: volumeNarration, music: volumeMusic, ambience: volumeAmbience });
  const named = new Set<Extra>([
    ...(own.extras ?? []),
    ...(srt ? ['srt' as const] : []),
    ...(vtt ? ['vtt' as const] : []),
  ]);
  return {
    ...(plain ? PLAIN_FILM : {}),
    ...own,
    ...(pictures === undefined ? {} : pictures === false ? { limitPictures: 0 } : { pictures }),
    ...(preview === undefined ? {} : { onlyScene: preview }),
    ...(music === undefined ? {} : musicOption(music)),
    ...(Object.keys(volumes).length > 0 ? { volumes } : {}),
    ...(named.size > 0 || own.extras ? { extras: [...named] } : {}),
  };
}

const VOLUMES = ['narration', 'music', 'ambience'] as const satisfies readonly Volume[];

/** Of the film alone; where it goes and what else the command does is not among them. */
function typedFlags(command: Command): FilmFlags {
  const names = command.options.map((option) => option.attributeName());
  const isTyped = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
  const typed = names.filter((name) => FILM_FLAGS.has(name) && isTyped(name));
  return Object.fromEntries(typed.map((name) => [name, command.getOptionValue(name) as unknown]));
}

const FILM_FLAGS: ReadonlySet<string> = new Set([
  ...Object.keys(filmOptionsSchema.shape),
  ...VOLUMES.map((name) => `volume${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  ...['srt', 'vtt', 'plain', 'preview'],
]);

function musicOption(value: string): Pick<AskedOptions, 'music' | 'musicFile'> {
  const choice = MUSIC_CHOICES.find((each) => each === value);
  if (choice !== undefined) return { music: choice };
  // A slip in a name should not be looked for as a file.
  if (!/[./\\]/.test(value)) {
    throw new InvalidArgumentError(
      `--music cannot be "${value}": it may be ${MUSIC_CHOICES.join(', ')}, or the path of a sound file.`,
    );
  }
  return { music: 'own', musicFile: resolve(value) };
}

function loudness(value: string): number | 'off' {
  return value === 'off' ? value : number(value);
}

function extras(value: string): Extra[] {
  if (value === 'none') return [];
  if (value === 'all') return [...EXTRAS];
  return value.split(',').map((word) => {
    const extra = EXTRAS.find((each) => each === word.trim());
    if (extra !== undefined) return extra;
    throw new InvalidArgumentError(`"${word.trim()}" is none of ${EXTRAS.join(', ')}, all, none.`);
  });
}

function given<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
