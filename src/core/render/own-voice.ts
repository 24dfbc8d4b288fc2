import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { SpokenWord } from '../../shared/transcript.ts';
import type { Stage } from '../build/stage.ts';
import { readWaveInfo } from '../media/wave.ts';
import { joinPieces, keptPieces, keptTime, type Piece } from '../recording/shorten-pauses.ts';
import { encodeWav } from '../runtime/speech/wav.ts';
import { SPEECH_FILE, type NarrateOutput } from './narrate.ts';

export interface OwnVoiceInput {
  /** An artefact of recordingStage. */
  readonly recording: { readonly path: string; readonly digest: string };
  /** Seconds of the recording. */
  readonly from: number;
  readonly to: number;
  /** Seconds after `to` in which nobody speaks, for the last frame to be filled with. */
  readonly room: number;
  readonly words: readonly SpokenWord[];
  /** Seconds; null leaves all pauses as they are. */
  readonly longestPause: number | null;
  /** Samples of one frame of the film, in which it ends where there is room. */
  readonly frame: number;
}

/** A stretch of a teller's recording: in place of narration, with the very samples of the recording. */
export const ownVoiceStage: Stage<OwnVoiceInput, NarrateOutput> = {
  name: 'own-voice',
  version: 1,
  identity: ({ recording, from, to, room, words, longestPause, frame }) => ({
    recording: recording.digest,
    ...{ from, to, room, longestPause, frame },
    words: words.map(({ text, start, end }) => [text, start, end]),
  }),
  run: async ({ recording, from, to, room, words, longestPause, frame }, { directory }) => {
    const { samples, sampleRate, body } = await readStretch(recording.path, from, to, room);
    const local = words.map(({ start, end }) => ({ start: start - from, end: end - from }));
    const whole: Piece[] = [{ from: 0, to: body }];
    const told = { samples: samples.subarray(0, body), sampleRate, words: local };
    const pieces = filled(longestPause === null ? whole : keptPieces(told, longestPause), samples.length, frame);
    const speech = joinPieces({ samples, sampleRate }, pieces);
    await writeFile(join(directory, SPEECH_FILE), encodeWav({ samples: speech, sampleRate }));
    const seconds = speech.length / sampleRate;
    const at = (time: number): number => round(Math.min(seconds, keptTime(time - from, pieces, sampleRate)));
    return {
      samples: speech.length,
      sampleRate,
      words: words.map(({ text, start, end }) => ({ text, start: at(start), end: at(end) })),
    };
  },
};

/** Its last piece is made longer by less than a frame, so that no silence has to be put in where the next scene goes on. */
function filled(pieces: readonly Piece[], most: number, frame: number): Piece[] {
  const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const last = pieces.at(-1)!;
  const to = last.to + Math.ceil(length / frame) * frame - length;
  return to <= most ? [...pieces.slice(0, -1), { ...last, to }] : [...pieces];
}

async function readStretch(path: string, from: number, to: number, room: number) {
  const { sampleRate, samples: all, dataOffset } = await readWaveInfo(path);
  const first = Math.min(all, Math.round(from * sampleRate));
  const end = Math.min(all, Math.round(to * sampleRate));
  if (end <= first) {
    throw new StudioError(ErrorCode.input, 'The recording is shorter than what is told in it.', {
      hint: 'Take the very recording that was listened to, or listen to this one.',
      data: { from, to, seconds: all / sampleRate },
    });
  }
  const samples = new Int16Array(Math.min(all, Math.round((to + room) * sampleRate)) - first);
  const file = await open(path);
  try {
    await file.read(Buffer.from(samples.buffer), 0, samples.length * 2, dataOffset + first * 2);
  } finally {
    await file.close();
  }
  return { samples, sampleRate, body: end - first };
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
