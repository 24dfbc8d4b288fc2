/** A title, and what the pictures show: by a model that was chosen for it, where its answer passes. */
import { z } from 'zod';
import type { WriteRequest } from '../../../shared/writing.ts';
import { checkPromptText } from '../checks/form.ts';
import { readText, wordsOf } from '../checks/story-text.ts';
import { checkStrayNames } from '../checks/stray-names.ts';
import type { Idea } from '../types.ts';
import { askJson } from './ask-json.ts';
import type { LanguageModel } from './language-model.ts';
import type { Meter } from './meter.ts';
import { picturesMessages, titleMessages } from './prompts.ts';

interface Finishing {
  readonly model: LanguageModel;
  readonly meter: Meter;
  readonly request: WriteRequest;
  readonly idea: Idea | undefined;
  readonly scenes: readonly string[];
  readonly signal: AbortSignal;
}

const lineSchema = z.string().transform((text) =>
  text
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^["“”*]+|["“”*]+$/gu, ''),
);

/** Undefined when no title of it can be used. */
export async function makeTitle({ model, meter, request, scenes, signal }: Finishing): Promise<string | undefined> {
  const told = new Set(wordsOf(`${request.idea} ${scenes.join(' ')}`));
  const wrong = ({ title }: { title: string }): string | undefined => {
    if (title === '' || title.length > 80 || wordsOf(title).length > 10) return 'A title has 2 to 7 words.';
    // All words of a title have capitals, so whether one is a name cannot be seen: some of them at least are the story's.
    if (!wordsOf(title).some((word) => word.length > 3 && told.has(word))) return 'The title has nothing of the story.';
    return undefined;
  };
  const answer = await askJson(model, meter, {
    messages: titleMessages(request, scenes),
    demand: z.strictObject({ title: z.string() }),
    schema: z.object({ title: lineSchema }),
    wrong,
    settings: { maxTokens: 60, temperature: 0.7, seed: request.seed, signal },
  });
  return answer && wrong(answer) === undefined ? answer.title : undefined;
}

const MOST_WORDS = 40;

/** One line for each scene; undefined where a line of it cannot be used. */
export async function makePictures({
  model,
  meter,
  request,
  idea,
  scenes,
  signal,
}: Finishing): Promise<(string | undefined)[]> {
  const answer = await askJson(model, meter, {
    messages: picturesMessages(scenes),
    demand: z.strictObject({ pictures: z.array(z.string()) }),
    schema: z.object({ pictures: z.array(lineSchema) }),
    wrong: ({ pictures }) =>
      pictures.length === scenes.length
        ? undefined
        : `There are ${String(scenes.length)} scenes, so ${String(scenes.length)} pictures.`,
    settings: { maxTokens: 80 + scenes.length * 60, temperature: 0.4, seed: request.seed, signal },
  });
  // With one too many or too few nobody knows which is whose.
  if (answer?.pictures.length !== scenes.length) return scenes.map(() => undefined);
  return answer.pictures.map((line) => {
    const text = readText([line]);
    const checked = { text, request, idea };
    const isFine = text.wordCount >= 3 && text.wordCount <= MOST_WORDS;
    return isFine && checkPromptText(checked).length === 0 && checkStrayNames(checked).length === 0 ? line : undefined;
  });
}
