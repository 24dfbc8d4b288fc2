import { Brush, RotateCcw, Square } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useStateWords } from '../parts/state-words.ts';
import { ToModels, useLackOfModel } from '../pictures/picture-models.tsx';
import { useEditor, usePlayer, useSession } from '../state/context.tsx';
import { isPainted, paintingOf } from '../state/store.ts';

/** Over the picture while the scene cannot be played: why, how far it is, and what can be done. Nothing when it is ready. */
export const StageState = memo(function StageState() {
  const { t } = useTranslation();
  const scene = useEditor((state) => state.states[state.shown]);
  const sceneId = useEditor((state) => state.shown);
  const isEmpty = useEditor((state) => (state.drafts[sceneId] ?? '') === '' && scene?.state === 'empty');
  const lack = useLack(sceneId);
  const isWanted = usePlayer((state) => state.isPlaying);
  const isPainting = useEditor((state) => paintingOf(state, sceneId)?.isOver === false);
  const { words, isStopped } = useStateWords(sceneId);
  if (!scene || scene.state === 'ready') return null;
  if (isEmpty) return <p className="stage-state">{t('editor.stage.empty')}</p>;
  const isFailed = scene.state === 'failed';
  return (
    <div className="stage-state" onClick={(event) => event.stopPropagation()}>
      <span className="stage-state-words" role="status">
        {isFailed ? (lack ?? scene.failure?.message ?? words) : isPainting ? t('editor.state.working.paint') : words}
        {isWanted && !isFailed && !isStopped ? <span>{t('editor.stage.playsSoon')}</span> : null}
      </span>
      {isFailed || isStopped ? <GoOn /> : <Progress />}
    </div>
  );
});

/** Why a scene that is to be painted cannot be, in the page's own words. */
function useLack(sceneId: string): string | undefined {
  const lack = useLackOfModel();
  return useEditor((state) => isPainted(state, sceneId)) ? lack : undefined;
}

/** It does not go on by itself: why, and what can be done. */
function GoOn() {
  const { t } = useTranslation();
  const session = useSession();
  const sceneId = useEditor((state) => state.shown);
  const failure = useEditor((state) => state.states[sceneId]?.failure);
  const isLost = useLack(sceneId) !== undefined && failure !== undefined;
  const hint = isLost ? t('editor.painting.noModelHint') : failure?.hint;
  return (
    <>
      {hint === undefined ? null : <span className="stage-state-hint">{hint}</span>}
      <Button
        size="small"
        icon={failure ? <RotateCcw aria-hidden /> : <Brush aria-hidden />}
        onPress={() => {
          session.retry(sceneId);
        }}
      >
        {failure ? t('editor.retry') : t('editor.painting.goOn')}
      </Button>
      {isLost ? <ToModels /> : null}
    </>
  );
}

/** How far it is, and a way to stop what is painted: apart, for the one is news many times a second. */
function Progress() {
  return (
    <>
      <Bar />
      <Stop />
    </>
  );
}

/** A picture that is painted says its steps. */
function Bar() {
  const { t } = useTranslation();
  const sceneId = useEditor((state) => state.shown);
  const painting = useEditor((state) => paintingOf(state, state.shown));
  const { words, value } = useStateWords(sceneId);
  const isNow = painting?.isOver === false;
  const steps = isNow ? t('editor.painting.step', { step: painting.step, steps: painting.steps }) : undefined;
  return (
    <>
      {steps === undefined ? null : <span className="stage-state-steps numbers">{steps}</span>}
      <span className="stage-state-bar">
        <ProgressBar label={words} value={isNow ? painting.step / painting.steps : value} valueText={steps} />
      </span>
    </>
  );
}

const Stop = memo(function Stop() {
  const { t } = useTranslation();
  const session = useSession();
  const sceneId = useEditor((state) => state.shown);
  // Steps may be told before the scene's own news.
  const isWorking = useEditor(
    (state) => state.states[sceneId]?.state === 'working' || paintingOf(state, sceneId)?.isOver === false,
  );
  const isByModel = useEditor((state) => isPainted(state, sceneId));
  const isAsked = useEditor((state) => state.stopped[sceneId] === 'asked');
  if (!isWorking || !isByModel) return null;
  return (
    <Button
      size="small"
      icon={<Square aria-hidden fill="currentColor" />}
      isPending={isAsked}
      onPress={() => {
        void session.stop(sceneId);
      }}
    >
      {t('editor.painting.stop')}
    </Button>
  );
});
