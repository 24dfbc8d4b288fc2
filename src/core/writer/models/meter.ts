import type { WrittenStory } from '../../../shared/writing.ts';
import { withoutThinking } from './thinking.ts';
import type { Completion, LanguageModel, Reply } from './language-model.ts';

/** Asks models, and counts what that takes: tokens, calls, and what they cost. */
export class Meter {
  #prompt = 0;
  #completion = 0;
  #calls = 0;
  #isEstimate = false;
  readonly #costs = new Map<string, number>();
  #isFree = false;

  async ask(model: LanguageModel, completion: Completion): Promise<Reply> {
    const reply = await model.complete(completion);
    const { promptTokens, completionTokens, isEstimate } = reply.usage;
    this.#prompt += promptTokens;
    this.#completion += completionTokens;
    this.#calls += 1;
    this.#isEstimate ||= isEstimate;
    if (model.price) {
      const { input, output, currency } = model.price;
      const cost = (promptTokens * input + completionTokens * output) / 1e6;
      this.#costs.set(currency, (this.#costs.get(currency) ?? 0) + cost);
    } else if (model.id.startsWith('server:')) this.#isFree = true;
    return { ...reply, text: withoutThinking(reply.text) };
  }

  /** Undefined when no model was asked. A cost is given only where it is that of all that was asked. */
  usage(): WrittenStory['usage'] {
    if (this.#calls === 0) return undefined;
    const [cost] = this.#costs;
    const isWhole = this.#costs.size === 1 && !this.#isFree;
    return {
      promptTokens: Math.round(this.#prompt),
      completionTokens: Math.round(this.#completion),
      calls: this.#calls,
      ...(cost && isWhole ? { currency: cost[0], cost: cost[1] } : {}),
      ...(this.#isEstimate ? { isEstimate: true } : {}),
    };
  }
}
