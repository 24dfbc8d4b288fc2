import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { PictureRequest } from './paint-picture.ts';

/** @throws StudioError `option` for what the engine could not heed: it is said rather than passed over */
export function refuseContradictions({
  engine,
  from,
  model,
  steps,
  guidance,
  strength,
  negative,
  upscale,
  upscaler,
}: PictureRequest): void {
  const refuse = (what: string, hint: string): never => {
    throw new StudioError(ErrorCode.option, what, { hint });
  };
  if (engine === 'storybook') {
    const asked = {
      ...{ model, steps, guidance, strength, upscale, upscaler },
      'negative prompt': negative || undefined,
      'picture to begin with': from,
    };
    const [name] = Object.entries(asked).find(([, value]) => value !== undefined) ?? [];
    if (name) refuse(`The storybook draws without a model: it takes no ${name}.`, 'Leave it out, or choose diffusion.');
  }
  if (engine === 'over-storybook' && from !== undefined) {
    refuse(
      'Painting begins with the drawing or with a picture of yours, not with both.',
      'Choose diffusion for yours.',
    );
  }
  if (engine === 'diffusion' && strength !== undefined && from === undefined) {
    refuse('A strength says how much of a picture is painted anew, and none is there to begin with.', 'Leave it out.');
  }
  if (upscaler !== undefined && upscale === undefined) {
    refuse('An upscaler enlarges to a size, and none is asked for.', 'Say how large the picture is to be (upscale).');
  }
  if (negative !== '' && guidance !== undefined && guidance <= 1) {
    refuse('What is not to be seen counts only with a guidance above 1.', 'Leave one of them out.');
  }
}
