/**
 * What tells the camera of one scene from that of its neighbours, made of the scene's id alone: a scene that is moved to
 * another place of its film keeps its segment. Numbered scenes have their number.
 */
export function cameraNumber(sceneId: string): number {
  const number = /^scene-(\d+)$/u.exec(sceneId)?.[1];
  return number === undefined ? hash(sceneId) : Number(number) - 1;
}

/** FNV-1a, 32 bits (www.isthe.com/chongo/tech/comp/fnv). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
