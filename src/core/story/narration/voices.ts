/** A text's paragraphs, each cut where another voice begins. */

/** What of a text is said in a voice that is not the narrator's, as UTF-16 units of it. */
export interface VoicedRange {
  readonly start: number;
  readonly end: number;
  readonly voice: string;
}

export interface VoicedText {
  /** On one line; there is something to say in it. */
  readonly text: string;
  /** Undefined: the narrator's. */
  readonly voice: string | undefined;
}

/** @param voices in order, without overlap, none across a blank line; @returns no paragraph without a word */
export function cutAtVoices(text: string, voices: readonly VoicedRange[]): VoicedText[][] {
  const paragraphs: VoicedText[][] = [];
  let start = 0;
  for (const gap of [...text.matchAll(/\n[^\S\n]*\n\s*/gu), undefined]) {
    const end = gap?.index ?? text.length;
    const runs = joinWordless(cutParagraph(text, start, end, voices));
    if (runs.some((run) => hasWord(run.text))) paragraphs.push(runs);
    start = end + (gap?.[0].length ?? 0);
  }
  return paragraphs;
}

function cutParagraph(text: string, start: number, end: number, voices: readonly VoicedRange[]): VoicedText[] {
  const runs: VoicedText[] = [];
  let at = start;
  const take = (to: number, voice: string | undefined): void => {
    const line = text.slice(at, to).split(/\s+/u).filter(Boolean).join(' ');
    if (line !== '') runs.push({ text: line, voice });
    at = to;
  };
  for (const range of voices) {
    if (range.end <= start || range.start >= end) continue;
    take(Math.max(range.start, at), undefined);
    take(Math.min(range.end, end), range.voice);
  }
  take(end, undefined);
  return runs;
}

/** A dash or a full stop between two voices goes with the one before it; two runs of one voice are one. */
function joinWordless(runs: readonly VoicedText[]): VoicedText[] {
  const joined: VoicedText[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && (!hasWord(run.text) || !hasWord(last.text) || last.voice === run.voice)) {
      const voice = hasWord(last.text) ? last.voice : run.voice;
      joined[joined.length - 1] = { text: `${last.text} ${run.text}`, voice };
    } else joined.push(run);
  }
  return joined;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
