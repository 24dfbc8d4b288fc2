import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../state/context.tsx';
import { sceneOf, textOf } from '../state/store.ts';
import { HearButton } from '../voices/hear-button.tsx';
import { firstSentence } from '../voices/lines.ts';
import { useVoiceChoices, useVoiceNames } from '../voices/use-voice-names.ts';
import { FactRow } from './fact-row.tsx';
import { NumberFact } from './number-fact.tsx';
import { Section } from './section.tsx';

/** Who tells the scene, how fast, and how long it is quiet afterwards. */
export const VoiceFacts = memo(function VoiceFacts({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const nameOf = useVoiceNames();
  const voices = useVoiceChoices();
  const voice = useEditor((state) => sceneOf(state, sceneId)?.voice);
  const narrator = useEditor((state) => state.document.voice);
  const speed = useEditor((state) => sceneOf(state, sceneId)?.speed);
  const pace = useEditor((state) => state.document.speed);
  const isOwn = useEditor(
    (state) => sceneOf(state, sceneId)?.told !== undefined && state.document.recording?.voice === 'own',
  );
  const line = useEditor((state) => firstSentence(textOf(state, sceneId)));
  return (
    <Section title={t('editor.facts.telling')}>
      <div className="facts">
        {/* The teller's own voice has its own pace. */}
        {isOwn ? null : (
          <>
            <FactRow
              sceneId={sceneId}
              fact="voice"
              label={t('editor.facts.voice')}
              value={voice}
              automatic={t('editor.facts.asFilm', { value: nameOf(narrator, true) })}
              choices={voices}
              extra={<HearButton voice={voice ?? narrator} text={line} speed={speed ?? pace} isSmall />}
            />
            <NumberFact
              sceneId={sceneId}
              fact="speed"
              label={t('editor.facts.speed')}
              automatic={pace}
              bounds={{ minimum: 0.5, maximum: 2, step: 0.05 }}
              say={(value) => t('editor.facts.times', { value })}
            />
          </>
        )}
        <NumberFact
          sceneId={sceneId}
          fact="pauseAfter"
          label={t('editor.facts.pause')}
          automatic={undefined}
          bounds={{ minimum: 0, maximum: 5, step: 0.1 }}
          say={(value) => t('editor.facts.seconds', { value })}
        />
      </div>
    </Section>
  );
});
