import { memo, useMemo } from 'react';
import { useEditor, usePlayer, useUi } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { cueAt, pageCues, wordAt } from './captions.ts';

const NO_WORDS: readonly never[] = [];

/** The words over the picture while they are said, the one just being said marked; not over words that the film has itself. */
export const Caption = memo(function Caption() {
  const isWanted = useUi((ui) => ui.captions);
  const isBurnedIn = useEditor((state) => state.document.captions !== 'none');
  const isOn = isWanted && !isBurnedIn;
  const words = useEditor((state) => state.states[state.shown]?.words) ?? NO_WORDS;
  const scene = useEditor((state) => sceneOf(state, state.shown));
  const cues = useMemo(() => (scene && isOn ? pageCues(scene, words) : []), [scene, words, isOn]);
  const isThere = usePlayer((state) => state.front !== undefined && (state.isPlaying || state.time > 0));
  // Captions and words rather than seconds: it is drawn again once a word, not fifteen times a second.
  const cue = usePlayer((state) => (isThere ? cueAt(cues, state.time) : undefined));
  const current = usePlayer((state) => cue && wordAt(cue, state.time));
  if (!cue) return null;
  return (
    <p className="caption" aria-hidden>
      {cue.lines.map((line, row) => (
        <span key={row} className="caption-line">
          <span className="caption-text">
            {line.map((word, index) => (
              <span key={index} className={word === current ? 'caption-word-now' : undefined}>
                {index === 0 || word.glued ? '' : ' '}
                {word.text}
              </span>
            ))}
          </span>
        </span>
      ))}
    </p>
  );
});
