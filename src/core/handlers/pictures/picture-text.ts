import type { PictureMade, PictureRequest } from './paint-picture.ts';
import type { Size } from './size.ts';

/** The name of the PNG text that other programs look for it under. */
export const PICTURE_TEXT = 'parameters';

/**
 * What a picture was made of, as Automatic1111's web interface writes it into its pictures: the prompt, what is not to be seen, and a
 * line of names and values. The engine is a name of ours.
 */
export function pictureText(request: PictureRequest, made: PictureMade, seed: number): string {
  const { prompt, negative, engine, style } = request;
  const { steps, guidance, model, modelHash, strength, upscaler, painted = made } = made;
  return [
    prompt,
    ...(negative === '' ? [] : [`Negative prompt: ${negative}`]),
    line({
      Steps: steps,
      'CFG scale': guidance,
      Seed: seed,
      Size: sizeText(painted),
      'Model hash': modelHash,
      Model: model,
      'Denoising strength': strength,
      'Hires resize': upscaler && sizeText(made),
      'Hires upscaler': upscaler,
      Engine: engine,
      Style: engine === 'diffusion' ? undefined : style,
      Version: 'Storyloom',
    }),
  ].join('\n');
}

function sizeText({ width, height }: Size): string {
  return `${String(width)}x${String(height)}`;
}

function line(facts: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}
