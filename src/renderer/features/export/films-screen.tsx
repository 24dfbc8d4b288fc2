import './films-screen.css';
import { Clapperboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { JobView } from '../../../shared/views.ts';
import { useJobs } from '../../client/hooks.ts';
import { isActive } from '../../shell/job-text.ts';
import { Page } from '../../shell/page.tsx';
import { paths } from '../../shell/paths.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JobRow } from './job-row.tsx';

/** Every export, download and preview: what is at work first, then what has ended, the newest at the top. */
export default function FilmsScreen() {
  const { t } = useTranslation();
  const jobs = useJobs();
  return (
    <Page title={t('films.title')} text={t('films.text')}>
      {jobs.data === undefined ? <QueryState query={jobs} /> : <Jobs jobs={jobs.data} />}
    </Page>
  );
}

function Jobs({ jobs }: { readonly jobs: readonly JobView[] }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  if (jobs.length === 0) {
    return (
      <EmptyState
        icon={<Clapperboard />}
        title={t('films.emptyTitle')}
        actions={
          <Button
            onPress={() => {
              navigate(paths.library);
            }}
          >
            {t('films.toStories')}
          </Button>
        }
      >
        {t('films.emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <JobSection title={t('films.active')} jobs={jobs.filter(isActive)}>
        <p className="films-none">{t('films.none')}</p>
      </JobSection>
      <JobSection title={t('films.ended')} jobs={jobs.filter((job) => !isActive(job))} />
    </>
  );
}

interface JobSectionProps {
  readonly title: string;
  readonly jobs: readonly JobView[];
  /** In the place of an empty list; without it the whole section is left out. */
  readonly children?: ReactNode;
}

function JobSection({ title, jobs, children }: JobSectionProps) {
  if (jobs.length === 0 && children === undefined) return null;
  return (
    <section className="films-section" aria-label={title}>
      <h2 className="films-heading">{title}</h2>
      {jobs.length === 0 ? (
        children
      ) : (
        <ul className="films-list">
          {jobs.map((job) => (
            <li key={job.id}>
              <JobRow job={job} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
