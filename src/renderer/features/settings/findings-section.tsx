import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SystemView } from '../../../shared/views.ts';
import { useSystem } from '../../client/hooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingsSection } from './settings-section.tsx';

const LOOKS = {
  ok: { tone: 'ok', Icon: CircleCheck },
  advice: { tone: 'warn', Icon: Lightbulb },
  missing: { tone: 'danger', Icon: CircleAlert },
} as const;

/** What was looked at on this machine: ffmpeg, the voice, memory, disk; and what to do where something is missing. */
export function FindingsSection({ system }: { readonly system: SystemView }) {
  const { t } = useTranslation();
  const { refetch, isFetching } = useSystem();
  const missing = system.findings.filter(({ state }) => state === 'missing').length;
  return (
    <SettingsSection
      title={t('settings.health')}
      text={missing === 0 ? t('settings.healthGood') : t('settings.healthBad', { count: missing })}
    >
      <ul className="findings">
        {system.findings.map(({ what, state, fact, hint }) => {
          const { tone, Icon } = LOOKS[state];
          return (
            <li key={what} className="finding">
              <div className="finding-text">
                <p className="finding-what">{what}</p>
                <p className="finding-fact">{fact}</p>
                {hint === undefined ? null : <p className="finding-hint">{hint}</p>}
              </div>
              <Badge tone={tone} icon={<Icon aria-hidden />}>
                {t(`settings.states.${state}`)}
              </Badge>
            </li>
          );
        })}
      </ul>
      <div className="settings-actions">
        <Button isPending={isFetching} onPress={() => void refetch()}>
          {t('settings.again')}
        </Button>
      </div>
    </SettingsSection>
  );
}
