/** Films of pictures and narration alone, for tests of the basics, whatever a new film is given. */
import { PLAIN_FILM } from '../../src/shared/film.ts';
import { outputSchema, type Output } from '../../src/shared/project.ts';

const { cover, softSubtitles, extras, ...look } = PLAIN_FILM;

/** Of a project's document. */
export const PLAIN_LOOK = look;
export const PLAIN_OUTPUT: Output = outputSchema.parse({ cover, softSubtitles, extras });

/** Small and quick to make. */
export const SMALL_OUTPUT: Output = { ...PLAIN_OUTPUT, size: '720p', fps: 24, preset: 'ultrafast', crf: 30 };
