/** What was heard as a story's document, and that as a project file: the words with their times go along. Pure. */
import { basename } from 'node:path';
import type { RecordingFile } from '../../shared/recording.ts';
import type { ProjectFile } from '../../shared/story.ts';
import type { Transcript } from '../../shared/transcript.ts';
import type { StoryDocument } from '../story/document.ts';
import { NOT_ENGLISH, titleFromName } from '../story/read/read-story.ts';
import { planRecording, type HeardStory } from './plan.ts';

export interface RecordingName {
  /** How the story names the recording: a path, or a file's name. */
  readonly file: string;
  readonly title?: string | undefined;
}

/** @throws StudioError `input` when nobody says a word */
export function heardStory(transcript: Transcript, { file, title }: RecordingName): StoryDocument {
  const heard = planRecording(transcript);
  const { language, parts, notices } = heard;
  return {
    title: title ?? titleOf(file, heard),
    language,
    parts: parts.map(({ text, from, to, words }) => ({
      paragraphs: text.split('\n\n'),
      overrides: {},
      whole: true,
      told: { from, to, words: [...words] },
    })),
    pronunciations: {},
    recording: { file, language },
    notices: language.startsWith('en') ? notices : [...notices, NOT_ENGLISH],
  };
}

/** The file's, for a project that keeps it. */
export function recordingFile(transcript: Transcript, asset: string, name: string): RecordingFile {
  return { asset, name, seconds: transcript.seconds, language: transcript.language };
}

/** A name that a program gave: 'Recording (3)', 'VID_20260101', 'audio'. */
const NO_TITLE =
  /^(?:new |my )?(?:recording|audio|sound|voice|video|vid|aud|rec|memo|track|untitled|file|note|clip|img|content)?[\s\d()._-]*$/iu;
const TITLE_WORDS = 6;

/** What the file is called, unless that says nothing; then the first words. */
function titleOf(file: string, { parts }: HeardStory): string {
  const name = basename(file).replace(/\.[a-z0-9]+$/iu, '');
  if (!NO_TITLE.test(name)) return titleFromName(name);
  const words = parts.flatMap((part) => part.words.map(({ text }) => text));
  const start = words.slice(0, TITLE_WORDS).join(' ');
  return words.length > TITLE_WORDS ? `${start.replace(/[\p{P}\s]+$/u, '')}…` : start.replace(/[.\s]+$/u, '');
}

/** A story's document as a JSON project file (docs/project-file.md) that `render` films in the teller's voice. */
export function toProjectFile({ title, parts, pronunciations, recording }: StoryDocument): ProjectFile {
  return {
    storyloom: 1,
    title,
    pronunciations: { ...pronunciations },
    ...(recording ? { recording } : {}),
    scenes: parts.map(({ title: heading, paragraphs, overrides, told }) => ({
      ...(heading === undefined ? {} : { title: heading }),
      text: paragraphs.join('\n\n'),
      ...overrides,
      ...(told
        ? {
            told: {
              from: told.from,
              to: told.to,
              words: told.words.map(({ text, start, end }): [string, number, number] => [text, start, end]),
            },
          }
        : {}),
    })),
  };
}

/** As it is written: a line a scene's words, which are many. */
export function projectFileText(file: ProjectFile): string {
  const json = JSON.stringify(file, undefined, 2);
  // A word is a line of its own rather than five.
  return `${json.replace(/\[\s+("(?:[^"\\]|\\.)*"),\s+([\d.e-]+),\s+([\d.e-]+)\s+\]/gu, '[$1, $2, $3]')}\n`;
}
