/** How many scenes after and before the one on the screen are made ahead. */
const AFTER = 6;
const BEFORE = 2;

/** In which order scenes are made: the one that is shown, the next, the one before, the second next, and so on. */
export function makingOrder(sceneIds: readonly string[], shown: string): string[] {
  const place = sceneIds.indexOf(shown);
  if (place < 0) return [];
  const order = [shown];
  for (let step = 1; step <= Math.max(AFTER, BEFORE); step += 1) {
    const [next, previous] = [sceneIds[place + step], sceneIds[place - step]];
    if (next !== undefined && step <= AFTER) order.push(next);
    if (previous !== undefined && step <= BEFORE) order.push(previous);
  }
  return order;
}
