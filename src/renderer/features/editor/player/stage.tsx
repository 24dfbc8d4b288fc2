import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureDrop } from '../pictures/picture-drop.tsx';
import { useEditor, useParts, usePlayer } from '../state/context.tsx';
import { paintingOf } from '../state/store.ts';
import { HoldBar } from '../storyboard/hold-bar.tsx';
import { Caption } from './caption.tsx';
import { StageState } from './stage-state.tsx';

/** The picture, at its final look: the largest thing on the screen. A click plays it; a picture file may be dropped on it. */
export const Stage = memo(function Stage() {
  const { t } = useTranslation();
  const { player } = useParts();
  const picture = useEditor((state) => state.states[state.shown]?.picture);
  const understood = useEditor((state) => state.understood.get(state.shown)?.picture);
  const number = useEditor((state) => (state.places.get(state.shown) ?? 0) + 1);
  const front = usePlayer((state) => state.front);
  const first = useRef<HTMLVideoElement>(null);
  const second = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    if (first.current && second.current) return player.attach(first.current, second.current);
    return undefined;
  }, [player]);

  return (
    <PictureDrop className="stage-frame">
      <div className="stage" onClick={() => player.toggle()}>
        {picture === undefined ? (
          <div className="stage-blank" role="img" aria-label={t('editor.stage.noPicture', { number })}>
            <p className="stage-line story">{understood}</p>
          </div>
        ) : (
          <img
            className="stage-picture"
            src={picture}
            alt={understood ?? t('editor.stage.picture', { number })}
            draggable={false}
          />
        )}
        <video ref={first} className="stage-video" data-front={front === 0} preload="auto" playsInline tabIndex={-1} />
        <video ref={second} className="stage-video" data-front={front === 1} preload="auto" playsInline tabIndex={-1} />
        <Painted />
        <Caption />
        <StageState />
        <HoldBar />
      </div>
    </PictureDrop>
  );
});

/** What the picture looks like so far, while it is painted. */
function Painted() {
  const preview = useEditor((state) =>
    state.states[state.shown]?.state === 'ready' ? undefined : paintingOf(state, state.shown)?.preview,
  );
  return preview === undefined ? null : <img className="stage-painting" src={preview} alt="" draggable={false} />;
}
