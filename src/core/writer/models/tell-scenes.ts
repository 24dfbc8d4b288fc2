import type { StoryOutline, WriteRequest } from '../../../shared/writing.ts';
import type { WriteHooks } from '../../providers/writer.ts';
import type { Idea } from '../types.ts';
import { cleanScene } from './clean-scene.ts';
import type { ChatMessage, LanguageModel } from './language-model.ts';
import type { Meter } from './meter.ts';
import { sceneMessages } from './prompts.ts';
import { ThinkingFilter } from './thinking.ts';

export interface Telling {
  readonly model: LanguageModel;
  readonly meter: Meter;
  readonly request: WriteRequest;
  readonly idea: Idea | undefined;
  readonly outline: StoryOutline;
  readonly hooks: WriteHooks;
}

/** Words of one scene. */
export function wordsOfScene({ request, outline }: Pick<Telling, 'request' | 'outline'>): number {
  return Math.max(20, Math.round(request.words / outline.beats.length));
}

/** Every scene, one after the other, each knowing those before it. */
export async function tellScenes(telling: Telling): Promise<string[]> {
  const scenes: string[] = [];
  const words = wordsOfScene(telling);
  for (const index of telling.outline.beats.keys()) {
    const { request, idea, outline } = telling;
    scenes.push(await tellScene(telling, index, sceneMessages(request, idea, outline, scenes, words), index));
  }
  return scenes;
}

/** One scene, heard while it is told. `turn` makes another telling of the same scene another one. */
export async function tellScene(
  { model, meter, request, outline, hooks }: Telling,
  scene: number,
  messages: readonly ChatMessage[],
  turn: number,
): Promise<string> {
  const { title } = outline.beats[scene]!;
  let filter = new ThinkingFilter();
  let heard = '';
  const replace = (text: string): void => {
    hooks.onEvent({ type: 'scene', scene, title, text });
  };
  const reply = await meter.ask(model, {
    messages,
    // A token is three quarters of a word; the rest is room for those who talk more than they are asked to.
    maxTokens: Math.round(wordsOfScene({ request, outline }) * 2.5) + 120,
    temperature: 0.8,
    seed: request.seed * 100 + turn,
    signal: hooks.signal,
    onText: (text) => {
      const piece = filter.push(text);
      if (piece === '') return;
      heard += piece;
      hooks.onEvent({ type: 'text', scene, text: piece });
    },
    onRestart: () => {
      filter = new ThinkingFilter();
      heard = '';
      replace('');
    },
  });
  const text = cleanScene(reply.text, title, reply.finish === 'length') || reply.text.trim();
  if (text !== heard) replace(text);
  return text;
}
