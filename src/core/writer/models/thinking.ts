/** Some models think aloud before they answer, within <think> tags (DeepSeek, Qwen): nobody is to read or hear that. */

const OPEN = '<think>';
const CLOSE = '</think>';

/** Lets through what follows the thinking, as it comes. */
export class ThinkingFilter {
  #held = '';
  #state: 'before' | 'thinking' | 'after' = 'before';

  push(text: string): string {
    if (this.#state === 'after') return text;
    this.#held += text;
    if (this.#state === 'before') {
      const start = this.#held.trimStart();
      if (start.length < OPEN.length && OPEN.startsWith(start)) return '';
      if (!start.startsWith(OPEN)) return this.#pass(this.#held);
      this.#state = 'thinking';
    }
    const end = this.#held.indexOf(CLOSE);
    return end < 0 ? '' : this.#pass(this.#held.slice(end + CLOSE.length).trimStart());
  }

  #pass(text: string): string {
    this.#state = 'after';
    this.#held = '';
    return text;
  }
}

/** The same of a whole answer. */
export function withoutThinking(answer: string): string {
  const start = answer.trimStart();
  if (!start.startsWith(OPEN)) return answer;
  const end = start.indexOf(CLOSE);
  return end < 0 ? '' : start.slice(end + CLOSE.length).trimStart();
}
