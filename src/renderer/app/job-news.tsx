import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { JobView } from '../../shared/views.ts';
import { useJobs } from '../client/hooks.ts';
import { durationText, percentText } from '../i18n/format.ts';
import { playFilm } from '../shell/shell-store.ts';
import { paths } from '../shell/paths.ts';
import { showToast } from '../ui/toast.tsx';

/** Between two words to a screen reader about the same job's progress, in milliseconds. */
const SILENCE_MS = 20_000;

/** Says what becomes of jobs: a toast when one is done or has failed, and now and then a word of its progress. */
export function JobNews() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const jobs = useJobs().data;
  const known = useRef<ReadonlyMap<string, JobView['state']>>(undefined);
  const spokenAt = useRef(0);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!jobs) return;
    const before = known.current;
    known.current = new Map(jobs.map(({ id, state }) => [id, state]));
    // What had ended before this window was opened is no news.
    if (!before) return;
    for (const job of jobs) {
      const was = before.get(job.id);
      if (was === undefined || was === job.state) continue;
      if (job.state === 'done') {
        const title = t('films.saidDone', { title: job.title });
        const play = job.film !== undefined;
        // A page that waited for the story is there by now, or on its way.
        const story = job.kind === 'listen' && job.sceneId === undefined ? job.projectId : undefined;
        const places = story === undefined ? [] : [paths.listen, paths.project(story)];
        if (places.some((place) => window.location.hash === `#${place}`)) continue;
        showToast({
          tone: 'ok',
          title,
          action:
            story !== undefined
              ? {
                  label: t('films.openStory'),
                  onPress: () => {
                    navigate(paths.project(story));
                  },
                }
              : play
                ? {
                    label: t('films.play'),
                    onPress: () => {
                      playFilm(job.id);
                    },
                  }
                : undefined,
        });
      }
      if (job.state === 'failed' && job.failure) {
        const { message, hint } = job.failure;
        showToast({ tone: 'danger', title: t('films.saidFailed', { title: job.title, message }), hint });
      }
    }
  }, [jobs, t, navigate]);

  useEffect(() => {
    const running = jobs?.find(({ state }) => state === 'running');
    const value = running?.progress?.value;
    if (!running || value === undefined || Date.now() - spokenAt.current < SILENCE_MS) return;
    spokenAt.current = Date.now();
    const eta = running.progress?.etaSeconds;
    const facts = { title: running.title, percent: percentText(value) };
    setSaid(eta === undefined ? t('films.saidPlain', facts) : t('films.said', { ...facts, time: durationText(eta) }));
  }, [jobs, t]);

  return (
    <div className="visually-hidden" role="status">
      {said}
    </div>
  );
}
