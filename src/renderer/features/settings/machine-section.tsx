import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../client/studio.tsx';
import { bytesText, percentText } from '../../i18n/format.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { Meter } from '../../ui/meter.tsx';
import { SettingsSection } from './settings-section.tsx';
import { Trace } from './trace.tsx';
import { useHistory } from './use-history.ts';

const SHORT = 0.92;

/** The machine as it is now: asked for once, then told by the studio's events. */
export function MachineSection() {
  const { t } = useTranslation();
  const health = useQuery(useStudio().queries.system.health.queryOptions({ staleTime: 0 }));
  const history = useHistory(health.data);
  return (
    <SettingsSection title={t('settings.machine')}>
      {health.data === undefined ? (
        <QueryState query={health} />
      ) : (
        <div className="machine">
          <div className="machine-part">
            <Meter label={t('settings.cpu')} value={health.data.cpu} valueText={percentText(health.data.cpu)} />
            <Trace
              label={t('settings.lastMinute', { label: t('settings.cpu') })}
              points={history.map(({ place, health: { cpu } }) => ({ place, value: cpu }))}
            />
          </div>
          <div className="machine-part">
            <Meter
              label={t('settings.memory')}
              value={health.data.memory.used / health.data.memory.total}
              valueText={t('settings.memorySaid', {
                used: bytesText(health.data.memory.used),
                total: bytesText(health.data.memory.total),
              })}
              highFrom={SHORT}
            />
            <Trace
              label={t('settings.lastMinute', { label: t('settings.memory') })}
              points={history.map(({ place, health: { memory } }) => ({ place, value: memory.used / memory.total }))}
            />
            <p className="machine-note numbers">
              {t('settings.memoryOwn', { own: bytesText(health.data.memory.own) })}
            </p>
          </div>
          <Meter
            label={t('settings.disk')}
            value={1 - health.data.disk.free / health.data.disk.total}
            valueText={t('settings.diskSaid', {
              free: bytesText(health.data.disk.free),
              total: bytesText(health.data.disk.total),
            })}
            highFrom={SHORT}
          />
          <Meter
            label={t('settings.threads')}
            value={health.data.threads.busy / Math.max(1, health.data.threads.all)}
            valueText={t('settings.threadsSaid', { ...health.data.threads })}
          />
        </div>
      )}
    </SettingsSection>
  );
}
