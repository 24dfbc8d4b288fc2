/** What was heard becomes a story: readable text, and scenes that lie on the recording without a gap between them. Pure. */
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { SpokenWord, Transcript } from '../../shared/transcript.ts';
import { cutUnits } from './cut-scenes.ts';
import { spellNamesAlike } from './names.ts';
import { repairWords } from './repair.ts';
import { cutBetween } from './stretches.ts';
import { unitsOf, type SpokenUnit } from './units.ts';

export interface HeardPart {
  /** Paragraphs parted by a blank line. */
  readonly text: string;
  /** Seconds of the recording that are its sound. */
  readonly from: number;
  readonly to: number;
  /** Those of the text. */
  readonly words: readonly SpokenWord[];
}

export interface HeardStory {
  readonly language: string;
  /** Length of the recording. */
  readonly seconds: number;
  readonly parts: readonly HeardPart[];
  readonly notices: readonly string[];
}

/** Seconds that are kept before the first word and after the last one. */
const BEFORE = 0.3;
const AFTER = 0.6;
/** A silence that is worth a remark. */
const LONG_SILENCE = 10;

/** @throws StudioError `input` when nobody says a word */
export function planRecording(transcript: Transcript): HeardStory {
  const words = transcriptWords(transcript);
  const scenes = cutUnits(unitsOf(words));
  const parts = scenes.map((units, index) => {
    const own = units.flatMap((unit) => unit.words);
    const [before, after] = [scenes[index - 1]?.at(-1)?.words.at(-1), scenes[index + 1]?.[0]?.words[0]];
    const [first, last] = [own[0]!, own.at(-1)!];
    return {
      text: textOf(units),
      from: before ? cutBetween(before.end, first.start) : round(Math.max(0, first.start - BEFORE)),
      to: after
        ? cutBetween(last.end, after.start)
        : round(Math.max(last.end, Math.min(transcript.seconds, last.end + AFTER))),
      words: own,
    };
  });
  const { language, seconds } = transcript;
  return { language, seconds, parts, notices: [...transcript.notices, ...longSilences(words)] };
}

/** All of it, punctuated and with each name spelled one way. @throws StudioError `input` when there is none */
export function transcriptWords({ words, language }: Transcript): SpokenWord[] {
  const repaired = repairWords(words);
  if (repaired.length === 0) {
    throw new StudioError(ErrorCode.input, 'Nobody says a word in the recording.', {
      hint: 'Choose a recording in which somebody tells a story, and look whether it can be heard.',
    });
  }
  // Languages that write other words with a capital have no names to be told by it.
  return language.startsWith('en') ? spellNamesAlike(repaired) : repaired;
}

function textOf(units: readonly SpokenUnit[]): string {
  return units
    .map(({ words, begins }, index) => {
      const text = words.map((word) => word.text).join(' ');
      return (index === 0 ? '' : begins === 'paragraph' ? '\n\n' : ' ') + text;
    })
    .join('');
}

function longSilences(words: readonly SpokenWord[]): string[] {
  const silences = words
    .slice(1)
    .map(({ start }, index) => ({ at: words[index]!.end, seconds: start - words[index]!.end }))
    .filter(({ seconds }) => seconds > LONG_SILENCE);
  const longest = silences.toSorted((one, two) => two.seconds - one.seconds)[0];
  if (!longest) return [];
  const where = `${String(Math.round(longest.seconds))} s at ${clock(longest.at)}`;
  const what =
    silences.length === 1
      ? `Nobody speaks for ${where}`
      : `Nobody speaks for long ${String(silences.length)} times, the longest ${where}`;
  return [`${what}: the film waits there, unless long pauses are shortened.`];
}

/** '1:05'. */
function clock(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
