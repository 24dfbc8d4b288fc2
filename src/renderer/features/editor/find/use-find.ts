import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { findInText, type TextQuery } from '../../../../shared/find-text.ts';
import { useEditor, useParts } from '../state/context.tsx';
import { textOf } from '../state/store.ts';
import { NO_MARKS } from '../state/ui-store.ts';
import { firstFrom, matchesIn } from './matches.ts';

/** A search through the words of all scenes: where they stand, which one is current, and what replaces them. */
export function useFind() {
  const { session, ui } = useParts();
  const [query, setQuery] = useState<TextQuery>({ find: '', matchCase: false, wholeWords: false });
  /** Which match is current: by its place, or the first from the scene on that the question was asked in. */
  const [wanted, setWanted] = useState<{ readonly index: number } | { readonly from: string }>({ index: -1 });
  const scenes = useEditor((state) => state.document.scenes);
  const drafts = useEditor((state) => state.drafts);
  const shown = useEditor((state) => state.shown);
  const texts = useMemo(() => scenes.map(({ id, text }) => ({ id, text: drafts[id] ?? text })), [scenes, drafts]);
  // Typing, here and in the story, is not held up by the search through a long film.
  const searched = useDeferredValue(texts);
  const asked = useDeferredValue(query);
  const matches = useMemo(() => matchesIn(searched, asked), [searched, asked]);
  const current =
    'from' in wanted ? firstFrom(matches, searched, wanted.from) : Math.min(wanted.index, matches.length - 1);
  const sceneCount = useMemo(() => new Set(matches.map((match) => match.sceneId)).size, [matches]);

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
    setWanted({ index });
    if (match && match.sceneId !== session.state.shown) session.show(match.sceneId);
  };

  return {
    query,
    matches,
    current,
    scenes: sceneCount,
    ask(next: TextQuery) {
      setQuery(next);
      setWanted({ from: session.state.shown });
    },
    step(by: 1 | -1) {
      if (matches.length === 0) return;
      // The first step shows the match that was found, which may be in another scene.
      const isThere = matches[current]?.sceneId === session.state.shown;
      goTo(isThere ? (current + by + matches.length) % matches.length : current);
    },
    replaceCurrent(replacement: string) {
      const match = matches[current];
      if (!match) return;
      session.flush();
      const text = textOf(session.state, match.sceneId);
      const next = text.slice(0, match.start) + replacement + text.slice(match.end);
      void session.edit({ type: 'set-scene', sceneId: match.sceneId, set: { text: next } });
      // On to the next one, past those that the replacement itself brings.
      setWanted({ index: current + findInText(replacement, asked).length });
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
