import type { WordTiming } from '../story.ts';
import type { CaptionWord } from './types.ts';

/**
 * Seconds by which the lengths that the voice model foretells put a word behind its first sound: the mean over 120 onsets of
 * three voices and stories is 0.043 (tests/models/caption-times.test.ts). A caption is early rather than late.
 */
const LAG = 0.045;

/**
 * The author's text word by word, with the times of what is said: '$5' has those of 'five dollars'. What nobody says (a lone
 * dash, a picture, '***') goes with the word before it, or with the paragraph's first; alone in its paragraph it is left out.
 * @param text as it was narrated, a heading first; paragraphs parted by blank lines
 * @param timed what was said of it, in order (NarrateOutput.words, SceneState.words); seconds from the scene's first frame
 */
export function captionWords(text: string, timed: readonly WordTiming[]): CaptionWord[] {
  const words: CaptionWord[] = [];
  let from = 0;
  for (const { text: spoken, start, end } of timed) {
    // A text that was edited since has other words: what was said is shown all the same.
    const found = text.indexOf(spoken, from);
    const at = found === -1 ? from : found;
    const last = words.at(-1);
    // What stands before the first word goes with it.
    const [behind, between, before] = cutGap(last ? text.slice(from, at) : `\n\n${text.slice(from, at)}`);
    if (last && behind !== '') words[words.length - 1] = { ...last, text: last.text + behind };
    const opens = last === undefined || between;
    words.push({
      text: before + spoken,
      start: Math.max(0, start - LAG),
      end: Math.max(0, end - LAG),
      ...(opens ? { opens: true } : found === from && from > 0 ? { glued: true } : {}),
    });
    if (found !== -1) from = found + spoken.length;
  }
  const last = words.at(-1);
  if (!last) return words;
  const [behind] = cutGap(`${text.slice(from)}\n\n`);
  return [...words.slice(0, -1), { ...last, text: last.text + behind }];
}

/** What is not said between two words: what goes with the one before, whether a paragraph ends, what goes with the next. */
function cutGap(gap: string): readonly [behind: string, ends: boolean, before: string] {
  const parts = gap.split(/\n[^\S\n]*\n\s*/u);
  const behind = onOneLine(parts[0]!).trimEnd();
  if (parts.length === 1) return [behind, false, ''];
  const before = onOneLine(parts.at(-1)!).trimStart();
  return [behind, true, before];
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** Words as they stand in one line. */
export function lineText(words: readonly CaptionWord[]): string {
  return words.map(({ text, glued }, index) => (index === 0 || glued ? text : ` ${text}`)).join('');
}
