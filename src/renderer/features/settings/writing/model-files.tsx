import { useMutation } from '@tanstack/react-query';
import { FileInput, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemView } from '../../../../shared/views.ts';
import type { WriterView } from '../../../../shared/writers.ts';
import { mayNameFolders } from '../../../client/powers.ts';
import { useStudio } from '../../../client/studio.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ModelFileDialog } from './model-file-dialog.tsx';

export interface ModelFilesProps {
  readonly writers: readonly WriterView[];
  readonly system: SystemView;
}

/** GGUF models of one's own. Who reaches the studio over a network sees them, and may name none. */
export function ModelFiles({ writers, system }: ModelFilesProps) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [isAdding, setAdding] = useState(false);
  const remove = useMutation(queries.writer.removeFile.mutationOptions());
  const canName = mayNameFolders(system);
  const files = writers.filter((writer) => writer.file !== undefined);
  if (files.length === 0 && !canName) return null;
  return (
    <div className="writing-part">
      <h3 className="field-label">{t('settings.writing.files')}</h3>
      {files.length === 0 ? (
        <p className="field-note">{t('settings.writing.noFiles')}</p>
      ) : (
        <ul className="findings">
          {files.map(({ id, name, file = '', ready, whyNot, hint }) => (
            <li key={id} className="finding">
              <div className="finding-text">
                <p className="finding-what">{name}</p>
                <p className="finding-fact">{file}</p>
                {ready ? null : <p className="finding-hint">{[whyNot, hint].filter(Boolean).join(' ')}</p>}
              </div>
              {canName ? (
                <IconButton
                  size="small"
                  label={t('settings.writing.removeFile', { name })}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => {
                    remove.mutate({ file });
                  }}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {canName ? (
        <div className="settings-actions">
          <Button
            icon={<FileInput aria-hidden />}
            onPress={() => {
              setAdding(true);
            }}
          >
            {t('settings.writing.addFile')}
          </Button>
        </div>
      ) : null}
      {isAdding ? (
        <ModelFileDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}
