import './job-progress.css';
import type { JobView } from '../../shared/views.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { leftText, stageText } from './job-text.ts';

/** How far a job is: its stage, the time that is left, and a bar. */
export function JobProgress({ job }: { readonly job: JobView }) {
  const stage = stageText(job);
  const left = leftText(job);
  // Its state is said already; what waits has no way to show yet.
  if (job.state === 'queued') return null;
  return (
    <div className="job-progress">
      <span className="job-progress-stage numbers">{stage}</span>
      {left === undefined ? null : <span className="job-progress-left numbers">{left}</span>}
      <ProgressBar
        label={job.title}
        value={job.state === 'running' ? job.progress?.value : (job.progress?.value ?? 0)}
        valueText={left === undefined ? stage : `${stage}, ${left}`}
      />
    </div>
  );
}
