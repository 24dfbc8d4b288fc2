import { create } from 'zustand';
import { forgetStory, keepForm, keepStory, keptForm, keptStories, readNews } from './kept.ts';
import type { DeskScene, DeskStory, IdeaForm } from './types.ts';

interface Desk {
  readonly form: IdeaForm;
  /** The oldest first. */
  readonly stories: readonly DeskStory[];
  /** False once this browser would keep no more: what is written stays until the page goes. */
  readonly isKept: boolean;
  /** Why nothing can be written of the idea, and what to do; until another key is pressed. */
  readonly refusal: string | undefined;
}

/** One for the page: what is being written goes on while other screens are shown. */
export const useDesk = create<Desk>(() => ({
  form: keptForm(),
  stories: keptStories().map((story) => (story.state === 'writing' ? { ...story, state: 'broken-off' } : story)),
  isKept: true,
  refusal: undefined,
}));

// What another window does to a story, for as long as the page is there.
window.addEventListener('storage', ({ key, newValue }) => {
  const news = readNews(key, newValue);
  if (!news) return;
  const { id, story } = news;
  useDesk.setState(({ stories }) => ({
    stories: story ? put(stories, story) : stories.filter((one) => one.id !== id),
  }));
});

export function setForm(change: Partial<IdeaForm>): void {
  const form = { ...useDesk.getState().form, ...change };
  useDesk.setState({ form, isKept: keepForm(form), refusal: undefined });
}

export function refuseIdea(refusal: string): void {
  useDesk.setState({ refusal });
}

/** Puts it on the desk, or in the place of what it was before. */
export function putStory(story: DeskStory): void {
  const isKept = keepStory(story);
  useDesk.setState(({ stories }) => ({ stories: put(stories, story), isKept }));
}

export function changeStory(id: string, change: (story: DeskStory) => DeskStory): void {
  const story = storyOf(id);
  if (story) putStory(change(story));
}

/** The author's own change to a scene. */
export function changeScene(id: string, place: number, change: Partial<DeskScene>): void {
  changeStory(id, (story) => ({
    ...story,
    isEdited: true,
    scenes: story.scenes.map((scene, each) => (each === place ? { ...scene, ...change } : scene)),
  }));
}

export function storyOf(id: string): DeskStory | undefined {
  return useDesk.getState().stories.find((story) => story.id === id);
}

/** `putStory` takes it back. */
export function throwAway(id: string): void {
  forgetStory(id);
  useDesk.setState(({ stories }) => ({ stories: stories.filter((story) => story.id !== id) }));
}

function put(stories: readonly DeskStory[], story: DeskStory): DeskStory[] {
  const others = stories.filter(({ id }) => id !== story.id);
  return [...others, story].sort((a, b) => a.startedAt - b.startedAt);
}
