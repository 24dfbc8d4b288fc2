import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { OWN_WRITER, type WriteRequest } from '../../../shared/writing.ts';
import { createStoryWriter } from '../../providers/local/story-writer.ts';
import type { WriteHooks, Writer } from '../../providers/writer.ts';
import { shippedLexicon } from '../../render/plan.ts';
import { readSettings } from '../../settings.ts';
import type { Workplace } from '../../workplace.ts';

/** Who writes this request. @throws StudioError `not-found`, `missing` */
export async function openWriter(workplace: Workplace, request: WriteRequest, _hooks: WriteHooks): Promise<Writer> {
  const { writers } = readSettings(workplace.store(), workplace.paths);
  const id = request.writer ?? writers.story;
  if (id === OWN_WRITER) return createStoryWriter(shippedLexicon());
  throw new StudioError(ErrorCode.notFound, `There is no writer named "${id}".`, {
    hint: 'Choose one in the settings of writers.',
  });
}
