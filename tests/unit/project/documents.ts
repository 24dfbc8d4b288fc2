import { finishSchema } from '../../../src/shared/film.ts';
import type { ProjectDocument, ProjectScene } from '../../../src/shared/project.ts';
import { PLAIN_LOOK, PLAIN_OUTPUT } from '../../helpers/plain.ts';

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
    ...finishSchema.parse({}),
    ...PLAIN_LOOK,
    ownMusic: null,
    ...{ pictures: 'storybook', pictureModel: null, pictureSteps: null, pictureStrength: null, upscaler: null },
    output: PLAIN_OUTPUT,
    pronunciations: {},
    characterVoices: {},
    scenes: [...scenes],
  };
}
