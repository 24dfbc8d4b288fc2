import { hashText } from '../../story/hash.ts';

/**
 * What tells the camera of one scene from that of its neighbours, made of the scene's id alone: a scene that is moved to
 * another place of its film keeps its segment. Numbered scenes have their number.
 */
export function cameraNumber(sceneId: string): number {
  const number = /^scene-(\d+)$/u.exec(sceneId)?.[1];
  return number === undefined ? hashText(sceneId) : Number(number) - 1;
}
