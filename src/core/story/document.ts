import type { Told } from '../../shared/recording.ts';
import type { ProjectFile, SceneOverrides } from '../../shared/story.ts';

/** A stretch of the story between two breaks that the author set (a heading, a line of stars, a project file's scene). */
export interface StoryPart {
  /** The id of the scene that a whole part becomes; numbered ('scene-001') when there is none. */
  readonly id?: string;
  readonly title?: string;
  /** The author's own words, one entry a paragraph, without markup and line ends. */
  readonly paragraphs: readonly string[];
  readonly overrides: SceneOverrides;
  /** True when the author made it one scene by hand: it is never cut or merged. */
  readonly whole: boolean;
  /** Where it is told in the story's recording; only of a whole part. */
  readonly told?: ToldPart;
}

export type ToldPart = Omit<Told, 'asset'>;

/** A recording that a story is told in; `file` is as the story names it. */
export type StoryRecording = NonNullable<ProjectFile['recording']>;

/** The title of a story that has none. */
export const UNTITLED = 'Untitled story';

/** What the reader makes of a file: plain JSON, the input of planning. */
export interface StoryDocument {
  readonly title: string;
  /** BCP 47; `und` when the text does not look like English. */
  readonly language: string;
  readonly parts: readonly StoryPart[];
  readonly pronunciations: Readonly<Record<string, string>>;
  readonly recording?: StoryRecording;
  /** Remarks for the user ('the file was Windows-1252'). */
  readonly notices: readonly string[];
}

/** A break that the author set begins with a title or without one. */
export function part(paragraphs: readonly string[], title?: string): StoryPart {
  return { ...(title === undefined ? {} : { title }), paragraphs, overrides: {}, whole: false };
}
