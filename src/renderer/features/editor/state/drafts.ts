import type { StoreApi } from 'zustand/vanilla';
import { mergeWords } from './merge-words.ts';

/** How long after the last key a draft is sent, milliseconds. */
const REST = 400;

interface Draft {
  text: string;
  /** What was sent last; the studio's own words before anything was. */
  sent: string;
  /** What the studio answered last. It may differ from `sent` where the studio tidies words. */
  known: string;
  /** The studio has taken what was sent last, or nothing was. */
  isAnswered: boolean;
  /** The field was left: the draft ends with the answer. */
  isLeft: boolean;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

export interface DraftsHooks {
  /** Sends words; called at most once per rest. */
  send(sceneId: string, text: string): void;
  /** False for words that the studio could not take; they wait until they are other ones. */
  isSendable(text: string): boolean;
  /** Nothing has to be sent just now: it was sent already, or has to wait. */
  onNothingSent(): void;
}

interface DraftsState {
  readonly drafts: Readonly<Record<string, string>>;
}

/**
 * Words while they are being typed. They are the author's until the field is left: an answer that comes late, or that has
 * tidied them, never takes a letter away. What another hand writes meanwhile (undo, another window) is taken in; where
 * nothing was typed since, it takes the draft's place.
 */
export class Drafts {
  readonly #store: Pick<StoreApi<DraftsState>, 'setState' | 'getState'>;
  readonly #hooks: DraftsHooks;
  readonly #drafts = new Map<string, Draft>();

  constructor(store: Pick<StoreApi<DraftsState>, 'setState' | 'getState'>, hooks: DraftsHooks) {
    this.#store = store;
    this.#hooks = hooks;
  }

  /** `known` is the document's own text of the scene, for a draft that begins. */
  type(sceneId: string, text: string, known: string): void {
    const draft = this.#drafts.get(sceneId) ?? { text: known, sent: known, known, isAnswered: true, isLeft: false };
    clearTimeout(draft.timer);
    draft.text = text;
    draft.isLeft = false;
    draft.timer = setTimeout(() => this.#send(sceneId), REST);
    this.#drafts.set(sceneId, draft);
    this.#publish();
  }

  /** Sends what was typed and not sent; of one scene, or of all. */
  flush(sceneId?: string): void {
    for (const id of sceneId === undefined ? [...this.#drafts.keys()] : [sceneId]) this.#send(id);
  }

  /** The field was left: what is sent is sent, and from its answer on the document's own words are shown. */
  leave(sceneId: string): void {
    this.#send(sceneId);
    const draft = this.#drafts.get(sceneId);
    if (!draft) return;
    draft.isLeft = true;
    if (draft.isAnswered && draft.text === draft.sent) this.#drop(sceneId);
  }

  /** The studio's words of a scene now. `isAnswer`: to words that were sent from here. `isGone`: there is no such scene. */
  heard(sceneId: string, text: string | undefined, isAnswer: boolean): void {
    const draft = this.#drafts.get(sceneId);
    if (!draft) return;
    if (text === undefined) {
      this.#drop(sceneId);
      return;
    }
    const isOthers = !isAnswer && text !== draft.known;
    const isTyping = draft.text !== draft.sent;
    if (isOthers && isTyping) {
      draft.text = mergeWords(draft.known, draft.text, text);
      this.#publish();
    }
    draft.known = text;
    if (isTyping) return;
    if (isAnswer) draft.isAnswered = true;
    if (isOthers || (isAnswer && draft.isLeft)) this.#drop(sceneId);
  }

  /** True while the scene's words wait because the studio could not take them. */
  isHeldBack(sceneId: string): boolean {
    const draft = this.#drafts.get(sceneId);
    return draft !== undefined && draft.text !== draft.sent && !this.#hooks.isSendable(draft.text);
  }

  /** Back to the words that the studio has. */
  discard(sceneId: string): void {
    this.#drop(sceneId);
  }

  /** Words that were typed and are not sent: what a page that goes away has to keep. */
  get unsent(): Readonly<Record<string, { readonly text: string; readonly known: string }>> {
    const entries = [...this.#drafts].filter(([, draft]) => draft.text !== draft.sent || !draft.isAnswered);
    return Object.fromEntries(entries.map(([id, { text, known }]) => [id, { text, known }]));
  }

  #send(sceneId: string): void {
    const draft = this.#drafts.get(sceneId);
    if (!draft) return;
    clearTimeout(draft.timer);
    if (draft.text === draft.sent || !this.#hooks.isSendable(draft.text)) {
      this.#hooks.onNothingSent();
      return;
    }
    draft.sent = draft.text;
    draft.isAnswered = false;
    this.#hooks.send(sceneId, draft.text);
  }

  #drop(sceneId: string): void {
    clearTimeout(this.#drafts.get(sceneId)?.timer);
    this.#drafts.delete(sceneId);
    this.#publish();
  }

  #publish(): void {
    this.#store.setState({ drafts: Object.fromEntries([...this.#drafts].map(([id, { text }]) => [id, text])) });
  }
}
