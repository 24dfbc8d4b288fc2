import type { PaintStepView } from '../../../../shared/painting.ts';
import type { SceneState, StudioEvent } from '../../../../shared/views.ts';
import type { EditorState } from './store.ts';

/** The last step that was told of a take's picture. */
export interface Painting extends PaintStepView {
  /** Nobody paints it any more; it is looked at until the picture itself is there. */
  readonly isOver: boolean;
}

/** By `paintingKey`. */
export type Paintings = Readonly<Record<string, Painting>>;

export function paintingKey(sceneId: string, takeId: string): string {
  return `${sceneId} ${takeId}`;
}

/** With what an event tells. A step that has nothing to show keeps what the one before it showed. */
export function withStep(paintings: Paintings, event: Extract<StudioEvent, { type: 'painting' }>): Paintings {
  const key = paintingKey(event.sceneId, event.takeId);
  const known = paintings[key];
  if (event.painting) {
    const preview = event.painting.preview ?? known?.preview;
    return { ...paintings, [key]: { ...event.painting, ...(preview === undefined ? {} : { preview }), isOver: false } };
  }
  return known ? { ...paintings, [key]: { ...known, isOver: true } } : paintings;
}

/** What changes with a scene's news. */
export function heardOf(
  scene: SceneState,
  { states, paintings, stopped }: Pick<EditorState, 'states' | 'paintings' | 'stopped'>,
): Pick<EditorState, 'states' | 'paintings' | 'stopped'> {
  return {
    states: { ...states, [scene.sceneId]: scene },
    paintings: withoutOver(paintings, scene, states[scene.sceneId]),
    stopped: withNews(stopped, scene),
  };
}

/** Without what is over, once the scene has its new picture or is not being made any more. */
function withoutOver(paintings: Paintings, scene: SceneState, before: SceneState | undefined): Paintings {
  const isWaitedFor = scene.state === 'working' && scene.picture === before?.picture;
  if (isWaitedFor) return paintings;
  const over = Object.keys(paintings).filter(
    (key) => key.startsWith(paintingKey(scene.sceneId, '')) && paintings[key]!.isOver,
  );
  if (over.length === 0) return paintings;
  return Object.fromEntries(Object.entries(paintings).filter(([key]) => !over.includes(key)));
}

/** Scenes whose making the author stops: asked for, and then so until they are made again. */
export type Stopped = Readonly<Record<string, 'asked' | 'stopped'>>;

/** What is told while stopping is asked for may be from before; after that, a scene that is made is no longer stopped. */
export function withNews(stopped: Stopped, scene: SceneState | undefined): Stopped {
  if (scene === undefined) return stopped;
  const now = stopped[scene.sceneId];
  if (now === undefined || (now === 'asked' && scene.state === 'working')) return stopped;
  if (scene.state === 'waiting' || scene.state === 'changed') return { ...stopped, [scene.sceneId]: 'stopped' };
  return withoutScene(stopped, scene.sceneId);
}

export function withoutScene(stopped: Stopped, sceneId: string): Stopped {
  if (!(sceneId in stopped)) return stopped;
  return Object.fromEntries(Object.entries(stopped).filter(([id]) => id !== sceneId));
}
