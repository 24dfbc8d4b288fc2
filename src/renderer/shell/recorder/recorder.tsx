import './recorder.css';
import { Mic, Pause, Play, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { clockText } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import type { Take } from './kept-takes.ts';
import { LevelMeter } from './level-meter.tsx';
import type { Microphone } from './microphone.ts';

export interface RecorderProps {
  readonly microphone: Microphone;
  /** What is told in it. */
  readonly scene?: Take['scene'];
}

/** Record, pause, go on, done; how long it is and how loud. Nothing is asked of the system before the first press. */
export function Recorder({ microphone, scene }: RecorderProps) {
  const { t } = useTranslation();
  const phase = useStore(microphone.store, (state) => state.phase);
  const fault = useStore(microphone.store, (state) => state.fault);
  const isOn = phase === 'recording' || phase === 'paused' || phase === 'keeping';
  return (
    <div className="recorder" role="group" aria-label={t('listen.recorder')}>
      {isOn ? (
        <>
          <Clock microphone={microphone} />
          <LevelMeter microphone={microphone} />
        </>
      ) : null}
      <div className="recorder-buttons">
        {isOn ? (
          <>
            <Button
              icon={phase === 'paused' ? <Play aria-hidden /> : <Pause aria-hidden />}
              onPress={() => {
                if (phase === 'paused') microphone.resume();
                else microphone.pause();
              }}
            >
              {phase === 'paused' ? t('listen.goOn') : t('listen.pause')}
            </Button>
            <Button
              look="primary"
              icon={<Square aria-hidden />}
              isPending={phase === 'keeping'}
              onPress={() => {
                microphone.stop();
              }}
            >
              {t('listen.done')}
            </Button>
          </>
        ) : (
          <Button
            look="primary"
            icon={<Mic aria-hidden />}
            isPending={phase === 'asking'}
            onPress={() => void microphone.start(scene)}
          >
            {phase === 'asking' ? t('listen.asking') : t('listen.record')}
          </Button>
        )}
      </div>
      {fault === undefined ? null : (
        <Message tone="danger" title={t(`listen.faults.${fault}`)} hint={t(`listen.faultHints.${fault}`)} />
      )}
      <p className="visually-hidden" role="status">
        {phase === 'idle' ? '' : t(`listen.phases.${phase}`)}
      </p>
    </div>
  );
}

function Clock({ microphone }: { readonly microphone: Microphone }) {
  const { t } = useTranslation();
  const seconds = useStore(microphone.store, (state) => Math.floor(state.seconds));
  const phase = useStore(microphone.store, (state) => state.phase);
  return (
    <p className="recorder-clock" data-phase={phase}>
      <span className="recorder-light" aria-hidden />
      <span className="recorder-time numbers">{clockText(seconds)}</span>
      <span>{phase === 'idle' ? '' : t(`listen.phases.${phase}`)}</span>
    </p>
  );
}
