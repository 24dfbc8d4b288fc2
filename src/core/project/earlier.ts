/** Documents that were written by a Storyloom of before: they lack the fields that came since. */
import { outputShape, PLAIN_FILM } from '../../shared/film.ts';

const { cover, softSubtitles, extras, captions, transition, titleCard, closingCard, music, ambience, loudness } =
  PLAIN_FILM;

/** What keeps the film as it was, whatever a new project would be given. */
const LOOK = {
  ...{ captions, transition, titleCard, closingCard, music, ambience },
  volumes: { narration: 1, music: 1, ambience: 1 },
  ...{ loudness, ownMusic: null },
  ...{ pictures: 'storybook', pictureModel: null, pictureSteps: null, pictureStrength: null, upscaler: null },
} as const;
const OUTPUT = { shape: '16:9', codec: 'h264', encoder: 'software', cover, softSubtitles, extras } as const;

/**
 * A document as it was stored, or as a step of its history left it, with every field that there is now. The very same object
 * when none is missing; its scenes always are. What is no document is left to whoever checks it.
 */
export function withLaterFields<Document extends object>(document: Document): Document {
  const output: unknown = (document as { output?: unknown }).output;
  const whole = typeof output === 'object' && output !== null ? withLaterOutput(output) : output;
  if (whole === output && lacksNone(document, LOOK)) return document;
  return { ...LOOK, ...document, ...(whole === undefined ? {} : { output: whole }) };
}

/** The same for what an export is asked for. */
export function withLaterOutput<Output extends object>(output: Output): Output {
  if (lacksNone(output, OUTPUT)) return output;
  const all = { ...OUTPUT, ...output };
  // In the schema's order: an output that is set anew to what it is must not look like a change.
  const names = new Set([...Object.keys(outputShape), ...Object.keys(all)]);
  return Object.fromEntries(
    [...names].flatMap((name) => (name in all ? [[name, all[name as keyof typeof all]]] : [])),
  ) as Output;
}

function lacksNone(whole: object, fields: object): boolean {
  return Object.keys(fields).every((name) => name in whole);
}
