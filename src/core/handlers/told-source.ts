/** What is filmed in a teller's own voice: a recording itself, or a project file that names one. */
import { basename, dirname, extname, resolve } from 'node:path';
import type { ProjectDocument } from '../../shared/project.ts';
import { reportFetch } from '../fetch-progress.ts';
import { examineRecording } from '../listen/examine.ts';
import { hashFile } from '../media/hash-file.ts';
import { fromStory } from '../project/from-story.ts';
import { heardStory } from '../recording/heard-story.ts';
import type { StoryDocument, StoryRecording } from '../story/document.ts';
import { standardVoice, type FilmRequest } from './film-request.ts';
import type { SourceContext } from './film-source.ts';

/** Absolute. */
export function recordingBeside(story: string, { file }: StoryRecording): string {
  return resolve(dirname(story), file);
}

/** What was heard before is not heard again. @throws StudioError for what cannot be listened to, and when nobody speaks */
export async function listenToSource(
  path: string,
  { workplace, signal, onProgress }: Pick<SourceContext, 'workplace' | 'signal' | 'onProgress'>,
): Promise<StoryDocument> {
  await examineRecording(await workplace.media(), path, signal);
  const listener = await workplace.listener(
    {},
    { signal, onProgress: reportFetch(onProgress, 'the model that listens') },
  );
  const transcript = await listener.listen(path, {
    signal,
    // The film's own progress begins afterwards, and may not fall: this one has no value for the whole.
    onProgress: (done) => {
      onProgress({ stage: 'listen', done, total: 1, message: `Listening ${String(Math.floor(done * 100))}%` });
    },
  });
  return heardStory(transcript, { file: basename(path) });
}

/** As the studio would have it: each part a scene that is told in the recording. @param path the recording's */
export async function projectOfRecording(
  story: StoryDocument,
  path: string,
  { seed }: FilmRequest['options'],
  { workplace, options, signal }: Pick<SourceContext, 'workplace' | 'options' | 'signal'>,
): Promise<ProjectDocument> {
  const { seconds, name } = await examineRecording(await workplace.media(), path, signal);
  const asset = `${await hashFile(path, signal)}${extname(path).toLowerCase()}`;
  const told = Math.max(...story.parts.map((part) => part.told?.to ?? 0));
  const file = { asset, name, seconds: seconds ?? told, language: story.recording?.language ?? story.language };
  const document = fromStory(seeded(story, seed), { voice: standardVoice(workplace, options), file }, () => 'drawn');
  // The same each time: the camera's moves hang on them.
  const scenes = document.scenes.map((scene, index) => ({
    ...scene,
    id: `scene-${String(index + 1).padStart(3, '0')}`,
  }));
  return { ...document, scenes };
}

function seeded(story: StoryDocument, seed: number | undefined): StoryDocument {
  if (seed === undefined) return story;
  return { ...story, parts: story.parts.map((part) => ({ ...part, overrides: { seed, ...part.overrides } })) };
}
