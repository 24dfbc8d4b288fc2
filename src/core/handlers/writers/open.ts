import { OWN_WRITER, WRITING_TASKS, type WriteRequest, type WritingTask } from '../../../shared/writing.ts';
import { createStoryWriter } from '../../providers/local/story-writer.ts';
import type { Writer } from '../../providers/writer.ts';
import { shippedLexicon } from '../../render/plan.ts';
import { readSettings } from '../../settings.ts';
import type { Workplace } from '../../workplace.ts';
import { languageOf, plainIdea } from '../../writer/idea/check-idea.ts';
import { readIdea } from '../../writer/idea/read-idea.ts';
import type { LanguageModel } from '../../writer/models/language-model.ts';
import { createModelWriter } from '../../writer/models/model-writer.ts';
import type { Idea } from '../../writer/types.ts';
import { openModel } from './models.ts';

/**
 * Who writes this request: Storyloom, or the models that were chosen for their tasks.
 * @throws StudioError `not-found`, `missing`, `permission`, `corrupt` for a writer that cannot write
 */
export async function openWriter(workplace: Workplace, request: WriteRequest): Promise<Writer> {
  const own = createStoryWriter(shippedLexicon());
  const models = await modelsFor(workplace, request);
  if (Object.keys(models).length === 0) return own;
  return createModelWriter({ models, own, readIdea: readEnglish });
}

/** A model may write in any language; what cannot be read is not looked for in its text. */
function readEnglish(text: string): Idea | undefined {
  return languageOf(plainIdea(text)) === 'en' ? readIdea(text, shippedLexicon()) : undefined;
}

/** One model for each writer's id, however many tasks it has: what it learns of its server it learns once. */
async function modelsFor(
  workplace: Workplace,
  { writer }: WriteRequest,
): Promise<Partial<Record<WritingTask, LanguageModel>>> {
  const chosen = readSettings(workplace.store(), workplace.paths).writers;
  const opened = new Map<string, LanguageModel | undefined>();
  const models: Partial<Record<WritingTask, LanguageModel>> = {};
  for (const task of WRITING_TASKS) {
    // Who writes is named for the story; what its pictures show is not part of it.
    const id = task === 'pictures' ? chosen[task] : (writer ?? chosen[task]);
    if (id === OWN_WRITER) continue;
    if (!opened.has(id)) opened.set(id, await openModel(workplace, id));
    const model = opened.get(id);
    if (model) models[task] = model;
  }
  return models;
}
