import type { ProjectDocument } from '../../../shared/project.ts';
import type { Told } from '../../../shared/recording.ts';
import type { Scene } from '../../../shared/story.ts';
import type { RecordedStretch } from '../film/told.ts';

/** Seconds: what a scene may have of the silence after it is less than a frame. */
const MOST_ROOM = 0.05;

/** Which stretches of the project's recordings a scene is told in; none where the narrator reads the story. */
export function toldIn(
  { recording, scenes }: ProjectDocument,
  pathOf: (asset: string) => string,
): (scene: Pick<Scene, 'id'>) => readonly RecordedStretch[] | undefined {
  if (recording?.voice !== 'own') return () => undefined;
  const { clean, longestPause, files } = recording;
  const names = new Map(files.map(({ asset, name }) => [asset, name]));
  const told = new Map(scenes.flatMap((scene) => (scene.told ? [[scene.id, scene.told] as const] : [])));
  // Where a stretch goes on, and with which word.
  const next = new Map([...told.values()].flat().map((stretch) => [placeOf(stretch.asset, stretch.from), stretch]));
  const roomAfter = ({ asset, to }: Told): number => {
    const after = next.get(placeOf(asset, to))?.words[0];
    return after ? Math.max(0, Math.min(MOST_ROOM, after.start - to)) : 0;
  };
  return ({ id }) =>
    told.get(id)?.map((stretch) => ({
      file: {
        path: pathOf(stretch.asset),
        name: names.get(stretch.asset) ?? stretch.asset,
        sha256: stretch.asset.split('.')[0]!,
      },
      ...{ clean, longestPause },
      ...{ from: stretch.from, to: stretch.to, words: stretch.words },
      room: Math.round(roomAfter(stretch) * 10_000) / 10_000,
    }));
}

function placeOf(asset: string, seconds: number): string {
  return `${asset} ${String(seconds)}`;
}
