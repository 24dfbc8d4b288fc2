import type { EditorParts } from '../state/context.tsx';
import { neighbour } from '../state/store.ts';

/** Where in the page a key was pressed, as far as it matters for what the key means. */
export type KeyPlace = 'page' | 'card' | 'control' | 'text' | 'overlay';

/** What a key does: its name in the shortcuts dialog, the key in words, where it works. */
export interface Shortcut {
  readonly name: ShortcutName;
  /** As ui/keys.ts writes it. */
  readonly keys: string;
  readonly places: readonly KeyPlace[];
  matches(event: KeyboardEvent): boolean;
  run(parts: EditorParts): void;
}

export type ShortcutName =
  'undo' | 'redo' | 'find' | 'replace' | 'play' | 'playAll' | 'previous' | 'next' | 'captions' | 'grid' | 'shortcuts';

const EVERYWHERE = ['page', 'card', 'control', 'text', 'overlay'] as const;
const IN_EDITOR = ['page', 'card', 'control', 'text'] as const;
const NOT_TYPING = ['page', 'card', 'control'] as const;

const isCommand = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && !event.altKey;
const isPlain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;
const letter = (event: KeyboardEvent, key: string): boolean => event.key.toLowerCase() === key;

/** The editor's keys, in the order in which they are shown. Those of the storyboard's cards are the list's own. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    name: 'play',
    keys: 'Space',
    places: ['page', 'card'],
    matches: (event) => isPlain(event) && !event.shiftKey && event.key === ' ',
    run: ({ player }) => {
      player.toggle();
    },
  },
  {
    name: 'playAll',
    keys: 'Shift+Space',
    places: ['page', 'card'],
    matches: (event) => isPlain(event) && event.shiftKey && event.key === ' ',
    run: ({ player, session }) => {
      player.playAll(session.state.shown);
    },
  },
  {
    name: 'previous',
    keys: '←',
    places: ['page'],
    matches: (event) => isPlain(event) && event.key === 'ArrowLeft',
    run: ({ session }) => {
      const scene = neighbour(session.state, session.state.shown, -1);
      if (scene !== undefined) session.show(scene);
    },
  },
  {
    name: 'next',
    keys: '→',
    places: ['page'],
    matches: (event) => isPlain(event) && event.key === 'ArrowRight',
    run: ({ session }) => {
      const scene = neighbour(session.state, session.state.shown, 1);
      if (scene !== undefined) session.show(scene);
    },
  },
  {
    name: 'captions',
    keys: 'C',
    places: NOT_TYPING,
    matches: (event) => isPlain(event) && letter(event, 'c'),
    run: ({ ui, session }) => {
      if (session.state.document.captions !== 'none') ui.setState({ dialog: 'look' });
      else ui.setState(({ captions }) => ({ captions: !captions }));
    },
  },
  {
    name: 'grid',
    keys: 'G',
    places: NOT_TYPING,
    matches: (event) => isPlain(event) && letter(event, 'g'),
    run: ({ ui }) => {
      ui.setState(({ view }) => ({ view: view === 'grid' ? 'strip' : 'grid' }));
    },
  },
  {
    name: 'undo',
    keys: 'Ctrl+Z',
    places: EVERYWHERE,
    matches: (event) => isCommand(event) && !event.shiftKey && letter(event, 'z'),
    run: ({ session }) => {
      session.undo();
    },
  },
  {
    name: 'redo',
    keys: 'Ctrl+Shift+Z',
    places: EVERYWHERE,
    matches: (event) => isCommand(event) && ((event.shiftKey && letter(event, 'z')) || letter(event, 'y')),
    run: ({ session }) => {
      session.redo();
    },
  },
  {
    name: 'find',
    keys: 'Ctrl+F',
    places: IN_EDITOR,
    matches: (event) => isCommand(event) && !event.shiftKey && letter(event, 'f'),
    run: ({ ui }) => {
      ui.setState(({ find }) => ({ find: find ?? 'find' }));
    },
  },
  {
    name: 'replace',
    keys: 'Ctrl+H',
    places: IN_EDITOR,
    matches: (event) => isCommand(event) && !event.shiftKey && letter(event, 'h'),
    run: ({ ui }) => {
      ui.setState({ find: 'replace' });
    },
  },
  {
    name: 'shortcuts',
    keys: '?',
    places: NOT_TYPING,
    matches: (event) => isPlain(event) && event.key === '?',
    run: ({ ui }) => {
      ui.setState({ dialog: 'shortcuts' });
    },
  },
];
