import i18next from 'i18next';
import { useMutation } from '@tanstack/react-query';
import { isRecording } from '../../shared/recording.ts';
import type { JobView } from '../../shared/views.ts';
import { withJob } from '../client/apply-event.ts';
import { useStudio } from '../client/studio.tsx';
import { uploadFile } from '../client/upload.ts';
import { soundOf, type Take } from './recorder/kept-takes.ts';

export interface ToListenTo {
  readonly sound: File | Take;
  /** The scene that is told in it; without one a story is made of it. */
  readonly scene?: Take['scene'];
}

/** For the host's own file dialog. */
export const RECORDING_TYPES = ['audio/*', 'video/*'];

/** Whether a file that was dropped or chosen is listened to: its name or its type says so. */
export function canBeHeard({ name, type }: File): boolean {
  return isRecording(name) || /^(?:audio|video)\//u.test(type);
}

/** Sends a recording to the studio, which listens to it as a job. A take stays kept in the browser. */
export function useListen() {
  const { client, cache, queries } = useStudio();
  return useMutation({
    meta: { isShown: true },
    mutationFn: async ({ sound, scene }: ToListenTo) => {
      const file = sound instanceof File ? sound : await fileOf(sound);
      const { uploadId } = await uploadFile(file);
      return client.recordings.listen({ uploadId, ...scene });
    },
    onSuccess: (job) => {
      cache.setQueryData(queries.jobs.list.queryKey(), (jobs: JobView[] | undefined) => jobs && withJob(jobs, job));
    },
  });
}

async function fileOf(take: Take): Promise<File> {
  const ending = /^audio\/(webm|mp4|ogg)/u.exec(take.type)?.[1] ?? 'webm';
  const at = new Date(take.startedAt).toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
  const name = i18next.t('listen.fileName', { time: at });
  return new File([await soundOf(take)], `${name}.${ending === 'mp4' ? 'm4a' : ending}`, { type: take.type });
}
