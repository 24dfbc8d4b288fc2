import { afterEach, describe, expect, it } from 'vitest';
import { resourcePath } from '../../../src/core/paths.ts';
import { createServerModel } from '../../../src/core/providers/remote/server-model.ts';
import type { Writer } from '../../../src/core/providers/writer.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { readIdea } from '../../../src/core/writer/idea/read-idea.ts';
import { createModelWriter, type ModelWriterOptions } from '../../../src/core/writer/models/model-writer.ts';
import { writtenStorySchema, type WriteEvent, type WriteRequest } from '../../../src/shared/writing.ts';
import { startChatServer, stream, type Answer, type ChatRequest, type ChatServer } from '../../helpers/chat-server.ts';
import { GOOD_STORIES } from '../../helpers/good-stories.ts';

const lexicon = loadLexicon(resourcePath('lexicon.json'));
const { idea, scenes } = GOOD_STORIES[0]!;
const request: WriteRequest = { idea, age: '6-8', words: 250, tone: 'gentle', bedtime: false, seed: 1 };
const beat = (what: string) => ({ title: 'T', who: ['Ember'], where: 'hill', what, why: 'so', mood: 'calm' });
const plan = JSON.stringify({
  title: 'Hello',
  beats: [beat('Ember hides'), beat('Ember helps a kid'), beat('Ember has learned to make a friend')],
});

/** What the idea's own plan would be, where a model cannot make one. */
const own: Writer = {
  id: 'storyloom',
  write: (_, { onEvent }) => {
    const outline = { title: 'By rules', beats: [beat('one'), beat('two'), beat('three')] };
    onEvent({ type: 'outline', outline });
    return Promise.resolve({
      title: 'By rules',
      outline,
      scenes: scenes.map((text) => ({ title: 'T', text })),
      words: 200,
      broken: [],
      writer: 'storyloom',
      notices: [],
    });
  },
};

let server: ChatServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const lastOf = ({ messages }: ChatRequest) => messages.at(-1)!.content;
const isPlan = (asked: ChatRequest) => lastOf(asked).startsWith('Plan the story');
const sceneAsked = (asked: ChatRequest) => Number(/tell only scene (\d)/u.exec(lastOf(asked))?.[1] ?? 0) - 1;

/** Answers as a good model would, but for what is given. */
const good = (asked: ChatRequest): Answer => {
  if (isPlan(asked)) return stream(plan);
  if (sceneAsked(asked) >= 0) return stream(scenes[sceneAsked(asked)]!);
  return stream(
    '{"title": "Hello, Ember", "pictures": ["Ember in her cave.", "Ember and a kid.", "Two friends on a hill."]}',
  );
};

async function write(
  answer: (asked: ChatRequest) => Answer,
  tasks: readonly (keyof ModelWriterOptions['models'])[] = ['outline', 'story'],
  asked: Partial<WriteRequest> = {},
) {
  server = await startChatServer((_, each) => answer(each));
  const model = createServerModel({
    server: {
      id: 'mine',
      name: 'Mine',
      baseUrl: server.baseUrl,
      model: 'm',
      price: { input: 1, output: 2, currency: 'EUR' },
    },
    key: undefined,
    backOff: { attempts: 2, baseMs: 5, longestMs: 100 },
  });
  const writer = createModelWriter({
    models: Object.fromEntries(tasks.map((task) => [task, model])),
    own,
    readIdea: (text) => (text === request.idea ? readIdea(text, lexicon) : undefined),
  });
  const events: WriteEvent[] = [];
  const story = await writer.write(
    { ...request, ...asked },
    { signal: new AbortController().signal, onEvent: (event) => events.push(event) },
  );
  expect(writtenStorySchema.safeParse(story).success).toBe(true);
  return { story, events, requests: server.requests, shown: shownOf(events) };
}

/** What someone who watched has on the screen at the end. */
function shownOf(events: readonly WriteEvent[]): string[] {
  const shown: string[] = [];
  for (const event of events) {
    if (event.type === 'text') shown[event.scene] = (shown[event.scene] ?? '') + event.text;
    if (event.type === 'scene') shown[event.scene] = event.text;
  }
  return shown;
}

describe('a story by a model', () => {
  it('would catch an outline that comes after the text, or a text that is not what was shown', async () => {
    const { story, events, shown, requests } = await write(good);
    expect(events[0]).toMatchObject({ type: 'outline', outline: { title: 'Hello' } });
    expect(story).toMatchObject({ title: 'Hello', broken: [], writer: 'server:mine', notices: [] });
    expect(story.scenes.map(({ text }) => text)).toEqual([...scenes]);
    expect(shown).toEqual([...scenes]);
    expect(requests).toHaveLength(4);
    // 'Nobody counted' is said, and what it cost is reckoned from it.
    expect(story.usage).toMatchObject({ calls: 4, isEstimate: true, currency: 'EUR' });
    const { promptTokens, completionTokens, cost } = story.usage!;
    expect(cost).toBeCloseTo((promptTokens + 2 * completionTokens) / 1e6, 9);
  });

  it('would catch an outline given up for a comma, a fence or a cut end', async () => {
    const broken = `Here it is:\n\`\`\`json\n${plan.replace('}]', '},]').slice(0, -1)}`;
    const { story, requests } = await write((asked) => (isPlan(asked) ? stream(broken) : good(asked)));
    expect(story.outline.beats).toHaveLength(3);
    expect(requests).toHaveLength(4);
  });

  it('would catch a model that is not told what was wrong with its plan', async () => {
    let asks = 0;
    const { story, requests } = await write((asked) => {
      if (sceneAsked(asked) >= 0) return good(asked);
      asks += 1;
      return stream(asks === 1 ? plan.replaceAll('Ember', 'Bob') : plan);
    });
    expect(asks).toBe(2);
    expect(lastOf(requests[1]!)).toContain('The plan leaves out Ember');
    expect(story.outline.beats[0]!.who).toEqual(['Ember']);
  });

  it('would catch a model without a plan that is not helped, or helped in silence', async () => {
    const { story } = await write((asked) => (sceneAsked(asked) < 0 ? stream('I cannot do that.') : good(asked)));
    expect(story.outline.title).toBe('By rules');
    expect(story.notices[0]).toContain('Storyloom planned it');
  });

  it('would catch a broken scene that is left, though the model can mend it', async () => {
    const { story, events, shown, requests } = await write((asked) => {
      if (lastOf(asked).includes('What is wrong')) return stream(scenes[1]!);
      return sceneAsked(asked) === 1
        ? stream(`Scene 2\n\n${scenes[1]!.replace('the kid climbed', 'Lucinda climbed')}`)
        : good(asked);
    });
    expect(requests).toHaveLength(5);
    expect(lastOf(requests[4]!)).toContain('- Lucinda is not in the idea.');
    expect(story.broken).toEqual([]);
    expect(shown).toEqual([...scenes]);
    expect(events.at(-1)).toMatchObject({ type: 'scene', scene: 1 });
  });

  it('would catch a promise that stays broken and is not shown, or a cure worse than the illness', async () => {
    const bad = scenes[1]!.replace('the kid climbed', 'Lucinda climbed');
    const { story, requests } = await write((asked) => {
      if (lastOf(asked).includes('What is wrong'))
        return stream('Lucinda and Theodora danced. The end of the story is here.');
      return sceneAsked(asked) === 1 ? stream(bad) : good(asked);
    });
    expect(story.broken).toEqual([{ kind: 'stray-name', message: 'Lucinda is not in the idea.' }]);
    expect(story.scenes[1]!.text).toBe(bad);
    expect(requests).toHaveLength(5);
  });

  it('would catch thoughts of a model read aloud', async () => {
    const thinking = (text: string) => stream(`<think>\nThe user wants {a story}.\n</think>\n\n${text}`);
    const { story, events, shown } = await write((asked) =>
      isPlan(asked) ? thinking(plan) : thinking(scenes[sceneAsked(asked)]!),
    );
    expect(shown).toEqual([...scenes]);
    expect(JSON.stringify([events, story])).not.toContain('The user wants');
  });

  it('would catch a title or pictures asked of the wrong model, and lines that tell of others', async () => {
    const { story, requests } = await write(good, ['title', 'pictures']);
    expect(requests).toHaveLength(2);
    expect(story).toMatchObject({ title: 'Hello, Ember', writer: 'storyloom' });
    expect(story.scenes.map(({ picture }) => picture)).toEqual([
      'Ember in her cave.',
      'Ember and a kid.',
      'Two friends on a hill.',
    ]);
    await server?.close();
    const other = await write(
      () => stream('{"title": "", "pictures": ["Ember with Lucinda in a cave.", "Ember and a kid.", "A hill."]}'),
      ['title', 'pictures'],
    );
    expect(other.story.title).toBe('By rules');
    expect(other.story.scenes[0]!.picture).toBeUndefined();
    expect(other.story.notices).toHaveLength(2);
  });

  it('would catch an idea in another language that no model is asked to plan', async () => {
    const { story } = await write(good, ['story'], { idea: 'Ein Drache findet einen Freund.' });
    expect(story.outline.title).toBe('Hello');
    expect(story.notices[0]).toContain('English only');
  });
});
