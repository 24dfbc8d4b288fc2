import './listen-screen.css';
import { AudioLines } from 'lucide-react';
import { useState } from 'react';
import { DropZone, type FileDropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../../client/failure.ts';
import { Page } from '../../shell/page.tsx';
import { Recorder } from '../../shell/recorder/recorder.tsx';
import { TakeRow } from '../../shell/recorder/take-row.tsx';
import { useTakes } from '../../shell/recorder/takes.ts';
import { useMicrophone } from '../../shell/recorder/use-microphone.ts';
import { canBeHeard, RECORDING_TYPES, useListen } from '../../shell/use-listen.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Message } from '../../ui/message.tsx';
import { ListenJobs } from './listen-jobs.tsx';

/** From a recording: a file of any kind that has sound, or one's own voice told to the microphone now. */
export default function ListenScreen() {
  const { t } = useTranslation();
  const listen = useListen();
  const [wrong, setWrong] = useState<string>();
  const takes = useTakes();
  const [newest, setNewest] = useState<string>();
  const { microphone, phase } = useMicrophone((take) => {
    setNewest(take.id);
  });
  const failure = listen.error ? toFailure(listen.error) : undefined;
  const sending = listen.isPending ? listen.variables.sound : undefined;

  const open = (file: File | undefined): void => {
    if (!file) return;
    setWrong(canBeHeard(file) ? undefined : file.name);
    if (canBeHeard(file)) listen.mutate({ sound: file });
  };

  return (
    <Page title={t('listen.title')} text={t('listen.text')}>
      <div className="listen-ways">
        <DropZone
          className="listen-way listen-file"
          aria-label={t('listen.drop')}
          onDrop={({ items }) => {
            const file = items.find((item): item is FileDropItem => item.kind === 'file');
            if (file) void file.getFile().then(open);
          }}
        >
          <h2 className="listen-way-title">{t('listen.fileTitle')}</h2>
          <p className="listen-way-text">{t('listen.fileText')}</p>
          <FileButton
            accept={RECORDING_TYPES}
            icon={<AudioLines aria-hidden />}
            isPending={sending instanceof File}
            onFiles={([file]) => {
              open(file);
            }}
          >
            {t('listen.choose')}
          </FileButton>
          {sending instanceof File ? <p role="status">{t('listen.sending', { name: sending.name })}</p> : null}
        </DropZone>
        <section className="listen-way" aria-labelledby="listen-microphone">
          <h2 id="listen-microphone" className="listen-way-title">
            {t('listen.microphoneTitle')}
          </h2>
          {phase === 'idle' ? <p className="listen-way-text">{t('listen.microphoneText')}</p> : null}
          <Recorder microphone={microphone} />
        </section>
      </div>
      {wrong === undefined ? null : (
        <Message tone="danger" title={t('listen.wrong', { name: wrong })} hint={t('listen.wrongHint')} />
      )}
      {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
      <ListenJobs />
      {takes.length === 0 ? null : (
        <section className="listen-part" aria-labelledby="listen-takes">
          <h2 id="listen-takes" className="listen-part-title">
            {t('listen.takes')}
          </h2>
          <ul className="take-rows">
            {takes.map((take) => (
              <li key={take.id}>
                <TakeRow
                  take={take}
                  action={t('listen.film')}
                  isPrimary={take.id === newest}
                  isPending={sending === take}
                  onUse={() => {
                    listen.mutate({ sound: take });
                  }}
                />
              </li>
            ))}
          </ul>
          <p className="listen-note">{t('listen.takesNote')}</p>
        </section>
      )}
    </Page>
  );
}
