import type { ProjectDocument, ProjectScene } from '../../../src/shared/project.ts';

export function aScene(id: string, text: string): ProjectScene {
  return { id, text, takes: [{ kind: 'drawn', id: `${id}-1`, seed: 1 }], take: `${id}-1` };
}

export function aDocument(scenes: readonly ProjectScene[]): ProjectDocument {
  return {
    storyloom: 2,
    title: 'The Otter',
    style: 'day-storybook',
    voice: 'af_heart',
    speed: 1,
    motion: 'gentle',
    output: { size: '1080p', fps: 30, preset: 'ultrafast', crf: 23 },
    pronunciations: {},
    characterVoices: {},
    scenes: [...scenes],
  };
}
