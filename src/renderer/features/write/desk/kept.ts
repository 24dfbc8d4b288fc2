/** The desk in this browser's storage: each story under a key of its own, so that two windows do not undo each other. */
import { deskStorySchema, EMPTY_FORM, formSchema, type DeskStory, type IdeaForm } from './types.ts';

const FORM = 'storyloom-idea';
const STORY = 'storyloom-written-';

/** False where the browser keeps nothing: its storage is full or forbidden. */
export function keepForm(form: IdeaForm): boolean {
  return put(FORM, form);
}

export function keepStory(story: DeskStory): boolean {
  return put(`${STORY}${story.id}`, story);
}

export function forgetStory(id: string): void {
  localStorage.removeItem(`${STORY}${id}`);
}

export function keptForm(): IdeaForm {
  return formSchema.safeParse(read(FORM)).data ?? EMPTY_FORM;
}

/** The oldest first. One that is being written belongs to a page that has gone, or to another window. */
export function keptStories(): DeskStory[] {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return names
    .filter((name) => name.startsWith(STORY))
    .flatMap((name) => asStory(read(name)))
    .sort((a, b) => a.startedAt - b.startedAt);
}

/** What became of a story in another window, by the key that changed; undefined when it was none. */
export function readNews(key: string | null, value: string | null): DeskNews | undefined {
  if (!key?.startsWith(STORY)) return undefined;
  const [story] = value === null ? [] : asStory(parse(value));
  return { id: key.slice(STORY.length), story };
}

export interface DeskNews {
  readonly id: string;
  /** Absent when it was thrown away. */
  readonly story: DeskStory | undefined;
}

function asStory(value: unknown): DeskStory[] {
  const { data } = deskStorySchema.safeParse(value);
  return data ? [data] : [];
}

function read(name: string): unknown {
  try {
    return parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function put(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
