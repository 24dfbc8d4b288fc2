/** Stories by models of the user's choice, one for each task; Storyloom's own writer does the tasks that none was chosen for. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import {
  OWN_WRITER,
  type StoryOutline,
  type WriteRequest,
  type WritingTask,
  type WrittenStory,
} from '../../../shared/writing.ts';
import type { WriteHooks, Writer } from '../../providers/writer.ts';
import { toPromises } from '../checks/check-story.ts';
import { wordsOf } from '../checks/story-text.ts';
import type { Idea } from '../types.ts';
import { makePictures, makeTitle } from './finishing.ts';
import type { LanguageModel } from './language-model.ts';
import { makeOutline } from './make-outline.ts';
import { mendScenes } from './mend.ts';
import { Meter } from './meter.ts';
import { tellScenes } from './tell-scenes.ts';

export interface ModelWriterOptions {
  /** Those that were chosen; what is absent Storyloom does itself. */
  readonly models: Readonly<Partial<Record<WritingTask, LanguageModel>>>;
  readonly own: Writer;
  /** Undefined for an idea in a language that Storyloom cannot read. @throws StudioError for one that is none */
  readonly readIdea: (text: string) => Idea | undefined;
}

type Draft = Pick<WrittenStory, 'title' | 'outline' | 'scenes' | 'broken' | 'writer'>;

export function createModelWriter({ models, own, readIdea }: ModelWriterOptions): Writer {
  return {
    id: models.story?.id ?? OWN_WRITER,
    async write(request, hooks) {
      const idea = readIdea(request.idea);
      const meter = new Meter();
      const notices: string[] = [];
      const notify = (message: string): void => {
        notices.push(message);
        hooks.onEvent({ type: 'notice', message });
      };
      const hosts = new Set(Object.values(models).flatMap(({ sendsTo }) => sendsTo ?? []));
      if (hosts.size > 0) {
        const message = `The idea and what is written of it are sent to ${[...hosts].join(' and ')}.`;
        hooks.onEvent({ type: 'notice', message });
      }
      const draft = models.story
        ? await writeWith(models.story, { models, own, meter, request, idea, hooks, notify })
        : await writeOwn(own, models.outline, request, hooks, notices, notify);
      const texts = draft.scenes.map(({ text }) => text);
      const finishing = { meter, request, idea, scenes: texts, signal: hooks.signal };
      // Whoever planned it has given it a title already.
      const titler = models.title !== models.outline || !models.story ? models.title : undefined;
      const title = titler && (await makeTitle({ ...finishing, model: titler }));
      if (titler && title === undefined) notify(`${titler.name} found no title that fits: it has the plan’s.`);
      const pictures = models.pictures && (await makePictures({ ...finishing, model: models.pictures }));
      if (pictures?.includes(undefined)) {
        notify(`Not every picture is described by ${models.pictures!.name}: where it could not, Storyloom does.`);
      }
      const usage = meter.usage();
      return {
        ...draft,
        title: title ?? draft.title,
        scenes: draft.scenes.map((scene, index) => {
          const picture = pictures?.[index];
          return picture === undefined ? scene : { ...scene, picture };
        }),
        words: texts.reduce((sum, text) => sum + wordsOf(text).length, 0),
        notices,
        ...(usage ? { usage } : {}),
      };
    },
  };
}

/** Its text is checked by itself. */
async function writeOwn(
  own: Writer,
  outline: LanguageModel | undefined,
  request: WriteRequest,
  hooks: WriteHooks,
  notices: string[],
  notify: (message: string) => void,
): Promise<Draft> {
  if (outline) notify(`Storyloom’s own writer plans its stories itself: ${outline.name} is not asked for an outline.`);
  const story = await own.write(request, hooks);
  notices.push(...story.notices);
  return story;
}

interface Writing {
  readonly models: ModelWriterOptions['models'];
  readonly own: Writer;
  readonly meter: Meter;
  readonly request: WriteRequest;
  readonly idea: Idea | undefined;
  readonly hooks: WriteHooks;
  readonly notify: (message: string) => void;
}

async function writeWith(model: LanguageModel, writing: Writing): Promise<Draft> {
  const { meter, request, idea, hooks } = writing;
  const outline = await planWith(model, writing);
  hooks.onEvent({ type: 'outline', outline });
  const telling = { model, meter, request, idea, outline, hooks };
  const { scenes, broken } = await mendScenes(telling, await tellScenes(telling));
  return {
    title: outline.title,
    outline,
    scenes: scenes.map((text, index) => ({ title: outline.beats[index]!.title, text })),
    broken: toPromises(broken),
    writer: model.id,
  };
}

/** By the model for outlines; by Storyloom where that was chosen, or where the model cannot. */
async function planWith(story: LanguageModel, writing: Writing): Promise<StoryOutline> {
  const { models, own, meter, request, idea, hooks, notify } = writing;
  // What Storyloom cannot read it cannot plan either.
  const planner = models.outline ?? (idea ? undefined : story);
  if (planner) {
    if (!models.outline) notify(`Storyloom plans stories in English only: ${story.name} plans this one.`);
    const outline = await makeOutline(planner, meter, request, idea, hooks.signal);
    if (outline) return outline;
    if (!idea) {
      throw new StudioError(ErrorCode.tool, `${planner.name} could not plan the story.`, {
        hint: 'Try again with another seed, or choose a larger model for the outline.',
      });
    }
    notify(`${planner.name} could not plan the story: Storyloom planned it.`);
  }
  const { outline } = await own.write(request, { signal: hooks.signal, onEvent: () => undefined });
  return outline;
}
