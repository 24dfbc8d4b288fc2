import { ORPCError } from '@orpc/client';
import type { Edit } from '../../../../shared/project.ts';
import type { ProjectView } from '../../../../shared/views.ts';

/** What can be sent. Undo and redo wait in the same line as edits: they mean what was done before them. */
export type Change =
  | { readonly type: 'edit'; readonly edit: Edit; readonly burst?: string | undefined }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

export interface OutboxHooks {
  send(change: Change): Promise<ProjectView>;
  open(): Promise<ProjectView>;
  /** In the order of sending. The change is no longer pending when this is called. */
  onAnswer(view: ProjectView, change: Change): void;
  /** The studio would not do it: it is dropped. */
  onRefusal(error: ORPCError<string, unknown>, change: Change): void;
  /** Whether anything is under way, and whether the studio can be reached. */
  onMove(moving: boolean, reachable: boolean): void;
}

interface Waiting {
  change: Change;
  answer?: Promise<ProjectView>;
  readonly settled: Promise<ProjectView | undefined>;
  readonly settle: (view: ProjectView | undefined) => void;
}

const PATIENCE = [500, 1000, 2000, 5000] as const;

/** Doing it twice is doing it once, so it may be sent again after a connection broke. */
const REPEATABLE: ReadonlySet<Edit['type']> = new Set([
  'set-project',
  'set-scene',
  'set-all-scenes',
  'set-pronunciation',
  'set-character-voice',
  'move-scenes',
  'choose-take',
  'fit-own-picture',
  'set-recording',
  'remove-recording',
]);

/** The changes on their way to the studio: one after the other, none lost when the connection is. */
export class Outbox {
  readonly #hooks: OutboxHooks;
  readonly #line: Waiting[] = [];
  #revision: number;
  #running = false;
  #closed = false;

  constructor(revision: number, hooks: OutboxHooks) {
    this.#revision = revision;
    this.#hooks = hooks;
  }

  /** Edits that are not answered yet, the oldest first. */
  get edits(): readonly Edit[] {
    return this.#line.flatMap(({ change }) => (change.type === 'edit' ? [change.edit] : []));
  }

  get isEmpty(): boolean {
    return this.#line.length === 0;
  }

  /** Resolves with the studio's view after the change; with nothing when the studio refused it. */
  push(change: Change): Promise<ProjectView | undefined> {
    const last = this.#line.at(-1);
    if (last && !last.answer && isLaterWordOf(last.change, change)) {
      last.change = change;
      return last.settled;
    }
    let settle: Waiting['settle'] = () => undefined;
    const settled = new Promise<ProjectView | undefined>((resolve) => (settle = resolve));
    this.#line.push({ change, settled, settle });
    void this.#run();
    return settled;
  }

  /** Sends all that waits without waiting for answers: the page is going away. */
  flush(): void {
    for (const waiting of this.#line) this.#start(waiting);
  }

  /** A view that came by another way than an answer. */
  heard(revision: number): void {
    this.#revision = Math.max(this.#revision, revision);
  }

  close(): void {
    this.#closed = true;
    this.flush();
  }

  #start(waiting: Waiting): Promise<ProjectView> {
    waiting.answer ??= this.#hooks.send(waiting.change);
    // It is awaited in its turn; until then a failure is nobody's surprise.
    waiting.answer.catch(() => undefined);
    return waiting.answer;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#hooks.onMove(true, true);
    for (let waiting = this.#line[0]; waiting; waiting = this.#line[0]) await this.#deliver(waiting);
    this.#running = false;
    this.#hooks.onMove(false, true);
  }

  async #deliver(waiting: Waiting): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        const view = await this.#start(waiting);
        this.#done(waiting, view);
        return;
      } catch (error) {
        if (error instanceof ORPCError) {
          this.#line.shift();
          this.#hooks.onRefusal(error, waiting.change);
          waiting.settle(undefined);
          return;
        }
        delete waiting.answer;
        if (this.#closed) {
          this.#line.length = 0;
          return;
        }
        this.#hooks.onMove(true, false);
        await new Promise((resolve) => setTimeout(resolve, PATIENCE[Math.min(attempt, PATIENCE.length - 1)]));
        const view = await this.#hooks.open().catch(() => undefined);
        if (view) this.#hooks.onMove(true, true);
        if (view && view.revision > this.#revision && !isRepeatable(waiting.change)) {
          this.#done(waiting, view);
          return;
        }
      }
    }
  }

  #done(waiting: Waiting, view: ProjectView): void {
    this.#line.shift();
    this.heard(view.revision);
    this.#hooks.onAnswer(view, waiting.change);
    waiting.settle(view);
  }
}

function isRepeatable(change: Change): boolean {
  return change.type === 'edit' && REPEATABLE.has(change.edit.type);
}

/** The same words of the same burst, typed on: the earlier ones need not be sent. */
function isLaterWordOf(earlier: Change, later: Change): boolean {
  if (earlier.type !== 'edit' || later.type !== 'edit') return false;
  if (earlier.burst === undefined || earlier.burst !== later.burst) return false;
  if (earlier.edit.type !== 'set-scene' || later.edit.type !== 'set-scene') return false;
  const keys = Object.keys(later.edit.set);
  return earlier.edit.sceneId === later.edit.sceneId && Object.keys(earlier.edit.set).join() === keys.join();
}
