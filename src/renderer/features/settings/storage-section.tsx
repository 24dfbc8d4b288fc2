import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings, SystemView } from '../../../shared/views.ts';
import { useStudio } from '../../client/studio.tsx';
import { bytesText } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSetSettings } from './use-set.ts';

const LIMITS = [1e9, 2e9, 5e9, 10e9, 20e9, 50e9, 100e9];
const DAYS = [7, 14, 30, 90, 365];

/** The usual choices, and the one that is set where it is none of them. */
function withOwn(choices: readonly number[], own: number): number[] {
  return [...new Set([...choices, own])].sort((a, b) => a - b);
}

export interface StorageSectionProps {
  readonly settings: Settings;
  readonly system: SystemView;
}

export function StorageSection({ settings, system }: StorageSectionProps) {
  const { t } = useTranslation();
  const { cache, queries } = useStudio();
  const [isAsking, setAsking] = useState(false);
  const set = useSetSettings();
  const trim = useMutation(
    queries.system.trimCache.mutationOptions({
      onSuccess: ({ bytes }) => {
        const title = bytes > 0 ? t('settings.trimmed', { bytes: bytesText(bytes) }) : t('settings.trimmedNothing');
        showToast({ tone: 'ok', title });
        void cache.invalidateQueries({ queryKey: queries.system.view.key() });
      },
    }),
  );
  const { bytes, count } = system.cache;
  return (
    <SettingsSection title={t('settings.cache')} text={t('settings.cacheText')}>
      <Meter
        label={t('settings.cacheUse')}
        value={bytes / settings.cacheBytes}
        valueText={`${t('settings.cacheUseSaid', { bytes: bytesText(bytes), limit: bytesText(settings.cacheBytes) })}, ${t('settings.cacheParts', { count })}`}
      />
      <div className="settings-pair">
        <Select
          label={t('settings.cacheLimit')}
          choices={withOwn(LIMITS, settings.cacheBytes).map((limit) => ({
            id: String(limit),
            label: bytesText(limit),
          }))}
          value={String(settings.cacheBytes)}
          onChange={(limit) => {
            set.mutate({ cacheBytes: Number(limit) });
          }}
        />
        <Select
          label={t('settings.cacheDays')}
          choices={withOwn(DAYS, settings.cacheDays).map((days) => ({
            id: String(days),
            label: t('settings.days', { count: days }),
          }))}
          value={String(settings.cacheDays)}
          onChange={(days) => {
            set.mutate({ cacheDays: Number(days) });
          }}
        />
      </div>
      <div className="settings-actions">
        <Button
          isPending={trim.isPending}
          onPress={() => {
            trim.mutate({ all: false });
          }}
        >
          {t('settings.trim')}
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            setAsking(true);
          }}
        >
          {t('settings.clear')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('settings.clearTitle')}
        isOpen={isAsking}
        action={t('settings.clearDo')}
        isDangerous
        onConfirm={() => {
          trim.mutate({ all: true });
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('settings.clearText')}</p>
      </ConfirmDialog>
    </SettingsSection>
  );
}
