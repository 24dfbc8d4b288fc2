/** How one scene leads to the next, where the author leaves it to the story. */
import type { Action, Scene, SceneEntity, Transition } from '../../shared/story.ts';

/** What somebody is in the middle of: a picture that melts away would take the speed out of it. */
const RUNNING: ReadonlySet<Action> = new Set(['run', 'jump', 'fall', 'fight', 'climb', 'fly', 'swim', 'ride', 'dance']);
/** How one gets from one place to another. */
const TRAVELLING: ReadonlySet<Action> = new Set(['walk', 'run', 'climb', 'fly', 'swim', 'ride']);

/**
 * A new chapter turns the page; another time of day goes through the dark; another place wipes in when somebody travels there
 * and dissolves otherwise; in the same place an action that goes on is cut, all else dissolves.
 */
export function transitionByFlow(before: Scene, after: Scene): Transition {
  if (after.title !== undefined) return 'page-turn';
  if (before.graph.time !== after.graph.time) return 'dip';
  const travels = sharesFigure(before, after, TRAVELLING);
  if (before.graph.setting !== after.graph.setting) return travels ? 'wipe' : 'dissolve';
  return sharesFigure(before, after, RUNNING) ? 'cut' : 'dissolve';
}

/** Someone who is in both scenes and does such a thing in either. */
function sharesFigure(before: Scene, after: Scene, actions: ReadonlySet<Action>): boolean {
  const figures = (scene: Scene) => scene.graph.entities.filter(({ role }) => role === 'character');
  const does = ({ action }: SceneEntity): boolean => action !== undefined && actions.has(action);
  return figures(before).some((one) =>
    figures(after).some((other) => isSame(one, other) && (does(one) || does(other))),
  );
}

function isSame(one: SceneEntity, other: SceneEntity): boolean {
  return one.castId === undefined ? one.drawing === other.drawing : one.castId === other.castId;
}

/** Seconds that each takes where there is time for it. */
const LENGTHS: Readonly<Record<Exclude<Transition, 'cut'>, number>> = {
  dissolve: 0.6,
  dip: 0.9,
  wipe: 0.7,
  'page-turn': 0.9,
};
/** How far it may reach back into the last word, seconds. */
const INTO_SPEECH = 0.2;
const MOST_OF_SCENE = 1 / 3;
/** Fewer look like a fault. */
const FEWEST_FRAMES = 6;

/**
 * Frames of a transition at the end of a scene: it lies in the quiet after the last word. 0 where there is no time for one,
 * which is a cut.
 * @param frames of the scene
 * @param quiet seconds from the end of its last word to its end
 */
export function transitionFrames(
  transition: Transition,
  { frames, quiet, fps }: { readonly frames: number; readonly quiet: number; readonly fps: number },
): number {
  if (transition === 'cut') return 0;
  const most = Math.min(LENGTHS[transition] * fps, (quiet + INTO_SPEECH) * fps, frames * MOST_OF_SCENE);
  const whole = Math.floor(most + 1e-6);
  return whole < FEWEST_FRAMES ? 0 : whole;
}
