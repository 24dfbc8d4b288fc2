import { z } from 'zod';
import type { Progress } from '../../../shared/job.ts';
import type { Transcript } from '../../../shared/transcript.ts';
import { hashFile } from '../../media/hash-file.ts';
import { createProgress } from '../../progress.ts';
import { musicAsset } from '../../project/own-music.ts';
import type { ProjectLibrary } from '../../project/library.ts';
import { heardScene } from '../../recording/heard-scene.ts';
import { heardStory, recordingFile } from '../../recording/heard-story.ts';
import { LISTENER_MODEL, type Workplace } from '../../workplace.ts';
import type { JobResult, JobRunner } from '../jobs/job-kind.ts';
import { dropKept, keptPath } from './kept.ts';

export const listenOptionsSchema = z.object({
  /** Under which id it is kept (kept.ts). */
  recording: z.string(),
  /** Its file's, for people. */
  name: z.string(),
  title: z.string().optional(),
  sceneId: z.string().optional(),
});
export type ListenOptions = z.infer<typeof listenOptionsSchema>;

/** About what the parts of it take; the model is fetched once. */
const WEIGHTS = { download: 5, verify: 0.5, convert: 0.5, listen: 10 };

/** Listens, then makes a project of what was heard, or tells a scene in it. Windows that were heard before are not heard again. */
export function listenRunner(workplace: Workplace): JobRunner {
  return {
    atOnce: 1,
    acrossProcesses: true,
    async run({ job, signal, onProgress, log }) {
      const options = listenOptionsSchema.parse(job.options);
      const { listening } = workplace.paths;
      const path = keptPath(listening, options.recording);
      const transcript = await listenWith(workplace, path, signal, onProgress);
      log.info({ words: transcript.words.length, language: transcript.language, model: transcript.model }, 'heard');
      const asset = musicAsset(await hashFile(path, signal));
      const recorded = { path, file: recordingFile(transcript, asset, options.name) };
      const projects = workplace.projects();
      const result =
        options.sceneId === undefined
          ? await makeProject(projects, job.id, transcript, recorded, options)
          : await tellScene(projects, job.projectId!, options.sceneId, transcript, recorded);
      await dropKept(listening, options.recording);
      return result;
    },
  };
}

async function listenWith(
  workplace: Workplace,
  path: string,
  signal: AbortSignal,
  emit: (progress: Progress) => void,
): Promise<Transcript> {
  const isHere = workplace.models().resolve(LISTENER_MODEL) !== undefined;
  const progress = createProgress({ weights: isHere ? { listen: WEIGHTS.listen } : WEIGHTS, emit });
  const listener = await workplace.listener(
    {},
    {
      signal,
      onProgress: ({ phase, loaded, total }) => {
        progress.update(phase, { done: loaded, total, message: 'Fetching the model that listens' });
      },
    },
  );
  return listener.listen(path, {
    signal,
    onProgress: (value) => {
      progress.update('listen', { done: value, total: 1, message: 'Listening' });
    },
  });
}

type Recorded = Parameters<ProjectLibrary['createFromRecording']>[2];

async function makeProject(
  projects: ProjectLibrary,
  id: string,
  transcript: Transcript,
  recorded: Recorded,
  { name, title }: ListenOptions,
): Promise<JobResult> {
  const story = heardStory(transcript, { file: name, title });
  const { projectId, notices } = await projects.createFromRecording(id, story, recorded);
  return { projectId, seconds: transcript.seconds, notices };
}

async function tellScene(
  projects: ProjectLibrary,
  projectId: string,
  sceneId: string,
  transcript: Transcript,
  { path, file }: Recorded,
): Promise<JobResult> {
  const { scenes } = projects.read(projectId).document;
  const written = scenes.find(({ id }) => id === sceneId)?.text ?? '';
  const { notices, ...heard } = heardScene(transcript, file, written);
  await projects.addMusic(projectId, path, file.asset);
  projects.edit(projectId, { type: 'add-recording', sceneId, heard });
  return { seconds: transcript.seconds, notices };
}
