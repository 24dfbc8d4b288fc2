import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Drafts } from '../../../../src/renderer/features/editor/state/drafts.ts';

function open() {
  const sent: string[] = [];
  const store = createStore<{ readonly drafts: Readonly<Record<string, string>> }>(() => ({ drafts: {} }));
  const drafts = new Drafts(store, {
    send: (_id, text) => sent.push(text),
    isSendable: (text) => text.length < 100,
    onNothingSent: () => undefined,
  });
  return { drafts, sent, shown: () => store.getState().drafts['one'] };
}

describe('words while they are typed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('would catch a request for every key, and words that are never sent', () => {
    const { drafts, sent } = open();
    drafts.type('one', 'a', '');
    vi.advanceTimersByTime(300);
    drafts.type('one', 'ab', '');
    vi.advanceTimersByTime(399);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(['ab']);
  });

  it('would catch an answer that comes late and takes away what was typed since', () => {
    const { drafts, shown } = open();
    drafts.type('one', 'The fox', '');
    drafts.flush('one');
    drafts.type('one', 'The fox ran', '');
    drafts.heard('one', 'The fox', true);
    expect(shown()).toBe('The fox ran');
  });

  it('would catch a tidied answer that takes the space away under the cursor', () => {
    const { drafts, shown } = open();
    drafts.type('one', 'The ', '');
    drafts.flush('one');
    drafts.heard('one', 'The', true);
    expect(shown()).toBe('The ');
    drafts.leave('one');
    expect(shown()).toBeUndefined();
  });

  it('would catch another window that writes over words being typed, or is not seen when nothing is', () => {
    const { drafts, sent, shown } = open();
    drafts.type('one', 'The old fox ran', 'The fox ran');
    drafts.heard('one', 'The fox ran away', false);
    expect(shown()).toBe('The old fox ran away');
    drafts.flush('one');
    expect(sent).toEqual(['The old fox ran away']);
    drafts.heard('one', 'The old fox ran away', true);
    drafts.heard('one', 'Theirs', false);
    expect(shown()).toBeUndefined();
  });

  it('would catch words sent that the studio must refuse, and words that are then forgotten', () => {
    const { drafts, sent, shown } = open();
    drafts.type('one', 'x'.repeat(100), 'old');
    drafts.flush('one');
    drafts.leave('one');
    expect(sent).toEqual([]);
    expect(drafts.isHeldBack('one')).toBe(true);
    expect(Object.keys(drafts.unsent)).toEqual(['one']);
    drafts.discard('one');
    expect(shown()).toBeUndefined();
  });

  it('would catch undo that has no effect on a field that was typed in', () => {
    const { drafts, shown } = open();
    drafts.type('one', 'new', 'old');
    drafts.flush('one');
    drafts.heard('one', 'new', true);
    expect(shown()).toBe('new');
    drafts.heard('one', 'old', false);
    expect(shown()).toBeUndefined();
  });

  it('would catch words that a page which goes away forgets', () => {
    const { drafts } = open();
    drafts.type('one', 'typed', 'old');
    expect(drafts.unsent).toEqual({ one: { text: 'typed', known: 'old' } });
    drafts.flush();
    expect(Object.keys(drafts.unsent)).toEqual(['one']);
    drafts.heard('one', 'typed', true);
    expect(drafts.unsent).toEqual({});
  });

  it('would catch a field that goes back to old words between leaving it and the answer', () => {
    const { drafts, shown } = open();
    drafts.type('one', 'typed', 'old');
    drafts.leave('one');
    expect(shown()).toBe('typed');
    drafts.heard('one', 'typed', true);
    expect(shown()).toBeUndefined();
  });
});
