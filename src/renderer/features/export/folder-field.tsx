import '../../ui/field.css';
import { useMutation } from '@tanstack/react-query';
import { Folder } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SystemView } from '../../../shared/views.ts';
import { mayNameFolders } from '../../client/powers.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface FolderFieldProps {
  readonly folder: string;
  readonly system: SystemView;
  readonly onChange: (folder: string) => void;
}

/** Where the film goes: chosen with the host's dialog, typed where it has none, and only told to who is elsewhere. */
export function FolderField({ folder, system, onChange }: FolderFieldProps) {
  const { t } = useTranslation();
  if (system.hasDialogs) return <ChosenFolder folder={folder} onChange={onChange} />;
  if (mayNameFolders(system)) return <TextField label={t('exports.folder')} value={folder} onChange={onChange} />;
  return (
    <div className="field">
      <span className="field-label">{t('exports.folder')}</span>
      <FolderLine folder={folder} />
      <p className="field-note">{t('exports.folderElsewhere')}</p>
    </div>
  );
}

function ChosenFolder({ folder, onChange }: Omit<FolderFieldProps, 'system'>) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const choose = useMutation(
    queries.system.chooseFolder.mutationOptions({
      onSuccess: ({ folder: chosen }) => {
        if (chosen !== undefined) onChange(chosen);
      },
    }),
  );
  return (
    <div className="field">
      <span className="field-label">{t('exports.folder')}</span>
      <div className="export-folder">
        <FolderLine folder={folder} />
        <Button
          size="small"
          onPress={() => {
            choose.mutate({ title: t('exports.chooseFolder') });
          }}
        >
          {t('exports.change')}
        </Button>
      </div>
    </div>
  );
}

function FolderLine({ folder }: { readonly folder: string }) {
  return (
    <p className="export-folder-line">
      <Folder aria-hidden />
      <span className="export-folder-path">{folder}</span>
    </p>
  );
}
