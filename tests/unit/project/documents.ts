import { finishSchema } from '../../../src/shared/film.ts';
import { outputSchema, type ProjectDocument, type ProjectScene } from '../../../src/shared/project.ts';

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
    ...finishSchema.parse({}),
    ownMusic: null,
    output: outputSchema.parse({}),
    pronunciations: {},
    characterVoices: {},
    scenes: [...scenes],
  };
}
