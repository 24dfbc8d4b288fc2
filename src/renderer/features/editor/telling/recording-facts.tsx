import { Mic, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { AS_TOLD, TELLINGS, type Telling } from '../../../../shared/recording.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useEditor, useParts } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { Section } from '../scene/section.tsx';
import { SceneListening } from './scene-listening.tsx';

/** Seconds that pauses can be shortened to. */
const PAUSES = ['as-told', '2', '1.2', '0.8', '0.5'] as const;

/** Whether the scene is told in somebody's own voice, what is done to it, and the way to record it. */
export const RecordingFacts = memo(function RecordingFacts({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const { session, ui } = useParts();
  const isTold = useEditor((state) => sceneOf(state, sceneId)?.told !== undefined);
  return (
    <Section
      title={t('editor.telling.title')}
      actions={
        isTold ? (
          <IconButton
            size="small"
            label={t('editor.telling.remove')}
            icon={<Trash2 aria-hidden />}
            onPress={() => {
              session.flush();
              void session.edit({ type: 'remove-recording', sceneId });
            }}
          />
        ) : undefined
      }
    >
      {isTold ? <HowItIsTold /> : null}
      <SceneListening sceneId={sceneId} />
      <div className="telling-record">
        <Button
          size="small"
          icon={<Mic aria-hidden />}
          onPress={() => {
            session.flush();
            ui.setState({ dialog: 'record' });
          }}
        >
          {isTold ? t('editor.telling.again') : t('editor.telling.record')}
        </Button>
      </div>
    </Section>
  );
});

/** Of the whole film: one teller, one way. */
function HowItIsTold() {
  const { t } = useTranslation();
  const { session } = useParts();
  const telling = useEditor((state) => state.document.recording) ?? AS_TOLD;
  const set = (change: Partial<Telling>): void => {
    void session.edit({ type: 'set-recording', set: change });
  };
  const { voice, clean, longestPause } = telling;
  const pause = longestPause === null ? 'as-told' : String(longestPause);
  const isListed = PAUSES.some((each) => each === pause);
  return (
    <div className="telling-how">
      <Segmented
        label={t('editor.telling.voice')}
        isLabelHidden
        choices={TELLINGS.map((id) => ({ id, label: t(`editor.telling.voices.${id}`) }))}
        value={voice}
        onChange={(chosen) => {
          set({ voice: chosen });
        }}
        note={t(`editor.telling.voiceNotes.${voice}`)}
      />
      {voice === 'own' ? (
        <>
          <Switch
            label={t('editor.telling.clean')}
            note={t('editor.telling.cleanNote')}
            isOn={clean}
            onChange={(isOn) => {
              set({ clean: isOn });
            }}
          />
          <Select<string>
            label={t('editor.telling.pauses')}
            choices={[...PAUSES, ...(isListed ? [] : [pause])].map((id) => ({
              id,
              label:
                id === 'as-told' ? t('editor.telling.asTold') : t('editor.telling.atMost', { seconds: Number(id) }),
            }))}
            value={pause}
            onChange={(chosen) => {
              set({ longestPause: chosen === 'as-told' ? null : Number(chosen) });
            }}
          />
        </>
      ) : null}
    </div>
  );
}
