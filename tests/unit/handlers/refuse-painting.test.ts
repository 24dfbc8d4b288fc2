import { describe, expect, it } from 'vitest';
import { refusePainting, type FilmRequest } from '../../../src/core/handlers/film-request.ts';
import { madePicture, type PictureSource, type SceneUnit } from '../../../src/core/render/film/units.ts';
import { filmOptionsSchema } from '../../../src/shared/film.ts';
import type { PictureEngine } from '../../../src/shared/pictures.ts';
import { aGraph } from '../story/prompt/scenes.ts';

/** Scenes by who makes their pictures; the last one says so itself. */
function pictures(...engines: readonly PictureEngine[]): SceneUnit[] {
  const scene = { ...{ id: 'a', index: 0, text: 'Snow.', quotes: [] }, graph: aGraph([]) };
  const options = filmOptionsSchema.parse({ pictures: engines[0] });
  return engines.map((engine, index): SceneUnit => {
    const overrides = index === 0 ? {} : { pictures: engine };
    const picture: PictureSource = madePicture({ ...scene, overrides }, options, undefined);
    const unit = { name: 'scene 1', scene: { ...scene, overrides }, chunks: [], picture };
    return { ...unit, leadIn: 0, leadOut: 0, transition: 'cut' };
  });
}

function refusing(options: FilmRequest['options'], units: readonly SceneUnit[]): () => void {
  return () => {
    refusePainting({ story: '/story.md', film: '/film.mp4', options }, units);
  };
}

describe('what is asked of painting', () => {
  it('would catch a model, steps or a strength that nothing of the film heeds, passed over in silence', () => {
    const drawn = pictures('storybook');
    expect(refusing({ pictureModel: 'sd-turbo' }, drawn)).toThrow('--picture-model does not go with it');
    expect(refusing({ pictureSteps: 2 }, drawn)).toThrow('--picture-steps does not go with it');
    expect(refusing({ upscaler: 'lanczos' }, drawn)).toThrow('--upscaler does not go with it');
    expect(refusing({ pictures: 'diffusion', pictureStrength: 0.4 }, pictures('diffusion'))).toThrow(/strength/u);
  });

  it('would catch wishes that are refused though a scene heeds them', () => {
    const one = pictures('storybook', 'over-storybook');
    expect(refusing({ pictureModel: 'sd-turbo', pictureSteps: 2, pictureStrength: 0.4 }, one)).not.toThrow();
    expect(refusing({}, pictures('storybook'))).not.toThrow();
    // Left for later: `storyloom pictures --latest` paints them.
    expect(refusing({ limitPictures: 0, pictureSteps: 2 }, [])).not.toThrow();
  });
});
