import { Pause, Play } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BurnedStyle } from '../../../../shared/captions/look.ts';
import type { Shape } from '../../../../shared/film.ts';
import type { Transition } from '../../../../shared/story.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditor } from '../state/context.tsx';
import { neighbour, paintingOf, textOf } from '../state/store.ts';
import { FilmCaption } from './film-caption.tsx';
import { measureText } from './measure.ts';
import { sampleCues, sampleWords } from './sample.ts';
import { useSampleClock } from './use-sample-clock.ts';

export interface LivePreviewProps {
  /** A transition that was just chosen is shown once, each time. */
  readonly tried?: { readonly transition: Transition; readonly times: number } | undefined;
}

/** The picture of the scene on the stage, in the film's shape, with its words coming as they will in the film. */
export function LivePreview({ tried }: LivePreviewProps) {
  const { t } = useTranslation();
  const sceneId = useEditor((state) => state.shown);
  const number = useEditor((state) => (state.places.get(sceneId) ?? 0) + 1);
  const { captions, output } = useEditor((state) => state.document);
  const next = useEditor((state) => {
    const following = neighbour(state, sceneId, 1);
    return following === undefined ? undefined : state.states[following]?.picture;
  });
  const [isPlaying, setPlaying] = useState(() => !window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  return (
    <figure className="preview" data-shape={output.shape}>
      <figcaption className="preview-head">
        <span>{t('editor.look.previewOf', { number })}</span>
        {captions === 'none' ? null : (
          <IconButton
            size="small"
            label={isPlaying ? t('editor.look.pause') : t('editor.look.play')}
            icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
            onPress={() => {
              setPlaying(!isPlaying);
            }}
          />
        )}
      </figcaption>
      <div className="preview-room">
        <div className="preview-stage">
          <PreviewPicture sceneId={sceneId} />
          {tried && next !== undefined ? (
            <div key={tried.times} className="preview-next" data-transition={tried.transition} aria-hidden>
              <img className="preview-picture" src={next} alt="" draggable={false} />
            </div>
          ) : null}
          {captions === 'none' ? null : (
            <SampleCaption sceneId={sceneId} style={captions} shape={output.shape} isPlaying={isPlaying} />
          )}
        </div>
      </div>
    </figure>
  );
}

/** While it is painted, what it looks like so far: alone in being drawn again with every step. */
function PreviewPicture({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const made = useEditor((state) => state.states[sceneId]?.picture);
  const painting = useEditor((state) => paintingOf(state, sceneId));
  const isReady = useEditor((state) => state.states[sceneId]?.state === 'ready');
  const picture = isReady ? made : (painting?.preview ?? made);
  return (
    <>
      {picture === undefined ? (
        <p className="preview-blank">{t('editor.look.noPicture')}</p>
      ) : (
        <img className="preview-picture" src={picture} alt="" draggable={false} />
      )}
      {painting?.isOver === false ? (
        <span className="take-chosen numbers">
          {t('editor.painting.step', { step: painting.step, steps: painting.steps })}
        </span>
      ) : null}
    </>
  );
}

interface SampleCaptionProps {
  readonly sceneId: string;
  readonly style: BurnedStyle;
  readonly shape: Shape;
  readonly isPlaying: boolean;
}

/** The scene's own words over its picture, the one that is told in its style. */
function SampleCaption({ sceneId, style, shape, isPlaying }: SampleCaptionProps) {
  const text = useEditor((state) => textOf(state, sceneId));
  const timed = useEditor((state) => state.states[sceneId]?.words);
  const words = useMemo(() => sampleWords(text, timed), [text, timed]);
  const cues = useMemo(() => sampleCues(words, style, shape, measureText), [words, style, shape]);
  const said = useMemo(() => words.map(({ start }) => start), [words]);
  const placeAt = useCallback((seconds: number) => said.findLastIndex((start) => start <= seconds), [said]);
  const place = useSampleClock(placeAt, words.at(-1)?.end ?? 0, isPlaying);
  const now = said[Math.max(0, place)] ?? 0;
  const cue = cues.findLast(({ start }) => start <= now) ?? cues[0];
  return cue ? <FilmCaption style={style} shape={shape} lines={cue.lines} now={now} /> : null;
}
