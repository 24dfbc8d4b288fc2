import { writeFile } from 'node:fs/promises';
import { dirname, extname, relative, sep } from 'node:path';
import { planCues } from '../../shared/captions/cues.ts';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Transcript } from '../../shared/transcript.ts';
import { toSrt, toVtt } from '../captions/subtitles.ts';
import { reportFetch } from '../fetch-progress.ts';
import { examineRecording } from '../listen/examine.ts';
import { paragraphsOf, transcriptText } from '../listen/text.ts';
import { checkPlace } from '../media/place.ts';
import { writeAside } from '../media/write-aside.ts';
import { storyContext, type StoryContext } from '../recording/context.ts';
import { transcriptWords } from '../recording/plan.ts';
import { heardStory, projectFileText, toProjectFile } from '../recording/heard-story.ts';
import { createProgress } from '../progress.ts';
import type { Workplace } from '../workplace.ts';
import type { RenderHooks } from './render-film.ts';

export interface ListenRequest {
  /** Absolute path of anything with sound in it. */
  readonly recording: string;
  /** Absolute path; its ending is the format. */
  readonly output: string;
  /** BCP 47; found by listening where it is left out. */
  readonly language?: string | undefined;
}

export interface ListenReport {
  readonly output: string;
  readonly language: string;
  /** Of the recording, and of work. */
  readonly duration: number;
  readonly seconds: number;
  readonly words: number;
  /** What the story is about; absent where it is in a language that is not understood. */
  readonly context?: StoryContext;
  readonly notices: readonly string[];
}

/** What can be written, by a file's ending. */
const WRITERS: Readonly<Record<string, (transcript: Transcript, file: string) => string>> = {
  '.json': (transcript, file) => projectFileText(toProjectFile(heardStory(transcript, { file }))),
  '.txt': transcriptText,
  '.srt': (transcript) => toSrt([{ cues: cuesOf(transcript), offset: 0 }]),
  '.vtt': (transcript) => toVtt([{ cues: cuesOf(transcript), offset: 0 }], transcript.language),
};

/** @throws StudioError for a recording, language or ending that cannot be; CancelledError */
export async function listenToFile(
  workplace: Workplace,
  { recording, output, language }: ListenRequest,
  { signal, onProgress }: RenderHooks,
): Promise<ListenReport> {
  // What cannot be heard or written is said before anything is fetched.
  const write = writerOf(output);
  await checkPlace(output);
  await examineRecording(await workplace.media(), recording, signal);
  const listener = await workplace.listener(
    { language },
    { signal, onProgress: reportFetch(onProgress, 'the model that listens') },
  );
  const started = performance.now();
  const progress = createProgress({ weights: { listen: 1 }, emit: onProgress });
  const transcript = await listener.listen(recording, {
    signal,
    onProgress: (value) => {
      progress.update('listen', { done: value, total: 1, message: 'Listening' });
    },
  });
  // As a project file names it, wherever both are moved together.
  const file = relative(dirname(output), recording).split(sep).join('/');
  await writeAside(output, (temporary) =>
    writeFile(temporary, write({ ...transcript, words: transcriptWords(transcript) }, file)),
  );
  progress.finish();
  return {
    output,
    language: transcript.language,
    duration: transcript.seconds,
    seconds: (performance.now() - started) / 1000,
    words: transcript.words.length,
    ...contextOf(workplace, transcript),
    notices: transcript.notices,
  };
}

function contextOf({ planner }: Workplace, transcript: Transcript): Pick<ListenReport, 'context'> {
  if (!transcript.language.startsWith('en')) return {};
  return { context: storyContext(planner.story(heardStory(transcript, { file: '' }))) };
}

function writerOf(output: string): (transcript: Transcript, file: string) => string {
  const ending = extname(output).toLowerCase();
  const writer = WRITERS[ending];
  if (writer) return writer;
  throw new StudioError(ErrorCode.option, `A recording's words cannot be written to a ${ending || 'nameless'} file.`, {
    hint: `Give the file one of these endings: ${Object.keys(WRITERS).join(', ')}.`,
  });
}

function cuesOf(transcript: Transcript): ReturnType<typeof planCues> {
  return planCues(
    paragraphsOf(transcript).flatMap((words) =>
      words.map((word, index) => (index === 0 ? { ...word, opens: true as const } : word)),
    ),
  );
}
