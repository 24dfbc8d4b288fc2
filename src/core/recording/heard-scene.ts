import { wordsOfText, type HeardScene, type RecordingFile } from '../../shared/recording.ts';
import type { Transcript } from '../../shared/transcript.ts';
import { planRecording } from './plan.ts';
import { realign } from './realign.ts';
import { sameRuns } from './same-runs.ts';

/** The part of what was heard that has to be in the written text, for it to have been read aloud. */
const READ_ALOUD = 0.6;

/**
 * A recording of one scene. Words that were written stay as they are written where they were read aloud, with the times at which they
 * were heard; else they give way to what was said, and a notice tells.
 * @throws StudioError `input` when nobody says a word
 */
export function heardScene(
  transcript: Transcript,
  file: RecordingFile,
  written: string,
): HeardScene & { readonly notices: readonly string[] } {
  const { parts, notices } = planRecording(transcript);
  const words = parts.flatMap((part) => part.words);
  const stretch = { asset: file.asset, from: parts[0]!.from, to: parts.at(-1)!.to, words };
  const own = wordsOfText(written);
  if (
    isRead(
      words.map(({ text }) => text),
      own,
    )
  ) {
    return { file, text: written, told: realign([stretch], own), notices };
  }
  const text = parts.map((part) => part.text).join(' ');
  const replaced =
    own.length > 0 ? ['Something else was said than what was written: the scene has the words that were said.'] : [];
  return { file, text, told: [stretch], notices: [...notices, ...replaced] };
}

function isRead(heard: readonly string[], written: readonly string[]): boolean {
  const same = sameRuns(heard, written).reduce(
    (sum, { isSame, before }) => sum + (isSame ? before[1] - before[0] : 0),
    0,
  );
  return same >= READ_ALOUD * Math.max(heard.length, written.length) && written.length > 0;
}
