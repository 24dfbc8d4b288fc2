/** What the checks found is put right by telling the scene anew, where that makes it better. */
import { checkStory } from '../checks/check-story.ts';
import type { Finding } from '../checks/finding.ts';
import { wordsOf } from '../checks/story-text.ts';
import { repairMessages } from './prompts.ts';
import { tellScene, wordsOfScene, type Telling } from './tell-scenes.ts';

/** Each scene is told anew this often at most. */
const ROUNDS = 2;

/** The scenes as they are then, and what is still broken. */
export async function mendScenes(
  telling: Telling,
  told: readonly string[],
): Promise<{ readonly scenes: readonly string[]; readonly broken: readonly Finding[] }> {
  const { request, idea, hooks, outline } = telling;
  const check = (scenes: readonly string[]) => checkStory({ scenes, request, idea });
  let scenes = told;
  let broken = check(scenes);
  for (let round = 1; round <= ROUNDS && broken.length > 0; round += 1) {
    const before = broken;
    for (const [scene, findings] of byScene(broken, scenes, telling)) {
      const messages = repairMessages(request, idea, scenes, scene, findings, wordsOfScene(telling));
      const turn = scenes.length * round + scene;
      const anew = await tellScene(quietly(telling), scene, messages, turn);
      const candidate = scenes.map((text, index) => (index === scene ? anew : text));
      const left = check(candidate);
      // A cure that is no better than the illness is not taken.
      if (anew === '' || left.length >= broken.length) continue;
      scenes = candidate;
      broken = left;
      hooks.onEvent({ type: 'scene', scene, title: outline.beats[scene]!.title, text: anew });
    }
    // Who could mend nothing will not the second time either.
    if (broken === before) break;
  }
  return { scenes, broken };
}

/** What is tried is not shown before it is known to be better. */
function quietly(telling: Telling): Telling {
  return { ...telling, hooks: { signal: telling.hooks.signal, onEvent: () => undefined } };
}

/** What is about the whole story is put right where it fits best. */
function byScene(
  findings: readonly Finding[],
  scenes: readonly string[],
  { request, outline }: Telling,
): ReadonlyMap<number, readonly Finding[]> {
  const result = new Map<number, Finding[]>();
  const add = (scene: number, finding: Finding): void => {
    const list = result.get(scene);
    if (list) list.push(finding);
    else result.set(scene, [finding]);
  };
  const lengths = scenes.map((text) => wordsOf(text).length);
  const share = request.words / scenes.length;
  for (const finding of findings) {
    if (finding.scene !== undefined) add(finding.scene, finding);
    else if (finding.kind === 'length' || finding.kind === 'level' || finding.kind === 'repetition') {
      // All those that are the most off.
      const off = lengths.map((length) => Math.abs(length - share));
      const worst = [...off.keys()]
        .sort((left, right) => off[right]! - off[left]!)
        .slice(0, Math.ceil(scenes.length / 2));
      for (const scene of worst) add(scene, finding);
    } else add(sceneOf(finding, outline.beats), finding);
  }
  return result;
}

/** The scene whose plan speaks of it most; else the second, where things begin to happen. */
function sceneOf({ message }: Finding, beats: Telling['outline']['beats']): number {
  const wanted = wordsOf(message).filter((word) => word.length > 3);
  const scores = beats.map(({ what, who, title }) => {
    const words = new Set(wordsOf([what, title, ...who].join(' ')));
    return wanted.filter((word) => words.has(word)).length;
  });
  const best = Math.max(...scores);
  return best > 0 ? scores.indexOf(best) : Math.min(1, beats.length - 1);
}
