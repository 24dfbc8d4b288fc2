import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { projectDocumentSchema, type ProjectDocument, type ProjectScene } from '../../shared/project.ts';
import { toldWords, wordsOfText } from '../../shared/recording.ts';
import { problemOf } from '../recording/stretches.ts';
import { withLaterFields } from './earlier.ts';

/**
 * A document from outside, checked whole; one of before gets the fields that it lacks. `name` is the file's, for people.
 * @throws StudioError `input` that names the version, or the field that is wrong
 */
export function checkDocument(value: unknown, name: string): ProjectDocument {
  const version: unknown = typeof value === 'object' && value !== null && 'storyloom' in value ? value.storyloom : null;
  if (typeof version === 'number' && version > 2) {
    throw new StudioError(ErrorCode.input, `${name} was made by a newer Storyloom.`, {
      hint: 'Open it with the newer Storyloom.',
      data: { version },
    });
  }
  if (version !== 2) {
    throw new StudioError(ErrorCode.input, `${name} is not a project of the studio.`, {
      hint: 'Its project.json begins with "storyloom": 2 (docs/project-file.md).',
      data: { version },
    });
  }
  const parsed = projectDocumentSchema.safeParse(withLaterFields(value as object));
  const problem = parsed.success ? contradiction(parsed.data) : describe(parsed.error.issues[0]!);
  if (parsed.success && problem === undefined) return parsed.data;
  throw new StudioError(ErrorCode.input, `${name} is not a whole project: ${problem ?? ''}.`, {
    hint: 'Take another copy of the file; docs/project-file.md describes every field.',
    cause: parsed.error,
  });
}

/** What the schema cannot say: ids tell scenes, and takes of a scene, apart, and the chosen take is one of them. */
function contradiction(document: ProjectDocument): string | undefined {
  const { scenes } = document;
  if (new Set(scenes.map(({ id }) => id)).size < scenes.length) return 'two scenes have the same id';
  for (const { id, takes, take } of scenes) {
    const ids = new Set(takes.map((one) => one.id));
    if (ids.size < takes.length) return `two pictures of the scene ${id} have the same id`;
    if (!ids.has(take)) return `the scene ${id} has none of its own pictures`;
  }
  return contradictionOfRecording(document);
}

/** Each told scene's words are those of its text, at times that can be, in one of the recordings. */
function contradictionOfRecording({ recording, scenes }: ProjectDocument): string | undefined {
  const files = new Set(recording?.files.map(({ asset }) => asset));
  for (const { id, text, told } of scenes) {
    if (!told) continue;
    if (told.some(({ asset }) => !files.has(asset))) return `the scene ${id} is told in a recording that is not there`;
    const problem = told.map(problemOf).find((one) => one !== undefined);
    if (problem !== undefined) return `in the scene ${id} ${problem}`;
    const words = toldWords({ told }).map((word) => word.text);
    if (words.join(' ') !== wordsOfText(text).join(' ')) return `the scene ${id} has other words than its recording`;
  }
  return undefined;
}

function describe({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${path.map(String).join('.')}: ${message}`;
}

const counted = new WeakMap<ProjectScene, number>();

/** Of all scenes, titles included. */
export function countWords({ scenes }: ProjectDocument): number {
  return scenes.reduce((sum, scene) => sum + wordsOf(scene), 0);
}

/** Remembered, for an edit leaves most scenes the very objects they were. */
function wordsOf(scene: ProjectScene): number {
  const known = counted.get(scene);
  if (known !== undefined) return known;
  const words = `${scene.title ?? ''} ${scene.text}`.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  counted.set(scene, words);
  return words;
}

/** Files that the document needs: the author's own pictures, of takes not chosen too, the author's own music, and recordings. */
export function assetsOf({ scenes, ownMusic, recording }: ProjectDocument): Set<string> {
  const pictures = scenes.flatMap(({ takes }) => takes.flatMap((take) => (take.kind === 'own' ? [take.asset] : [])));
  const recordings = recording?.files.map(({ asset }) => asset) ?? [];
  return new Set([...pictures, ...(ownMusic ? [ownMusic.asset] : []), ...recordings]);
}
