import type { ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../../../shared/contract.ts';
import { LONGEST_SCENE } from '../../../../shared/limits.ts';
import type { Edit, ProjectDocument } from '../../../../shared/project.ts';
import type { Failure, ProjectView, SceneState, StudioEvent } from '../../../../shared/views.ts';
import { Drafts } from './drafts.ts';
import { keepHold, type Hold } from './hold.ts';
import { foretell } from './foretell.ts';
import { keepWords, takeKeptWords } from './kept-words.ts';
import { Outbox, type Change } from './outbox.ts';
import { heardOf, withNews, withoutScene, withStep } from './paintings.ts';
import {
  createEditorStore,
  indexed,
  sceneOf,
  shareEqual,
  type EditorState,
  type EditorStore,
  type Saving,
} from './store.ts';

/** The part of the studio that the editor talks to. */
export type EditorClient = Pick<ContractRouterClient<typeof contract>, 'project' | 'scenes'>;

/** Walking through scenes with an arrow key asks for the one that it rests on. */
const REST_BEFORE_SHOW = 120;
/** New scenes, and many changes at once, ask for the states once. */
const REST_BEFORE_STATES = 150;

/** One project being edited in this page: from opening it to leaving it. */
export class EditorSession {
  readonly projectId: string;
  readonly store: EditorStore;
  readonly #client: EditorClient;
  readonly #outbox: Outbox;
  readonly #drafts: Drafts;
  #newest: number;
  #showTimer: ReturnType<typeof setTimeout> | undefined;
  #statesTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(client: EditorClient, view: ProjectView, states: readonly SceneState[], hold?: Hold) {
    const projectId = view.id;
    this.projectId = projectId;
    this.#client = client;
    this.#newest = view.revision;
    this.store = createEditorStore(view, states, hold);
    this.#outbox = new Outbox(view.revision, {
      send: (change) => {
        if (change.type === 'undo') return client.project.undo({ projectId });
        if (change.type === 'redo') return client.project.redo({ projectId });
        const { edit, burst } = change;
        return client.project.edit({ projectId, edit, ...(burst === undefined ? {} : { burst }) });
      },
      open: () => client.project.open({ projectId }),
      onAnswer: (answer, change) => this.#take(answer, change),
      onRefusal: (error) => this.#refuse(error),
      onMove: (moving, reachable) => this.#moved(moving, reachable),
    });
    this.#drafts = new Drafts(this.store, {
      send: (sceneId, text) => void this.edit({ type: 'set-scene', sceneId, set: { text } }, sceneId),
      isSendable: (text) => text.length <= LONGEST_SCENE,
      onNothingSent: () => {
        if (this.#outbox.isEmpty) this.store.setState({ saving: this.#restState() });
      },
    });
    this.#restoreWords();
    this.#askFor(this.state.shown);
  }

  get state(): EditorState {
    return this.store.getState();
  }

  /** Resolves with the view after it; with nothing when the studio refused (`state.refusal` says why). */
  edit(edit: Edit, burst?: string): Promise<ProjectView | undefined> {
    const answer = this.#outbox.push({ type: 'edit', edit, burst });
    this.#setDocument(foretell(this.state.document, edit));
    return answer;
  }

  /** Words that are being typed go first: undo takes back what the author sees. */
  undo(): void {
    const { shown } = this.state;
    if (this.#drafts.isHeldBack(shown)) {
      this.#drafts.discard(shown);
      if (this.#outbox.isEmpty) this.store.setState({ saving: this.#restState() });
      return;
    }
    this.flush();
    if (this.state.view.undo !== undefined || !this.#outbox.isEmpty) void this.#outbox.push({ type: 'undo' });
  }

  redo(): void {
    this.flush();
    if (this.state.view.redo !== undefined || !this.#outbox.isEmpty) void this.#outbox.push({ type: 'redo' });
  }

  type(sceneId: string, text: string): void {
    this.#drafts.type(sceneId, text, sceneOf(this.state, sceneId)?.text ?? '');
    if (['saved', 'held'].includes(this.state.saving)) this.store.setState({ saving: 'saving' });
  }

  leaveText(sceneId: string): void {
    this.#drafts.leave(sceneId);
  }

  /** Sends whatever was typed. */
  flush(): void {
    this.#drafts.flush();
  }

  /** Puts a scene on the stage; the studio makes it first. `picked`: with others, in the storyboard. */
  show(sceneId: string, picked: ReadonlySet<string> = new Set([sceneId])): void {
    const { shown } = this.state;
    this.store.setState({ shown: sceneId, picked });
    if (shown !== sceneId) this.#askFor(sceneId);
  }

  /** Puts a scene that failed on the stage and makes it again. */
  retry(sceneId: string): void {
    if (this.state.shown !== sceneId) this.store.setState({ shown: sceneId, picked: new Set([sceneId]) });
    this.#make(sceneId);
  }

  /** What is being made of a scene is stopped, and not gone on with until somebody wants it. */
  async stop(sceneId: string): Promise<void> {
    this.store.setState(({ stopped }) => ({ stopped: { ...stopped, [sceneId]: 'asked' } }));
    await this.#client.scenes.stop({ projectId: this.projectId, sceneId }).catch(() => undefined);
    this.store.setState(({ stopped, states }) => ({ stopped: withNews(stopped, states[sceneId]) }));
  }

  /** The storyboard was read through: the shown scene is made, and no other. */
  makeFirst(): void {
    this.#hold('first');
    this.#make(this.state.shown);
  }

  /** Its picture is as it should be: all the others are made, in the background. */
  approve(): void {
    this.#hold(undefined);
    this.#make(this.state.shown);
    void this.#client.scenes.makeAll({ projectId: this.projectId }).catch(() => undefined);
  }

  #hold(hold: Hold | undefined): void {
    keepHold(this.projectId, hold);
    this.store.setState({ hold });
  }

  #make(sceneId: string): void {
    const { hold } = this.state;
    if (hold === 'storyboard') return;
    const { projectId } = this;
    this.store.setState(({ stopped }) => ({ stopped: withoutScene(stopped, sceneId) }));
    void this.#client.scenes.show({ projectId, sceneId, ahead: hold === undefined }).catch(() => undefined);
  }

  announce(announcement: string): void {
    this.store.setState({ announcement });
  }

  /** What the studio tells all its windows. */
  hear(event: StudioEvent): void {
    if (event.type === 'listening') {
      void this.#refresh();
    } else if (event.type === 'scene' && event.projectId === this.projectId) {
      this.store.setState((state) => heardOf(event.scene, state));
    } else if (event.type === 'painting' && event.projectId === this.projectId) {
      this.store.setState(({ paintings }) => ({ paintings: withStep(paintings, event) }));
    } else if (event.type === 'project' && event.projectId === this.projectId) {
      this.#newest = Math.max(this.#newest, event.revision);
      this.#catchUp();
    }
  }

  /** The page is being hidden or left: everything is on its way, and what may not arrive is kept in the browser. */
  pause(): void {
    this.flush();
    this.#outbox.flush();
    keepWords(this.projectId, this.#drafts.unsent);
  }

  /** True while something would be lost if the page vanished now. */
  get hasUnsent(): boolean {
    return !this.#outbox.isEmpty || Object.keys(this.#drafts.unsent).length > 0;
  }

  close(): void {
    this.pause();
    this.#closed = true;
    clearTimeout(this.#showTimer);
    clearTimeout(this.#statesTimer);
    this.#outbox.close();
    void this.#client.scenes.hide({ projectId: this.projectId }).catch(() => undefined);
  }

  #take(answer: ProjectView, change?: Change): void {
    const before = this.state;
    const view = shareEqual(before.view, answer);
    const texts = new Map(view.document.scenes.map((scene) => [scene.id, scene.text]));
    const answered =
      change?.type === 'edit' && change.edit.type === 'set-scene' && change.edit.set.text !== undefined
        ? change.edit.sceneId
        : undefined;
    for (const id of Object.keys(before.drafts)) this.#drafts.heard(id, texts.get(id), id === answered);
    const document = this.#outbox.edits.reduce(foretell, view.document);
    this.store.setState({ ...indexed(view, document), refusal: undefined });
    if (change && change.type !== 'edit') this.#showChanged(before.document, document);
    this.#keepShown(before);
    if (document.scenes.some((scene) => !(scene.id in this.state.states))) this.#askForStates();
  }

  #setDocument(document: ProjectDocument): void {
    const before = this.state;
    if (document === before.document) return;
    this.store.setState(indexed(before.view, document));
    this.#keepShown(before);
  }

  /** After undo and redo the author sees where something changed. */
  #showChanged(before: ProjectDocument, after: ProjectDocument): void {
    const old = new Map(before.scenes.map((scene) => [scene.id, scene]));
    const changed = after.scenes.filter((scene) => old.get(scene.id) !== scene);
    const first = changed[0];
    if (first && !changed.some((scene) => scene.id === this.state.shown)) this.show(first.id);
  }

  /** A shown scene that is gone gives way to the one that took its place. */
  #keepShown(before: EditorState): void {
    const { places, document, shown, picked } = this.state;
    if (!places.has(shown)) {
      const place = Math.min(before.places.get(shown) ?? 0, document.scenes.length - 1);
      this.show(document.scenes[place]!.id);
    } else if ([...picked].some((id) => !places.has(id))) {
      this.store.setState({ picked: new Set([...picked].filter((id) => places.has(id))) });
    }
  }

  #refuse(error: ORPCError<string, unknown>): void {
    const hint = (error.data as { readonly hint?: string } | undefined)?.hint;
    const refusal: Failure = { code: error.code, message: error.message, ...(hint === undefined ? {} : { hint }) };
    this.#setDocument(this.#outbox.edits.reduce(foretell, this.state.view.document));
    this.store.setState({ refusal });
  }

  #moved(moving: boolean, reachable: boolean): void {
    this.store.setState({ saving: !reachable ? 'waiting' : moving ? 'saving' : this.#restState() });
    if (!moving) this.#catchUp();
  }

  #restState(): Saving {
    return Object.keys(this.state.drafts).some((id) => this.#drafts.isHeldBack(id)) ? 'held' : 'saved';
  }

  /** Another window changed the project: its view is fetched once nothing of ours is under way. */
  #catchUp(): void {
    if (this.#closed || !this.#outbox.isEmpty || this.#newest <= this.state.view.revision) return;
    void this.#reopen();
  }

  async #reopen(): Promise<void> {
    const view = await this.#client.project.open({ projectId: this.projectId }).catch(() => undefined);
    if (!view || this.#closed || !this.#outbox.isEmpty || view.revision <= this.state.view.revision) return;
    this.#newest = Math.max(this.#newest, view.revision);
    this.#outbox.heard(view.revision);
    this.#take(view);
  }

  /** The stream of events begins, or begins again: what happened in between was not heard. */
  async #refresh(): Promise<void> {
    this.store.setState({ paintings: {} });
    await this.#reopen();
    await this.#fetchStates();
    this.#make(this.state.shown);
  }

  #askFor(sceneId: string): void {
    clearTimeout(this.#showTimer);
    this.#showTimer = setTimeout(() => this.#make(sceneId), REST_BEFORE_SHOW);
  }

  #askForStates(): void {
    clearTimeout(this.#statesTimer);
    this.#statesTimer = setTimeout(() => void this.#fetchStates(), REST_BEFORE_STATES);
  }

  async #fetchStates(): Promise<void> {
    const states = await this.#client.scenes.states({ projectId: this.projectId }).catch(() => undefined);
    if (states) this.store.setState({ states: Object.fromEntries(states.map((state) => [state.sceneId, state])) });
  }

  /** Words of a page that went away before they arrived; unless somebody has written over their place since. */
  #restoreWords(): void {
    for (const [sceneId, { text, known }] of Object.entries(takeKeptWords(this.projectId))) {
      const scene = sceneOf(this.state, sceneId);
      if (scene && scene.text === known && text !== known) this.type(sceneId, text);
    }
    this.flush();
  }
}
