import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { LONGEST_SCENE, MOST_SCENES } from '../../shared/limits.ts';
import { filmOptionsSchema, finishSchema } from '../../shared/film.ts';
import { outputSchema, type ProjectDocument, type ProjectScene } from '../../shared/project.ts';
import { AS_TOLD, wordsOfText, type RecordingFile, type Telling } from '../../shared/recording.ts';
import { realign } from '../recording/realign.ts';
import { problemOf } from '../recording/stretches.ts';
import { UNTITLED, type StoryDocument, type StoryPart } from '../story/document.ts';
import { cutScenes, type SceneText } from '../story/scenes.ts';
import type { NewId } from './edit/apply-edit.ts';
import { FIRST_SEED } from './new-scene.ts';

const LONGEST_TITLE = 200;

export interface FirstLook {
  readonly title?: string | undefined;
  /** The narrator's voice. */
  readonly voice: string;
  /** The story's recording among the project's files. */
  readonly file?: RecordingFile | undefined;
}

/**
 * A story that was read becomes a project: each of its scenes a scene with an id that stays, and one drawn take. Every word of
 * the story is in it, and its recording as far as there is one.
 * @throws StudioError `input` for more scenes than a project may have, and for times of words that cannot be
 */
export function fromStory(story: StoryDocument, look: FirstLook, newId: NewId): ProjectDocument {
  const scenes = cutScenes({ ...story, parts: story.parts.flatMap(fitting) });
  if (scenes.length > MOST_SCENES) {
    const count = scenes.length.toLocaleString('en');
    throw new StudioError(ErrorCode.input, `The story has ${count} scenes, more than one film can have.`, {
      hint: `Cut it in parts of at most ${MOST_SCENES.toLocaleString('en')} scenes, and make a project of each.`,
      data: { scenes: scenes.length },
    });
  }
  const { style, pictures, speed, motion } = filmOptionsSchema.parse({});
  return {
    storyloom: 2,
    title: titleFrom(look.title ?? story.title),
    style,
    pictures,
    ...{ pictureModel: null, pictureSteps: null, pictureStrength: null, upscaler: null },
    voice: look.voice,
    speed,
    motion,
    ...finishSchema.parse({}),
    ownMusic: null,
    output: outputSchema.parse({}),
    pronunciations: story.pronunciations,
    characterVoices: {},
    ...(look.file ? { recording: { ...AS_TOLD, ...tellingOf(story), files: [look.file] } } : {}),
    scenes: scenes.map((scene, index) => ({ ...toScene(scene, newId), ...toldIn(scene, index, look.file) })),
  };
}

function tellingOf({ recording }: StoryDocument): Partial<Telling> {
  const { voice, clean, longestPause } = recording ?? {};
  return {
    ...(voice === undefined ? {} : { voice }),
    ...(clean === undefined ? {} : { clean }),
    ...(longestPause === undefined ? {} : { longestPause }),
  };
}

/** The words go with the text, should that have been written otherwise since. */
function toldIn({ told, text }: SceneText, index: number, file: RecordingFile | undefined): Pick<ProjectScene, 'told'> {
  if (!told || !file) return {};
  const stretch = { asset: file.asset, from: told.from, to: told.to, words: [...told.words] };
  const problem = problemOf(stretch);
  if (problem !== undefined) {
    throw new StudioError(ErrorCode.input, `Scene ${String(index + 1)} cannot be told so: ${problem}.`, {
      hint: 'Listen to the recording again, or take the scene’s "told" away: the narrator reads it then.',
    });
  }
  return { told: realign([stretch], wordsOfText(text)) };
}

/** A scene made by hand that is longer than one may be is cut like any other text. */
function fitting(part: StoryPart): StoryPart[] {
  const length = part.paragraphs.reduce((sum, { length: own }) => sum + own + 2, 0);
  return [part.whole && length > LONGEST_SCENE ? { ...part, whole: false } : part];
}

function toScene({ title, text, overrides }: SceneText, newId: NewId): ProjectScene {
  const { seed = FIRST_SEED, ...set } = overrides;
  const take = newId();
  const heading = title?.trim() ?? '';
  // A heading too long for one is still read aloud.
  const isTitle = heading !== '' && heading.length <= LONGEST_TITLE;
  const words = isTitle || heading === '' ? text : `${heading}\n\n${text}`;
  return {
    ...set,
    id: newId(),
    ...(isTitle ? { title: heading } : {}),
    text: words,
    takes: [{ kind: 'drawn', id: take, seed }],
    take,
  };
}

function titleFrom(title: string): string {
  const words = title.trim();
  if (words === '') return UNTITLED;
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
