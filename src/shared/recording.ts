/** A teller's own voice in a project: its recordings, and the stretch of them that each scene is told in. */
import { z } from 'zod';
import { spokenWordSchema, type SpokenWord } from './transcript.ts';

/** SHA-256 and the ending of a file that belongs to a project ('3fa8...c1.webp'). */
export const assetSchema = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{2,5}$/u);

/** A sound file that a part of the story is told in; it is only read. */
export const recordingFileSchema = z.strictObject({
  asset: assetSchema,
  /** The file's own name, for people. */
  name: z.string().min(1).max(255),
  /** Its length. */
  seconds: z.number().positive(),
  /** BCP 47. */
  language: z.string().min(1).max(40),
});
export type RecordingFile = Readonly<z.infer<typeof recordingFileSchema>>;

/** Whose voice tells what was recorded: the teller's own, or the narrator reads the same words anew. */
export const TELLINGS = ['own', 'narrated'] as const;

/** Seconds; see tellingShape. */
export const longestPauseSchema = z.number().min(0.3).max(10);

/** What is done to all recordings of a film. */
export const tellingShape = {
  voice: z.enum(TELLINGS),
  /** Hum and hiss are taken out. */
  clean: z.boolean(),
  /** A longer pause is shortened to so many seconds; null leaves every pause as it was told. */
  longestPause: z.nullable(longestPauseSchema),
};
export const tellingSchema = z.strictObject(tellingShape);
export type Telling = Readonly<z.infer<typeof tellingSchema>>;

/** As it was recorded. */
export const AS_TOLD: Telling = { voice: 'own', clean: false, longestPause: null };

/** A part of a recording. Its words rise, lie within it, and are those of the scene's text. */
export const toldSchema = z.strictObject({
  /** One of the project's recordings. */
  asset: assetSchema,
  /** Seconds from the recording's beginning; all that is heard between them is in the film. */
  from: z.number().min(0),
  to: z.number().positive(),
  words: z.array(spokenWordSchema),
});
export type Told = Readonly<z.infer<typeof toldSchema>>;

/** What was heard of a recording, for a scene that is to be told in it. */
export const heardSceneSchema = z.strictObject({
  file: recordingFileSchema,
  text: z.string(),
  told: z.array(toldSchema).min(1),
});
export type HeardScene = Readonly<z.infer<typeof heardSceneSchema>>;

/** The words of a text, as white space parts them: word `n` of a told scene is the n-th of these. */
export function wordsOfText(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** All words that a scene is told in, in the order of its text; seconds of their recordings. */
export function toldWords({ told = [] }: { readonly told?: readonly Told[] | undefined }): SpokenWord[] {
  return told.flatMap(({ words }) => words);
}

const RECORDING_ENDINGS: ReadonlySet<string> = new Set(
  (
    'aac ac3 aif aiff alac amr ape au caf flac m4a m4b mka mp2 mp3 oga ogg opus ra spx wav wma wv ' +
    '3gp avi flv m4v mkv mov mp4 mpeg mpg mts ogv ts webm wmv'
  ).split(' '),
);

/** Whether a file of that name is listened to rather than read. */
export function isRecording(name: string): boolean {
  return RECORDING_ENDINGS.has(/\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '');
}
