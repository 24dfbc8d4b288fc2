import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings, SystemView } from '../../../shared/views.ts';
import { toFailure } from '../../client/failure.ts';
import { mayNameFolders } from '../../client/powers.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSetSettings } from './use-set.ts';

export interface FilmsSectionProps {
  readonly settings: Settings;
  readonly system: SystemView;
}

export function FilmsSection({ settings, system }: FilmsSectionProps) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const canName = mayNameFolders(system);
  const [typed, setTyped] = useState<string>();
  const set = useSetSettings({ isShown: true });
  const choose = useMutation(
    queries.system.chooseFolder.mutationOptions({
      onSuccess: ({ folder }) => {
        if (folder !== undefined) save(folder);
      },
    }),
  );
  const save = (filmsFolder: string): void => {
    const folder = filmsFolder.trim();
    if (folder === '' || folder === settings.filmsFolder) return;
    set.mutate(
      { filmsFolder: folder },
      {
        onSuccess: () => {
          setTyped(undefined);
        },
      },
    );
  };
  const failure = set.error && typed !== undefined ? toFailure(set.error) : undefined;
  const error =
    typed?.trim() === ''
      ? t('settings.filmsFolderEmpty')
      : failure && [failure.message, failure.hint].filter(Boolean).join(' ');
  return (
    <SettingsSection title={t('settings.films')}>
      <div className="settings-folder">
        <TextField
          label={t('settings.filmsFolder')}
          note={canName ? t('settings.filmsFolderNote') : t('settings.filmsFolderElsewhere')}
          isReadOnly={!canName}
          value={typed ?? settings.filmsFolder}
          onChange={(value) => {
            set.reset();
            setTyped(value);
          }}
          onBlur={() => {
            if (typed !== undefined) save(typed);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed !== undefined) save(typed);
            if (event.key === 'Escape') setTyped(undefined);
          }}
          error={error}
        />
        {system.hasDialogs ? (
          <Button
            onPress={() => {
              choose.mutate({ title: t('settings.chooseFolder') });
            }}
          >
            {t('common.choose')}
          </Button>
        ) : null}
      </div>
    </SettingsSection>
  );
}
