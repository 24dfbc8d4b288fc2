import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Voice } from '../../../../shared/views.ts';
import { useVoices } from '../../../client/hooks.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { textOf } from '../state/store.ts';
import { HearButton } from './hear-button.tsx';
import { firstSentence } from './lines.ts';
import { useVoiceNames } from './use-voice-names.ts';

/** Every voice on a line of one's own story. */
export function NarratorTab() {
  const { t } = useTranslation();
  const session = useSession();
  const query = useVoices();
  const narrator = useEditor((state) => state.document.voice);
  const pace = useEditor((state) => state.document.speed);
  const [line, setLine] = useState(() => firstSentence(textOf(session.state, session.state.shown)));
  const [sliding, setSliding] = useState<number | undefined>(undefined);
  if (!query.data) return <QueryState query={query} />;
  return (
    <div className="voices-narrator">
      <div className="voices-try">
        <TextArea label={t('editor.voices.line')} isStory rows={3} value={line} maxLength={500} onChange={setLine} />
        <Slider
          label={t('editor.facts.speed')}
          value={sliding ?? pace}
          minimum={0.5}
          maximum={2}
          step={0.05}
          say={(value) => t('editor.facts.times', { value })}
          onChange={setSliding}
          onChangeEnd={(speed) => {
            setSliding(undefined);
            void session.edit({ type: 'set-project', set: { speed: Math.round(speed * 100) / 100 } });
          }}
        />
      </div>
      <RadioGroup
        className="voices-list"
        aria-label={t('editor.voices.narrator')}
        value={narrator}
        onChange={(voice) => {
          void session.edit({ type: 'set-project', set: { voice } });
        }}
      >
        {query.data.map((voice) => (
          <VoiceRow key={voice.id} voice={voice} line={line} speed={sliding ?? pace} />
        ))}
      </RadioGroup>
    </div>
  );
}

interface VoiceRowProps {
  readonly voice: Voice;
  readonly line: string;
  readonly speed: number;
}

function VoiceRow({ voice, line, speed }: VoiceRowProps) {
  const { t } = useTranslation();
  const nameOf = useVoiceNames();
  const grade = voice.grade === undefined ? '' : t('editor.voices.grade', { grade: voice.grade });
  return (
    <div className="voice-row">
      <Radio value={voice.id} className="voice-choice">
        <span className="compare-dot" aria-hidden />
        <span className="voice-name">{nameOf(voice.id)}</span>
        <span className="voice-note">{[t(`editor.voices.${voice.gender}`), grade].filter(Boolean).join(' · ')}</span>
      </Radio>
      <HearButton voice={voice.id} text={line} speed={speed} isSmall />
    </div>
  );
}
