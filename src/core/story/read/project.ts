import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { projectFileSchema, type ProjectFile } from '../../../shared/story.ts';
import type { StoryPart, StoryRecording, ToldPart } from '../document.ts';
import { joinLines } from './lines.ts';

const HINT = 'Correct that line; docs/project-file.md describes every field.';

export interface ReadProject {
  readonly title: string;
  readonly parts: readonly StoryPart[];
  readonly pronunciations: Readonly<Record<string, string>>;
  readonly recording: StoryRecording | undefined;
}

/** A .json project file (docs/project-file.md). Throws `input` that names the line and the field that is wrong. */
export function readProject(text: string, fileName: string): ReadProject {
  const project = validate(text, fileName);
  return {
    title: project.title,
    pronunciations: Object.fromEntries(
      Object.entries(project.pronunciations).map(([word, spoken]) => [word.toLowerCase(), spoken]),
    ),
    recording: project.recording,
    parts: project.scenes.map(({ title, text: words, told, ...overrides }) => ({
      ...(title === undefined ? {} : { title }),
      paragraphs: words.split(/\n\s*\n/u).flatMap((block) => joinLines(block.split('\n'))),
      overrides,
      whole: true,
      ...(told && project.recording ? { told: toldPart(told) } : {}),
    })),
  };
}

function toldPart({ from, to, words }: NonNullable<ProjectFile['scenes'][number]['told']>): ToldPart {
  return { from, to, words: words.map(([text, start, end]) => ({ text, start, end })) };
}

function validate(text: string, fileName: string): ProjectFile {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first || !tree) {
    const line = lineOf(text, first?.offset ?? 0);
    throw new StudioError(ErrorCode.input, `${fileName}, line ${String(line)}: not valid JSON (${reason(first)}).`, {
      hint: HINT,
      data: { fileName, line },
    });
  }
  const parsed = projectFileSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    // An unknown field is reported on its parent, but its own line helps more.
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const line = lineOf(text, offsetOf(tree, key === undefined ? path : [...path, key]));
    return { line, path: dotted(path), message: issue.message };
  });
  const worst = problems[0]!;
  throw new StudioError(ErrorCode.input, `${fileName}, line ${String(worst.line)}${worst.path}: ${worst.message}.`, {
    hint: problems.length > 1 ? `${HINT} There are ${String(problems.length)} mistakes in all.` : HINT,
    data: { fileName, problems },
    cause: parsed.error,
  });
}

/** The offset of the value at `path`, or of the nearest thing around it that is there. */
function offsetOf(tree: NonNullable<ReturnType<typeof parseTree>>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.offset;
  }
  return tree.offset;
}

function dotted(path: readonly (string | number)[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`)).join('');
  return text === '' ? '' : `, ${text.replace(/^\./u, '')}`;
}

/** 1-based. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** 'CommaExpected' -> 'comma expected'. */
function reason(error: ParseError | undefined): string {
  if (!error) return 'the file is empty';
  return printParseErrorCode(error.error)
    .replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .toLowerCase();
}
