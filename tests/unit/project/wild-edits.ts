/** Edits of every kind, as a user in a hurry would make them: some of them cannot be made. */
import fc from 'fast-check';
import type { Edit, ProjectDocument, ScenePatch } from '../../../src/shared/project.ts';

/** Scenes are chosen by their place, for the ids are not known before. */
export type WildEdit = (document: ProjectDocument) => Edit;

const place = fc.nat({ max: 6 });
const text = fc.oneof(
  fc.constantFrom('', 'Nib ran.', 'Pearl sang. Nib slept.\n\nIt rained.'),
  fc.string({ maxLength: 40 }),
);
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 3 });
const ids = fc.subarray(['nib', 'pearl', 'the-sun']);

const look: fc.Arbitrary<ScenePatch> = fc.record(
  {
    mood: orNull(fc.constantFrom('sad', 'happy', 'brave')),
    time: orNull(fc.constantFrom('night', 'dawn')),
    style: orNull(fc.constantFrom('paper', 'pastel')),
    speed: orNull(fc.constantFrom(0.8, 1.2)),
    pauseAfter: orNull(fc.constantFrom(0, 2)),
    shown: orNull(ids),
    hidden: orNull(ids),
  },
  { requiredKeys: [] },
);
const patch: fc.Arbitrary<ScenePatch> = fc
  .tuple(look, fc.record({ text, title: orNull(fc.constantFrom('Dawn', 'Night')) }, { requiredKeys: [] }))
  .map(([a, b]) => ({ ...a, ...b }));

const sceneAt = ({ scenes }: ProjectDocument, index: number) => scenes[index % scenes.length]!;
const takeAt = (document: ProjectDocument, index: number, take: number): string => {
  const { takes } = sceneAt(document, index);
  return takes[take % takes.length]!.id;
};
const several = fc.uniqueArray(place, { minLength: 1, maxLength: 3 });

export const wildEdit: fc.Arbitrary<WildEdit> = fc.oneof(
  fc
    .record({ title: fc.constantFrom('A', 'B'), style: fc.constantFrom('paper', 'pastel') }, { requiredKeys: [] })
    .map((set): WildEdit => () => ({ type: 'set-project', set })),
  fc
    .tuple(place, patch)
    .map(([at, set]): WildEdit => (one) => ({ type: 'set-scene', sceneId: sceneAt(one, at).id, set })),
  look.map((set): WildEdit => () => ({ type: 'set-all-scenes', set })),
  fc
    .tuple(fc.constantFrom('Nib', 'nib', '__proto__', 'two words'), orNull(fc.constantFrom('nibb', '/nɪb/')))
    .map(([word, spoken]): WildEdit => () => ({ type: 'set-pronunciation', word, spoken })),
  fc
    .tuple(fc.constantFrom('nib', 'pearl'), orNull(fc.constantFrom('am_adam', 'bf_emma')))
    .map(([castId, voice]): WildEdit => () => ({ type: 'set-character-voice', castId, voice })),
  fc
    .tuple(place, fc.nat({ max: 45 }))
    .map(([scene, at]): WildEdit => (one) => ({ type: 'split-scene', sceneId: sceneAt(one, scene).id, at })),
  place.map((at): WildEdit => (one) => ({ type: 'merge-scene', sceneId: sceneAt(one, at).id })),
  fc.tuple(several, fc.option(place)).map(([moved, before]): WildEdit => (one) => ({
    type: 'move-scenes',
    sceneIds: moved.map((at) => sceneAt(one, at).id),
    before: before === null ? null : sceneAt(one, before).id,
  })),
  fc.tuple(fc.option(place), text).map(([before, words]): WildEdit => (one) => ({
    type: 'add-scene',
    before: before === null ? null : sceneAt(one, before).id,
    text: words,
  })),
  several.map((gone): WildEdit => (one) => ({
    type: 'delete-scenes',
    sceneIds: gone.map((at) => sceneAt(one, at).id),
  })),
  fc
    .tuple(fc.constantFrom('Nib', 'n', '.', ' '), fc.constantFrom('', 'Otto', '\n\n'), fc.boolean())
    .map(([find, replacement, wholeWords]): WildEdit => () => ({
      type: 'replace-text',
      find,
      replacement,
      matchCase: false,
      wholeWords,
    })),
  place.map((at): WildEdit => (one) => ({ type: 'add-take', sceneId: sceneAt(one, at).id })),
  fc
    .tuple(place, fc.nat({ max: 4 }), fc.constantFrom('choose-take', 'remove-take'))
    .map(([at, take, type]): WildEdit => (one) => ({
      type,
      sceneId: sceneAt(one, at).id,
      takeId: takeAt(one, at, take),
    })),
);
