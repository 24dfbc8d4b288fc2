import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSystem } from '../../client/hooks.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface FolderFieldProps {
  readonly value: string;
  readonly onChange: (folder: string) => void;
  readonly placeholder: string;
  /** Of the host's own dialog. */
  readonly title: string;
  readonly error: string | undefined;
}

/** A folder on the host's machine: typed, or chosen in its dialog where it has one. */
export function FolderField({ value, onChange, placeholder, title, error }: FolderFieldProps) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const system = useSystem().data;
  const choose = useMutation(
    queries.system.chooseFolder.mutationOptions({
      onSuccess: ({ folder }) => {
        if (folder !== undefined) onChange(folder);
      },
    }),
  );
  return (
    <div className="model-folder">
      <TextField
        label={t('models.importFolder')}
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        autoFocus
        error={error}
      />
      {system?.hasDialogs ? (
        <Button
          onPress={() => {
            choose.mutate({ title });
          }}
        >
          {t('common.choose')}
        </Button>
      ) : null}
    </div>
  );
}
