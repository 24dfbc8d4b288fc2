import type { PaintedFacts } from './paint-picture.ts';

/**
 * What a picture was made of, in the words that Automatic1111's programs write into a PNG's text `parameters` and that others read:
 * the prompt, what is not to be seen, and a line of names and values.
 */
export function pictureText({ request, made }: PaintedFacts, seed: number): string {
  const { prompt, negative, engine, style } = request;
  const { width, height, steps, guidance, model, modelHash, strength } = made;
  const facts: [string, string | number | undefined][] = [
    ['Steps', steps],
    ['CFG scale', guidance],
    ['Seed', seed],
    ['Size', `${String(width)}x${String(height)}`],
    ['Model hash', modelHash],
    ['Model', model],
    ['Denoising strength', strength],
    ['Engine', engine],
    ['Style', engine === 'diffusion' ? undefined : style],
  ];
  const line = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${String(value)}`])).join(', ');
  return [prompt, ...(negative === '' ? [] : [`Negative prompt: ${negative}`]), line].join('\n');
}
