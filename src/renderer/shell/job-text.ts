import i18next from 'i18next';
import type { JobView } from '../../shared/views.ts';
import { bytesText, durationText, numberText } from '../i18n/format.ts';

/** Jobs that are not over. */
export const isActive = ({ state }: JobView): boolean =>
  state === 'queued' || state === 'running' || state === 'paused';

/** What it is doing: 'Drawing, 7 of 11'. */
export function stageText({ kind, state, progress }: JobView): string {
  const { t } = i18next;
  if (state === 'running' && !progress) return t('films.starting');
  if ((state !== 'running' && state !== 'paused') || !progress) return t(`films.states.${state}`);
  const { stage, done, total, message } = progress;
  const doing = i18next.exists(`exports.doing.${stage}`)
    ? t(`exports.doing.${stage as 'narrate'}`)
    : (message ?? stage);
  if (done === undefined || total === undefined || total <= 1) return doing;
  const count =
    kind === 'fetch-model'
      ? t('films.of', { done: bytesText(done), total: bytesText(total) })
      : t('films.of', { done: numberText(Math.min(total, Math.floor(done) + 1)), total: numberText(total) });
  return `${doing}, ${count}`;
}

/** '18 s left', or nothing while it is not known. */
export function leftText({ state, progress }: JobView): string | undefined {
  if (state !== 'running' || progress?.etaSeconds === undefined) return undefined;
  return i18next.t('films.left', { time: durationText(progress.etaSeconds) });
}
