import type { ProjectDocument, ProjectScene } from '../../shared/project.ts';
import type { Scene, SceneGraph, Storyboard } from '../../shared/story.ts';
import type { CastView, ProjectView, SceneView } from '../../shared/views.ts';
import type { ProjectState } from '../project/documents.ts';
import { explainScene } from '../story/explain.ts';
import { speakersOf } from '../story/speech/speakers.ts';

type Surroundings = Pick<SceneGraph, 'setting' | 'time' | 'season' | 'weather' | 'mood'>;

/** Where a story plays that says nothing of it. */
const SOMEWHERE: Surroundings = { setting: 'meadow', time: 'day', season: 'summer', weather: 'clear', mood: 'calm' };

/** A project with what was understood of it. Scenes without words have the surroundings of the scene before. */
export function projectView(state: ProjectState, storyboard: Storyboard): ProjectView {
  const { projectId, revision, document, undo, redo } = state;
  const planned = new Map(storyboard.scenes.map((scene) => [scene.id, scene]));
  const speakers = speakersOf(storyboard);
  let before: Surroundings = storyboard.scenes[0]?.graph ?? SOMEWHERE;
  const scenes = document.scenes.map((scene): SceneView => {
    const known = planned.get(scene.id);
    const view = known ? sceneView(known, storyboard, document) : wordless(scene, before);
    before = view;
    return view;
  });
  return {
    id: projectId,
    revision,
    document,
    ...(undo === undefined ? {} : { undo }),
    ...(redo === undefined ? {} : { redo }),
    cast: storyboard.cast.map(({ id, name, kind, traits, mark }): CastView => {
      return { id, name, kind, traits: [...traits], mark, speaks: speakers.has(id) };
    }),
    scenes,
    notices: [...storyboard.notices],
  };
}

function sceneView(scene: Scene, { cast }: Storyboard, { pictures }: ProjectDocument): SceneView {
  const { entities, undrawn } = scene.graph;
  // Who paints is told of what there is no drawing of.
  const isDrawn = (scene.overrides.pictures ?? pictures) === 'storybook';
  return {
    id: scene.id,
    ...surroundingsOf(scene.graph),
    cast: [...new Set(entities.flatMap(({ castId }) => castId ?? []))],
    picture: explainScene(scene, cast),
    undrawn: isDrawn ? [...undrawn] : [],
  };
}

function wordless({ id, setting, time, season, weather, mood }: ProjectScene, before: Surroundings): SceneView {
  return {
    id,
    setting: setting ?? before.setting,
    time: time ?? before.time,
    season: season ?? before.season,
    weather: weather ?? before.weather,
    mood: mood ?? before.mood,
    cast: [],
    picture: '',
    undrawn: [],
  };
}

function surroundingsOf({ setting, time, season, weather, mood }: Surroundings): Surroundings {
  return { setting, time, season, weather, mood };
}
