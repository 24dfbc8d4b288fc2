import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { LONGEST_SCENE, MOST_SCENES } from '../../shared/limits.ts';
import { filmOptionsSchema, finishSchema } from '../../shared/film.ts';
import { outputSchema, type ProjectDocument, type ProjectScene } from '../../shared/project.ts';
import { UNTITLED, type StoryDocument, type StoryPart } from '../story/document.ts';
import { cutScenes, type SceneText } from '../story/scenes.ts';
import type { NewId } from './edit/apply-edit.ts';
import { FIRST_SEED } from './new-scene.ts';

const LONGEST_TITLE = 200;

export interface FirstLook {
  readonly title?: string | undefined;
  /** The narrator's voice. */
  readonly voice: string;
}

/**
 * A story that was read becomes a project: each of its scenes a scene with an id that stays, and one drawn take. Every word of
 * the story is in it. @throws StudioError `input` for more scenes than a project may have
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
  const { style, speed, motion } = filmOptionsSchema.parse({});
  return {
    storyloom: 2,
    title: titleFrom(look.title ?? story.title),
    style,
    voice: look.voice,
    speed,
    motion,
    ...finishSchema.parse({}),
    ownMusic: null,
    output: outputSchema.parse({}),
    pronunciations: story.pronunciations,
    characterVoices: {},
    scenes: scenes.map((scene) => toScene(scene, newId)),
  };
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
