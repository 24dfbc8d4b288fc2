import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { part, type StoryDocument, type StoryPart } from '../document.ts';
import { decodeText, emptyFile } from './decode.ts';
import { guessLanguage } from './language.ts';
import { tidy } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain.ts';
import { readProject } from './project.ts';

/** Twenty megabytes are some 250 hours of speech: more is a wrong file. */
const LARGEST_STORY_BYTES = 20 * 1024 * 1024;

const WORD = /[\p{L}\p{N}]/u;
export const NOT_ENGLISH =
  'The text does not look like English: the narrator and the pictures understand English only.';

/**
 * Reads a story file: .md and .markdown as Markdown, .json as a project file, everything else as plain text.
 * `fileName` may be a path; it names the story when the text has no title. No word of the text is lost: it is in the
 * title, in a part's title or in a part's paragraphs. Throws StudioError `input` for a file that holds no story.
 */
export function readStory(bytes: Uint8Array, fileName: string): StoryDocument {
  const name = baseName(fileName);
  if (bytes.length > LARGEST_STORY_BYTES) {
    const size = `${(bytes.length / 1024 / 1024).toFixed(0)} MB`;
    throw new StudioError(ErrorCode.input, `${name} is too large for a story: ${size}.`, {
      hint: `Split it into files of at most ${String(LARGEST_STORY_BYTES / 1024 / 1024)} MB, one film each.`,
      data: { fileName: name, bytes: bytes.length },
    });
  }
  const { text, notices } = decodeText(bytes, name);
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase();
  if (extension === 'json') {
    const project = readProject(text, name);
    const story = finish(project.title, project.parts, notices, name, project.pronunciations);
    return project.recording ? { ...story, recording: project.recording } : story;
  }
  const isMarkdown = extension === 'md' || extension === 'markdown';
  const read = isMarkdown ? readMarkdown(text) : readPlainText(text);
  return finish(read.title ?? titleFromName(name), read.parts, [...notices, ...read.notices], name, {});
}

function finish(
  title: string,
  parts: readonly StoryPart[],
  notices: readonly string[],
  name: string,
  pronunciations: Readonly<Record<string, string>>,
): StoryDocument {
  const written = parts.some((one) => one.paragraphs.some((text) => WORD.test(text))) ? parts : loneTitle(title, parts);
  const text = written.flatMap((one) => one.paragraphs).join('\n');
  if (!WORD.test(text)) throw emptyFile(name);
  const language = guessLanguage(text);
  return {
    title,
    language,
    parts: written,
    pronunciations,
    notices: language === 'en' ? notices : [...notices, NOT_ENGLISH],
  };
}

/** A file of headings alone still tells something: they are its text. */
function loneTitle(title: string, parts: readonly StoryPart[]): StoryPart[] {
  const titles = parts.flatMap((one) => (one.title === undefined ? [] : [one.title]));
  return (titles.length > 0 ? titles : [title]).map((text) => part([text]));
}

function baseName(fileName: string): string {
  return fileName.split(/[\\/]/u).at(-1)! || 'story';
}

/** 'north-wind_and sun.txt' -> 'North wind and sun'. */
export function titleFromName(name: string): string {
  const words = tidy(name.replace(/\.[a-z0-9]+$/iu, '').replace(/[-_]+/gu, ' '));
  return words === '' ? 'Story' : words[0]!.toUpperCase() + words.slice(1);
}
