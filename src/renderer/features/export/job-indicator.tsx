import './job-indicator.css';
import { useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { JobView } from '../../../shared/views.ts';
import { useJobs } from '../../client/hooks.ts';
import { isActive, leftText, stageText } from '../../shell/job-text.ts';
import { paths } from '../../shell/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { JobRow } from './job-row.tsx';

/** In the header while anything is at work: the job that runs and what is left of it; pressed, all of them. */
export function JobIndicator() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const active = (useJobs().data ?? []).filter(isActive);
  const first = active.find(({ state }) => state === 'running') ?? active[0];
  if (!first) return null;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="job-indicator">
        <IndicatorWords job={first} />
        {active.length > 1 ? (
          <span className="job-indicator-count numbers">
            {active.length}
            <span className="visually-hidden"> {t('films.indicator', { count: active.length })}</span>
          </span>
        ) : null}
      </AriaButton>
      <Popover label={t('films.active')} placement="bottom end" className="job-popover">
        <div className="job-popover-head">
          <h2 className="job-popover-title">{t('films.active')}</h2>
          <Button
            size="small"
            look="quiet"
            onPress={() => {
              setOpen(false);
              navigate(paths.films);
            }}
          >
            {t('films.all')}
          </Button>
        </div>
        <ul className="job-list">
          {active.map((job) => (
            <li key={job.id}>
              <JobRow job={job} isCompact />
            </li>
          ))}
        </ul>
      </Popover>
    </DialogTrigger>
  );
}

/** The button's name is what it shows; the bar repeats it for the eye. */
function IndicatorWords({ job }: { readonly job: JobView }) {
  const stage = stageText(job);
  const left = leftText(job);
  return (
    <>
      <span className="visually-hidden">{job.title}: </span>
      <span className="job-indicator-text numbers">
        <span className="job-indicator-stage">{stage}</span>
        {left === undefined ? null : <span>{left}</span>}
      </span>
      <span aria-hidden className="job-indicator-bar">
        <ProgressBar
          label={job.title}
          value={job.state === 'running' ? job.progress?.value : (job.progress?.value ?? 0)}
        />
      </span>
    </>
  );
}
