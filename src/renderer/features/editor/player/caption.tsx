import { memo, useMemo } from 'react';
import { useEditor, usePlayer, useUi } from '../state/context.tsx';
import { captionLines, lineAt, wordAt } from './captions.ts';

const NO_WORDS: readonly never[] = [];

/** The words over the picture while they are said, the one just being said marked; not over words that the film has itself. */
export const Caption = memo(function Caption() {
  const isWanted = useUi((ui) => ui.captions);
  const isBurnedIn = useEditor((state) => state.document.captions !== 'none');
  const isOn = isWanted && !isBurnedIn;
  const words = useEditor((state) => state.states[state.shown]?.words) ?? NO_WORDS;
  const lines = useMemo(() => captionLines(words), [words]);
  const isThere = usePlayer((state) => state.front !== undefined && (state.isPlaying || state.time > 0));
  // Places rather than seconds: it is drawn again once a word, not fifteen times a second.
  const line = usePlayer((state) => (isThere && isOn ? lineAt(words, lines, state.time) : undefined));
  const current = usePlayer((state) => (line ? wordAt(words, state.time) : -1));
  if (!line) return null;
  return (
    <p className="caption" aria-hidden>
      <span className="caption-text">
        {words.slice(line.from, line.to).map((word, index) => (
          <span key={line.from + index} className={line.from + index === current ? 'caption-word-now' : undefined}>
            {word.text}{' '}
          </span>
        ))}
      </span>
    </p>
  );
});
