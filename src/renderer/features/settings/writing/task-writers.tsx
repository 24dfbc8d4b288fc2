import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../shared/views.ts';
import type { WriterView } from '../../../../shared/writers.ts';
import { WRITING_TASKS } from '../../../../shared/writing.ts';
import { Message } from '../../../ui/message.tsx';
import { Select } from '../../../ui/select.tsx';
import { useSetSettings } from '../use-set.ts';

export interface TaskWritersProps {
  readonly settings: Settings;
  readonly writers: readonly WriterView[];
}

/** A writer for each task, and the machines that texts are sent to for it. */
export function TaskWriters({ settings, writers }: TaskWritersProps) {
  const { t } = useTranslation();
  const set = useSetSettings();
  const chosen = Object.values(settings.writers);
  const hosts = writers.flatMap(({ id, runs }) =>
    chosen.includes(id) && runs.place === 'server' && !runs.isLocal ? [runs.host] : [],
  );
  return (
    <>
      <div className="settings-pair">
        {WRITING_TASKS.map((task) => {
          const value = settings.writers[task];
          const isKnown = writers.some(({ id }) => id === value);
          return (
            <Select
              key={task}
              label={t(`settings.writing.tasks.${task}`)}
              choices={[
                ...writers.map(({ id, name, ready, whyNot }) => ({
                  id,
                  label: name,
                  note: ready ? undefined : whyNot,
                  isDisabled: !ready && id !== value,
                })),
                // It was removed since it was chosen.
                ...(isKnown ? [] : [{ id: value, label: value }]),
              ]}
              value={value}
              onChange={(writer) => {
                set.mutate({ writers: { ...settings.writers, [task]: writer } });
              }}
            />
          );
        })}
      </div>
      {hosts.length === 0 ? null : (
        <Message title={t('settings.writing.sent', { hosts: [...new Set(hosts)].join(', ') })} />
      )}
    </>
  );
}
