import './export-plan.css';
import type { UseQueryResult } from '@tanstack/react-query';
import i18next from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPlan as Plan } from '../../../shared/views.ts';
import { clockText, durationText } from '../../i18n/format.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { Message } from '../../ui/message.tsx';

/** What the export would make, why, and how long it takes, before it is started. */
export function ExportPlan({ query }: { readonly query: UseQueryResult<Plan> }) {
  const { t } = useTranslation();
  const plan = query.data;
  return (
    <section className="export-plan" aria-label={t('exports.plan')} aria-busy={query.isFetching}>
      {plan === undefined ? <QueryState query={query} /> : <PlanFacts plan={plan} />}
    </section>
  );
}

/** A long list of steps scrolls, by keyboard too. */
function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <>
      <dl className="export-figures">
        <div>
          <dt>{t('exports.film')}</dt>
          <dd className="numbers">{clockText(plan.filmSeconds)}</dd>
        </div>
        <div>
          <dt>{t('exports.time')}</dt>
          <dd className={plan.estimatedSeconds === undefined ? 'export-unknown' : 'numbers'}>
            <span role="status">
              {plan.estimatedSeconds === undefined ? t('exports.timeUnknown') : durationText(plan.estimatedSeconds)}
            </span>
          </dd>
        </div>
      </dl>
      <h3 className="export-plan-title" id={titleId}>
        {t('exports.plan')}
      </h3>
      {plan.toMake.length === 0 ? (
        <p className="export-plan-note">{t('exports.nothingToMake')}</p>
      ) : (
        <ul className="export-steps" tabIndex={0} aria-labelledby={titleId}>
          {plan.toMake.map(({ stage, count, reason }) => (
            <li key={`${stage} ${reason}`} className="export-step">
              <span className="export-step-name">{stageName(stage)}</span>
              <span className="export-step-count numbers">{countText(stage, count)}</span>
              <span className="export-step-reason">{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="export-plan-note numbers">
        {t('exports.ready')}: {t('exports.readyOf', { cached: plan.cached, steps: plan.steps })}
      </p>
      {plan.replaces ? <Message tone="warn" title={t('exports.replaces')} /> : null}
      {plan.notices.map((notice) => (
        <Message key={notice} title={notice} />
      ))}
    </>
  );
}

function stageName(stage: string): string {
  return i18next.exists(`exports.stages.${stage}`) ? i18next.t(`exports.stages.${stage as 'narrate'}`) : stage;
}

const COUNTED = ['narrate', 'illustrate', 'paint', 'compose'] as const;

function countText(stage: string, count: number): string {
  const counted = COUNTED.find((name) => name === stage) ?? 'other';
  return i18next.t(`exports.counts.${counted}`, { count });
}
