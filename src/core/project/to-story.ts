import type { ProjectDocument, ProjectScene } from '../../shared/project.ts';
import { sceneOverridesSchema, type SceneOverrides } from '../../shared/story.ts';
import type { StoryDocument, StoryPart } from '../story/document.ts';
import { guessLanguage } from '../story/read/language.ts';
import { NOT_ENGLISH } from '../story/read/read-story.ts';

/**
 * A project as planning takes it: one whole part a scene, in order, under the scene's own id. Scenes without a word are left
 * out, and a notice says which. The seed is the chosen take's, where that is a drawn one.
 */
export function toStory(document: ProjectDocument): StoryDocument {
  const told = document.scenes.filter(({ text }) => hasWords(text));
  const language = guessLanguage(told.map(({ text }) => text).join('\n'));
  const silent = document.scenes.flatMap(({ text }, index) => (hasWords(text) ? [] : [index + 1]));
  return {
    title: document.title,
    language,
    parts: told.map(toPart),
    pronunciations: document.pronunciations,
    notices: [...(language === 'en' ? [] : [NOT_ENGLISH]), ...leftOut(silent)],
  };
}

/** Something that can be told and shown. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function toPart(scene: ProjectScene): StoryPart {
  return {
    id: scene.id,
    ...(scene.title === undefined ? {} : { title: scene.title }),
    paragraphs: scene.text
      .split(/\n[^\S\n]*\n/u)
      .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
      .filter((paragraph) => paragraph !== ''),
    overrides: overridesOf(scene),
    whole: true,
  };
}

/** Without the fields that only a project's scene has. */
const overridesSchema = sceneOverridesSchema.strip();

function overridesOf(scene: ProjectScene): SceneOverrides {
  const chosen = scene.takes.find(({ id }) => id === scene.take);
  return { ...overridesSchema.parse(scene), ...(chosen?.kind === 'drawn' ? { seed: chosen.seed } : {}) };
}

/** 'Scene 3 has no text yet', 'Scenes 3, 4 and 9 have ...', at most a few by number. */
function leftOut(numbers: readonly number[]): string[] {
  const [first] = numbers;
  if (first === undefined) return [];
  if (numbers.length === 1) return [`Scene ${String(first)} has no text yet: the film leaves it out.`];
  const named = numbers.slice(0, 5).map(String);
  const rest = numbers.length - named.length;
  const last = rest > 0 ? `${String(rest)} more` : named.pop()!;
  return [`Scenes ${named.join(', ')} and ${last} have no text yet: the film leaves them out.`];
}
