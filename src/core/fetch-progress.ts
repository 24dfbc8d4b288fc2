import type { Progress } from '../shared/job.ts';
import type { ModelProgress } from './models/progress.ts';

const MESSAGES: Readonly<Record<ModelProgress['phase'], string>> = {
  download: 'Fetching',
  verify: 'Checking',
  convert: 'Preparing',
};

/**
 * Fetching happens once, before the job's own progress begins: it has a bar of its own, without a value for the whole, which
 * may not fall afterwards.
 */
export function reportFetch(
  onProgress: (progress: Progress) => void,
  what = 'the voice',
  now = performance.now.bind(performance),
): (progress: ModelProgress) => void {
  let last = -Infinity;
  let phase = '';
  return (progress) => {
    const time = now();
    if (time - last < 100 && progress.phase === phase && progress.loaded < progress.total) return;
    last = time;
    phase = progress.phase;
    const percent = progress.total > 0 ? ` ${String(Math.floor((progress.loaded / progress.total) * 100))}%` : '';
    onProgress({
      stage: progress.phase,
      done: progress.loaded,
      total: progress.total,
      message: `${MESSAGES[progress.phase]} ${what}${percent}`,
    });
  };
}
