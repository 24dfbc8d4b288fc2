import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { replaceInText, type TextQuery } from '../../../../shared/find-text.ts';
import { useEditor, useParts } from '../state/context.tsx';
import { textOf } from '../state/store.ts';
import { NO_MARKS } from '../state/ui-store.ts';
import { firstFrom, matchesIn } from './matches.ts';

/** A search through the words of all scenes: where they stand, which one is current, and what replaces them. */
export function useFind() {
  const { session, ui } = useParts();
  const [query, setQuery] = useState<TextQuery>({ find: '', matchCase: false, wholeWords: false });
  const [wanted, setWanted] = useState(-1);
  const scenes = useEditor((state) => state.document.scenes);
  const drafts = useEditor((state) => state.drafts);
  const shown = useEditor((state) => state.shown);
  const texts = useMemo(() => scenes.map(({ id, text }) => ({ id, text: drafts[id] ?? text })), [scenes, drafts]);
  // Typing in a long film is not held up by the search in it.
  const searched = useDeferredValue(texts);
  const matches = useMemo(() => matchesIn(searched, query), [searched, query]);
  const current = Math.min(wanted, matches.length - 1);

  useEffect(() => {
    const here = matches.filter((match) => match.sceneId === shown);
    const match = matches[current];
    ui.setState({ marks: { sceneId: shown, places: here, current: match ? here.indexOf(match) : -1 } });
  }, [ui, matches, current, shown]);

  useEffect(
    () => () => {
      ui.setState({ marks: NO_MARKS });
    },
    [ui],
  );

  const goTo = (index: number): void => {
    const match = matches[index];
    setWanted(index);
    if (match && match.sceneId !== session.state.shown) session.show(match.sceneId);
  };

  return {
    query,
    matches,
    current,
    scenes: new Set(matches.map((match) => match.sceneId)).size,
    ask(next: TextQuery) {
      setQuery(next);
      const found = matchesIn(texts, next);
      setWanted(firstFrom(found, texts, session.state.shown));
    },
    step(by: 1 | -1) {
      if (matches.length === 0) return;
      const from = current < 0 ? firstFrom(matches, texts, shown) - by : current;
      goTo((from + by + matches.length) % matches.length);
    },
    replaceCurrent(replacement: string) {
      const match = matches[current];
      if (!match) return;
      session.flush();
      const text = textOf(session.state, match.sceneId);
      const next =
        text.slice(0, match.start) +
        replaceInText(text.slice(match.start, match.end), { ...query, wholeWords: false }, replacement) +
        text.slice(match.end);
      void session.edit({ type: 'set-scene', sceneId: match.sceneId, set: { text: next } });
      const following = matches[current + 1];
      if (following && following.sceneId !== session.state.shown) session.show(following.sceneId);
    },
    /** One edit, one step of undo. */
    async replaceAll(replacement: string): Promise<number | undefined> {
      session.flush();
      const count = matches.length;
      const answer = await session.edit({ type: 'replace-text', ...query, replacement });
      return answer ? count : undefined;
    },
    /** Where the cursor goes when the search is closed. */
    leave() {
      const match = matches[current];
      ui.setState({
        find: undefined,
        ...(match && match.sceneId === session.state.shown
          ? { cursor: { sceneId: match.sceneId, start: match.start, end: match.end } }
          : {}),
      });
    },
  };
}
