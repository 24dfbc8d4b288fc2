import { useEffect } from 'react';
import { create } from 'zustand';
import { forgetTake, readTakes, type Take } from './kept-takes.ts';

/** All takes that are kept in this browser; none while they are being read. */
const useKept = create<{ readonly takes: readonly Take[] | undefined }>(() => ({ takes: undefined }));

/** Those of a scene, or those that tell a whole story; the newest first. */
export function useTakes(scene?: Take['scene']): readonly Take[] {
  const takes = useKept((kept) => kept.takes);
  useEffect(() => {
    // A browser that keeps nothing has nothing to show; recording says so itself.
    if (takes === undefined)
      void readTakes().then(
        (read) => useKept.setState({ takes: read }),
        () => undefined,
      );
  }, [takes]);
  return (takes ?? [])
    .filter((take) => take.scene?.projectId === scene?.projectId && take.scene?.sceneId === scene?.sceneId)
    .toReversed();
}

/** What is kept has changed: it is read again. */
export function takesChanged(): void {
  void readTakes().then(
    (takes) => useKept.setState({ takes }),
    () => undefined,
  );
}

export async function removeTake(id: string): Promise<void> {
  await forgetTake(id);
  takesChanged();
}
