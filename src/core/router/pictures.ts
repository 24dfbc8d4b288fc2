import { streamPainting } from '../handlers/pictures/stream-painting.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function picturesProcedures({ workplace }: Services) {
  const { pictures } = procedures;
  return { paint: pictures.paint.handler(({ input, signal }) => streamPainting(workplace, input, signal)) };
}
