/** Long pauses of a teller, shortened: only silence is taken out, and never near a word. Pure. */

/** A range of samples; `to` is not in it. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

export interface SpokenStretch {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** Seconds from the first sample; they rise. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

/** Seconds that stay at each side of a word, whatever its time is said to be. */
const NEAR_WORD = 0.12;
/** Of a frame, whose loudness is looked at. */
const FRAME_SECONDS = 0.02;
/** A silence shorter than this is not worth a seam. */
const SHORTEST_CUT = 0.1;
/** How much softer than speech silence is, and how much louder than the softest it may be; as factors of amplitude (26 dB, 6 dB). */
const BELOW_SPEECH = 0.05;
const ABOVE_FLOOR = 2;

/** What stays of a stretch, in order, when no pause between words is to last longer than so many seconds, as far as it is silent. */
export function keptPieces(stretch: SpokenStretch, longest: number): Piece[] {
  const { samples, sampleRate } = stretch;
  const frame = Math.round(FRAME_SECONDS * sampleRate);
  const quiet = quietFrames(samples, frame);
  const cuts = pausesOf(stretch).flatMap((pause) => cutPause(pause, longest, sampleRate, frame, quiet));
  const pieces: Piece[] = [];
  let from = 0;
  for (const cut of cuts) {
    pieces.push({ from, to: cut.from });
    from = cut.to;
  }
  return [...pieces, { from, to: samples.length }];
}

/** Before the first word, between words, after the last one. */
function pausesOf({ samples, sampleRate, words }: SpokenStretch): Piece[] {
  const starts = [...words.map(({ start }) => Math.round(start * sampleRate)), samples.length];
  const ends = [0, ...words.map(({ end }) => Math.round(end * sampleRate))];
  return starts.map((to, index) => ({ from: ends[index]!, to }));
}

function cutPause(
  pause: Piece,
  longest: number,
  sampleRate: number,
  frame: number,
  quiet: readonly boolean[],
): Piece[] {
  let surplus = pause.to - pause.from - Math.round(longest * sampleRate);
  const near = Math.round(NEAR_WORD * sampleRate);
  const least = Math.round(SHORTEST_CUT * sampleRate);
  if (surplus < least) return [];
  const cuts: Piece[] = [];
  const runs = quietRuns({ from: pause.from + near, to: pause.to - near }, frame, quiet);
  for (const run of runs.toSorted((one, two) => two.to - two.from - (one.to - one.from))) {
    const length = Math.min(surplus, run.to - run.from);
    if (length < least) break;
    const from = run.from + Math.floor((run.to - run.from - length) / 2);
    cuts.push({ from, to: from + length });
    surplus -= length;
  }
  return cuts.sort((one, two) => one.from - two.from);
}

function quietRuns({ from, to }: Piece, frame: number, quiet: readonly boolean[]): Piece[] {
  const runs: Piece[] = [];
  let start: number | undefined;
  const first = Math.ceil(from / frame);
  const last = Math.floor(to / frame);
  for (let index = first; index <= last; index += 1) {
    if (index < last && quiet[index]) start ??= index;
    else if (start !== undefined) {
      runs.push({ from: start * frame, to: index * frame });
      start = undefined;
    }
  }
  return runs;
}

function quietFrames(samples: Int16Array, frame: number): boolean[] {
  const count = Math.floor(samples.length / frame);
  const levels = Array.from({ length: count }, (_, index) => {
    let sum = 0;
    for (let at = index * frame; at < (index + 1) * frame; at += 1) sum += samples[at]! ** 2;
    return Math.sqrt(sum / frame);
  });
  const sorted = levels.toSorted((one, two) => one - two);
  const at = (part: number): number => sorted[Math.floor(part * (count - 1))] ?? 0;
  const most = Math.max(at(0.95) * BELOW_SPEECH, at(0.1) * ABOVE_FLOOR);
  return levels.map((level) => level <= most);
}

/** Seconds by which a seam is blended. */
const BLEND_SECONDS = 0.01;

/** The pieces one after the other, each blended into the next with what was cut there: as many samples as they have together. */
export function joinPieces(
  { samples, sampleRate }: Pick<SpokenStretch, 'samples' | 'sampleRate'>,
  pieces: readonly Piece[],
): Int16Array {
  const joined = new Int16Array(pieces.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  pieces.forEach((piece, index) => {
    joined.set(samples.subarray(piece.from, piece.to), at);
    const before = pieces[index - 1];
    const blend = Math.min(Math.round(BLEND_SECONDS * sampleRate), piece.to - piece.from);
    // What came after the last piece fades out under the beginning of this one.
    for (let step = 0; before && step < blend; step += 1) {
      const part = (step + 0.5) / blend;
      joined[at + step] = Math.round(samples[piece.from + step]! * part + samples[before.to + step]! * (1 - part));
    }
    at += piece.to - piece.from;
  });
  return joined;
}

/** Where a moment of the stretch is once only the pieces are left; one that was cut out is at the seam. */
export function keptTime(seconds: number, pieces: readonly Piece[], sampleRate: number): number {
  const sample = seconds * sampleRate;
  let before = 0;
  for (const { from, to } of pieces) {
    if (sample < from) break;
    before += Math.min(sample, to) - from;
  }
  return before / sampleRate;
}
