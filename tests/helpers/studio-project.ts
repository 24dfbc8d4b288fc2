/** A small project in a studio's library, quick to film. */
import { PLAIN_LOOK, SMALL_OUTPUT } from './plain.ts';
import type { StudioLab } from './studio-lab.ts';

const TEXTS = [
  'Pip the otter sat on a rock by the sea.',
  'A storm came over the hill.',
  'Pip swam home in the rain.',
  'The old lighthouse shone all night.',
  'In the morning the sun came back.',
  'Pip ate a fish and fell asleep.',
];

export interface SmallProject {
  readonly projectId: string;
  /** In the film's order. */
  readonly sceneIds: readonly string[];
}

/** One scene a text; 720p at 24 frames a second, told by tones, with nothing added. */
export async function makeSmallProject(
  { client }: Pick<StudioLab, 'client'>,
  scenes = TEXTS.length,
): Promise<SmallProject> {
  const text = TEXTS.slice(0, scenes).join('\n\n---\n\n');
  const { projectId } = await client.library.create({ from: 'text', text: `# Pip\n\n${text}\n`, title: 'Pip' });
  const { document } = await client.project.edit({
    projectId,
    edit: { type: 'set-project', set: { ...PLAIN_LOOK, output: SMALL_OUTPUT } },
  });
  return { projectId, sceneIds: document.scenes.map(({ id }) => id) };
}

export function setText(lab: StudioLab, projectId: string, sceneId: string, text: string) {
  return lab.client.project.edit({ projectId, edit: { type: 'set-scene', sceneId, set: { text } } });
}
