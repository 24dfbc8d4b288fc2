/**
 * What a step of a project's history changed, both ways: fields of the project, fields of scenes by their ids, scenes that
 * came and went, and their order. Plain JSON, and as small as the change: a letter typed into a long scene is one letter.
 */
import type { ProjectDocument, ProjectScene } from '../../../shared/project.ts';
import { inverseSplice, spliceBetween, type Splice } from './splice.ts';

/** Null where there was, or is, no such field; a field that may be null itself (`ownMusic`) is so where it is not there. */
export type Change = readonly [before: unknown, after: unknown];
export type Changes = Readonly<Record<string, Change>>;

export interface ScenePatchStep {
  readonly fields?: Changes;
  readonly text?: Splice<string>;
}

export interface Patch {
  readonly project?: Changes;
  readonly scenes?: Readonly<Record<string, ScenePatchStep>>;
  readonly gone?: readonly ProjectScene[];
  readonly come?: readonly ProjectScene[];
  /** Of the scenes' ids. */
  readonly order?: Splice<readonly string[]>;
}

/** Undefined when they are the same. */
export function patchBetween(before: ProjectDocument, after: ProjectDocument): Patch | undefined {
  if (before === after) return undefined;
  const old = new Map(before.scenes.map((scene) => [scene.id, scene]));
  const now = new Map(after.scenes.map((scene) => [scene.id, scene]));
  const gone = before.scenes.filter(({ id }) => !now.has(id));
  const come = after.scenes.filter(({ id }) => !old.has(id));
  const scenes = after.scenes.flatMap((scene): [string, ScenePatchStep][] => {
    const earlier = old.get(scene.id);
    const step = earlier && earlier !== scene ? sceneStep(earlier, scene) : undefined;
    return step ? [[scene.id, step]] : [];
  });
  const order = spliceBetween<readonly string[]>([...old.keys()], [...now.keys()]);
  const project = changesBetween(before, after, 'scenes');
  const patch: Patch = {
    ...(project ? { project } : {}),
    ...(scenes.length > 0 ? { scenes: Object.fromEntries(scenes) } : {}),
    ...(gone.length > 0 ? { gone } : {}),
    ...(come.length > 0 ? { come } : {}),
    ...(order.out.length + order.in.length > 0 ? { order } : {}),
  };
  return Object.keys(patch).length === 0 ? undefined : patch;
}

export function inversePatch({ project, scenes, gone, come, order }: Patch): Patch {
  return {
    ...(project ? { project: inverseChanges(project) } : {}),
    ...(scenes ? { scenes: mapValues(scenes, inverseStep) } : {}),
    ...(come ? { gone: come } : {}),
    ...(gone ? { come: gone } : {}),
    ...(order ? { order: inverseSplice(order) } : {}),
  };
}

function sceneStep(before: ProjectScene, after: ProjectScene): ScenePatchStep | undefined {
  const fields = changesBetween(before, after, 'text');
  if (before.text === after.text) return fields && { fields };
  return { ...(fields ? { fields } : {}), text: spliceBetween(before.text, after.text) };
}

function inverseStep({ fields, text }: ScenePatchStep): ScenePatchStep {
  return { ...(fields ? { fields: inverseChanges(fields) } : {}), ...(text ? { text: inverseSplice(text) } : {}) };
}

/** Of all fields but one. */
function changesBetween<Whole extends object>(before: Whole, after: Whole, but: keyof Whole): Changes | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<string & keyof Whole>;
  const changes = [...names].flatMap((name): [string, Change][] => {
    const change: Change = [before[name] ?? null, after[name] ?? null];
    return name === but || JSON.stringify(change[0]) === JSON.stringify(change[1]) ? [] : [[name, change]];
  });
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

function inverseChanges(changes: Changes): Changes {
  return mapValues(changes, ([before, after]): Change => [after, before]);
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
