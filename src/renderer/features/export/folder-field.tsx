import '../../ui/field.css';
import { useMutation } from '@tanstack/react-query';
import { Folder } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';

export interface FolderFieldProps {
  readonly folder: string;
  /** The host has a dialog for it; elsewhere the films folder of the settings is taken. */
  readonly canChoose: boolean;
  readonly onChoose: (folder: string) => void;
}

export function FolderField({ folder, canChoose, onChoose }: FolderFieldProps) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const choose = useMutation(
    queries.system.chooseFolder.mutationOptions({
      onSuccess: ({ folder: chosen }) => {
        if (chosen !== undefined) onChoose(chosen);
      },
    }),
  );
  return (
    <div className="field">
      <span className="field-label">{t('exports.folder')}</span>
      <div className="export-folder">
        <Folder aria-hidden />
        <span className="export-folder-path">{folder}</span>
        {canChoose ? (
          <Button
            size="small"
            onPress={() => {
              choose.mutate({ title: t('exports.chooseFolder') });
            }}
          >
            {t('exports.change')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
