/** Scenes cut in two, joined, moved, made and deleted. No word is ever lost. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { ProjectDocument, ProjectScene } from '../../../shared/project.ts';
import { wordsOfText } from '../../../shared/recording.ts';
import { realign } from '../../recording/realign.ts';
import { cutTold, joinTold } from '../../recording/stretches.ts';
import { drawnTake } from '../new-scene.ts';
import type { NewId } from './apply-edit.ts';
import { checkLength, existingIds, indexOfScene, without, withScenes } from './scenes.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What is set for the scene stays set for both halves; its title and pictures stay with the first, the pause after it goes
 * to the second. Each word of a told scene takes its sound along.
 */
export function splitScene(document: ProjectDocument, sceneId: string, at: number, newId: NewId): ProjectDocument {
  const index = indexOfScene(document, sceneId);
  const scene = document.scenes[index]!;
  const cut = graphemeStart(scene.text, at);
  const first = scene.text.slice(0, cut).trimEnd();
  const second = scene.text.slice(cut).trimStart();
  if (first.trim() === '' || second.trim() === '') {
    throw new StudioError(ErrorCode.option, `There is no text ${second.trim() === '' ? 'after' : 'before'} the cut.`, {
      hint: 'Put the cursor between two sentences of the scene.',
      data: { sceneId, at },
    });
  }
  const [told, rest] = splitTold(scene, first, second);
  const half: ProjectScene = { ...without(scene, 'title'), id: newId(), text: second, ...drawnTake(newId()), ...rest };
  return withScenes(document, index, 1, [{ ...without(scene, 'pauseAfter'), text: first, ...told }, half]);
}

function splitTold({ told }: ProjectScene, first: string, second: string): [ToldPart, ToldPart] {
  if (!told) return [{}, {}];
  const words = wordsOfText(first);
  // A word may have been cut in two.
  const [one, two] = cutTold(realign(told, [...words, ...wordsOfText(second)]), words.length);
  return [{ told: one }, { told: two }];
}

type ToldPart = Pick<ProjectScene, 'told'>;

/** An emoji or an accented letter of several code units is not torn apart. */
function graphemeStart(text: string, at: number): number {
  return at >= text.length ? text.length : (graphemes.segment(text).containing(at)?.index ?? at);
}

/**
 * The first's settings and pictures stay; the second's pause comes after both, and its title becomes a line of its own above
 * its words.
 * @throws StudioError `option` also where only one of them is told in a recording
 */
export function mergeScene(document: ProjectDocument, sceneId: string): ProjectDocument {
  const index = indexOfScene(document, sceneId);
  const first = document.scenes[index]!;
  const second = document.scenes[index + 1];
  if (!second) {
    throw new StudioError(ErrorCode.option, 'There is no scene after this one to merge with.', {
      hint: 'Merge from the scene before it.',
      data: { sceneId },
    });
  }
  const told = mergedTold(first, second);
  const paragraphs = [first.text.trimEnd(), second.title ?? '', second.text.trimStart()];
  const text = checkLength(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
  const pause = second.pauseAfter === undefined ? {} : { pauseAfter: second.pauseAfter };
  return withScenes(
    document,
    index,
    2,
    [{ ...without(first, 'pauseAfter'), ...pause, ...told, text }].map((scene) => realigned(scene)),
  );
}

function mergedTold(first: ProjectScene, second: ProjectScene): ToldPart {
  if (first.told && second.told) return { told: joinTold(first.told, second.told) };
  const [told, other] = first.told ? [first.told, second] : [second.told, first];
  if (!told) return {};
  if (other.text.trim() === '') return { told };
  throw new StudioError(ErrorCode.option, 'One of the scenes is told in a recording, and the other one is not.', {
    hint: 'Record the other one as well, or have the narrator read both.',
    data: { sceneId: first.id, nextId: second.id },
  });
}

/** A title that became a line of its own is among the words. */
function realigned(scene: ProjectScene): ProjectScene {
  return scene.told ? { ...scene, told: realign(scene.told, wordsOfText(scene.text)) } : scene;
}

/** `before` may be one of those that move: then to the place before the next one that stays. */
export function moveScenes(
  document: ProjectDocument,
  sceneIds: readonly string[],
  before: string | null,
): ProjectDocument {
  const moving = existingIds(document, sceneIds);
  const target = before === null ? document.scenes.length : indexOfScene(document, before);
  const stays = ({ id }: ProjectScene): boolean => !moving.has(id);
  const scenes = [
    ...document.scenes.slice(0, target).filter(stays),
    ...document.scenes.filter(({ id }) => moving.has(id)),
    ...document.scenes.slice(target).filter(stays),
  ];
  return scenes.every((scene, index) => scene === document.scenes[index]) ? document : { ...document, scenes };
}

export function addScene(
  document: ProjectDocument,
  before: string | null,
  text: string,
  newId: NewId,
): ProjectDocument {
  const index = before === null ? document.scenes.length : indexOfScene(document, before);
  return withScenes(document, index, 0, [{ id: newId(), text, ...drawnTake(newId()) }]);
}

export function deleteScenes(document: ProjectDocument, sceneIds: readonly string[]): ProjectDocument {
  const gone = existingIds(document, sceneIds);
  const scenes = document.scenes.filter(({ id }) => !gone.has(id));
  if (scenes.length > 0) return { ...document, scenes };
  throw new StudioError(ErrorCode.option, 'A project has at least one scene.', {
    hint: 'Empty the last scene’s text instead, or delete the project.',
  });
}
