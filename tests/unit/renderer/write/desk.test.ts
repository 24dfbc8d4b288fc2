import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextSeed, ofSameIdea } from '../../../../src/renderer/features/write/desk/seeds.ts';
import {
  forgetStory,
  keepForm,
  keepStory,
  keptForm,
  keptStories,
} from '../../../../src/renderer/features/write/desk/kept.ts';
import { EMPTY_FORM, type DeskStory } from '../../../../src/renderer/features/write/desk/types.ts';
import { withEvent } from '../../../../src/renderer/features/write/desk/with-event.ts';
import type { WriteEvent } from '../../../../src/shared/writing.ts';

const story = (change: Partial<DeskStory> = {}): DeskStory => ({
  id: 'one',
  request: { ...EMPTY_FORM, idea: 'An owl.', seed: 1 },
  startedAt: 1,
  state: 'writing',
  title: '',
  scenes: [],
  broken: [],
  notices: [],
  isEdited: false,
  ...change,
});
const beat = (title: string) => ({ title, who: ['Owl'], where: 'a tree', what: 'It sits.', why: '', mood: 'calm' });
const OUTLINE = { title: 'The Owl', beats: [beat('Dusk'), beat('Night')] };

describe('a story while it is told', () => {
  const told = (...events: readonly WriteEvent[]): DeskStory => events.reduce(withEvent, story());

  it('would catch sentences put into the wrong scene, or before one another', () => {
    const { title, scenes } = told(
      { type: 'outline', outline: OUTLINE },
      { type: 'text', scene: 0, text: 'It was dusk.' },
      { type: 'text', scene: 1, text: 'Night came.' },
      { type: 'text', scene: 0, text: ' The owl woke.' },
    );
    expect([title, scenes]).toEqual([
      'The Owl',
      [
        { title: 'Dusk', text: 'It was dusk. The owl woke.' },
        { title: 'Night', text: 'Night came.' },
      ],
    ]);
  });

  it('would catch a mended scene that is shown after what it replaces, and a mended outline that takes text away', () => {
    const { scenes } = told(
      { type: 'outline', outline: OUTLINE },
      { type: 'text', scene: 0, text: 'It was dawn.' },
      { type: 'scene', scene: 0, title: 'Dusk', text: 'It was dusk.' },
      { type: 'outline', outline: { ...OUTLINE, beats: [beat('Evening'), beat('Night')] } },
    );
    expect(scenes).toEqual([
      { title: 'Evening', text: 'It was dusk.' },
      { title: 'Night', text: '' },
    ]);
  });

  it('would catch a writer that tells more scenes than it laid out, whose text would be lost', () => {
    const { scenes } = told({ type: 'text', scene: 1, text: 'Night.' });
    expect(scenes).toEqual([
      { title: '', text: '' },
      { title: '', text: 'Night.' },
    ]);
  });
});

describe('another story', () => {
  const of = (seed: number, change = {}) =>
    story({ id: String(seed), request: { ...EMPTY_FORM, idea: 'An owl.', ...change, seed } });

  it('would catch the same story twice, and a number that is skipped because another request had it', () => {
    const stories = [of(1), of(2), of(3, { bedtime: true })];
    expect(nextSeed(stories, { ...EMPTY_FORM, idea: ' An owl. ' })).toBe(3);
    expect(nextSeed(stories, { ...EMPTY_FORM, idea: 'An owl.', bedtime: true })).toBe(1);
  });

  it('would catch a longer telling that is not found beside the first one', () => {
    const stories = [of(1), of(1, { words: 800 }), story({ request: { ...EMPTY_FORM, idea: 'A fox.', seed: 1 } })];
    expect(ofSameIdea(stories, stories[0]!)).toHaveLength(2);
  });
});

describe('what is kept in the browser', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      get length() {
        return kept.size;
      },
      key: (place: number) => [...kept.keys()][place] ?? null,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => {
        if (value.length > 100_000) throw new DOMException('full', 'QuotaExceededError');
        kept.set(name, value);
      },
      removeItem: (name: string) => kept.delete(name),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('would catch an idea or a story that is not there again as it was, and one that comes back from the bin', () => {
    const form = { ...EMPTY_FORM, idea: 'Zoë & “Mo” 🦉', words: 400 };
    const later = story({ id: 'two', startedAt: 2, state: 'done', isEdited: true, projectId: 'p' });
    keepForm(form);
    keepStory(later);
    keepStory(story());
    expect([keptForm(), keptStories()]).toEqual([form, [story(), later]]);
    forgetStory('one');
    expect(keptStories()).toEqual([later]);
  });

  it('would catch a screen that cannot be opened any more because something else lies in the storage', () => {
    kept.set('storyloom-idea', '{"idea": 3');
    kept.set('storyloom-written-x', '{}');
    keepStory(story());
    expect([keptForm(), keptStories()]).toEqual([EMPTY_FORM, [story()]]);
  });

  it('would catch a full storage that is taken for a kept story', () => {
    expect(keepStory(story())).toBe(true);
    expect(keepStory(story({ title: 'long'.repeat(30_000) }))).toBe(false);
  });
});
