import { AudioLines } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../../../client/failure.ts';
import { Recorder } from '../../../shell/recorder/recorder.tsx';
import { TakeRow } from '../../../shell/recorder/take-row.tsx';
import { useTakes } from '../../../shell/recorder/takes.ts';
import { useMicrophone } from '../../../shell/recorder/use-microphone.ts';
import { RECORDING_TYPES, useListen } from '../../../shell/use-listen.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Message } from '../../../ui/message.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';

/** The scene on the stage, told in one's own voice: its words to read aloud, and every take of it. */
export function RecordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { projectId } = useSession();
  // What is recorded is of the scene that it was opened for, whatever is shown meanwhile.
  const [sceneId] = useState(useEditor((state) => state.shown));
  const scene = { projectId, sceneId };
  const number = useEditor((state) => (state.places.get(sceneId) ?? 0) + 1);
  const text = useEditor((state) => sceneOf(state, sceneId)?.text ?? '');
  const takes = useTakes(scene);
  const [newest, setNewest] = useState<string>();
  const { microphone, phase } = useMicrophone((take) => {
    setNewest(take.id);
  });
  const listen = useListen();
  const failure = listen.error ? toFailure(listen.error) : undefined;
  const sending = listen.isPending ? listen.variables.sound : undefined;
  const send = (sound: NonNullable<typeof sending>): void => {
    listen.mutate({ sound, scene }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('editor.telling.dialog', { number })}
      isOpen
      onClose={onClose}
      size="wide"
      isDismissable={phase === 'idle'}
      actions={
        <>
          <FileButton
            accept={RECORDING_TYPES}
            look="quiet"
            icon={<AudioLines aria-hidden />}
            className="record-file"
            isPending={sending instanceof File}
            onFiles={([file]) => {
              if (file) send(file);
            }}
          >
            {t('editor.telling.file')}
          </FileButton>
          <Button onPress={onClose}>{t('common.close')}</Button>
        </>
      }
    >
      <div className="record">
        <div className="record-words story" tabIndex={0} role="group" aria-label={t('editor.narration.title')}>
          {text.trim() === '' ? (
            <p className="record-empty">{t('editor.telling.noWords')}</p>
          ) : (
            text.split(/\n\s*\n/u).map((paragraph, index) => <p key={index}>{paragraph}</p>)
          )}
        </div>
        <Recorder microphone={microphone} scene={scene} />
        {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
        {takes.length === 0 ? null : (
          <ul className="take-rows" aria-label={t('listen.takes')}>
            {takes.map((take) => (
              <li key={take.id}>
                <TakeRow
                  take={take}
                  action={t('editor.telling.use')}
                  isPrimary={take.id === newest}
                  isPending={sending === take}
                  onUse={() => {
                    send(take);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
