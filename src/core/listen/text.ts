import type { SpokenWord, Transcript } from '../../shared/transcript.ts';

/** A pause that parts paragraphs: after a sentence, and anywhere. Seconds. */
const AFTER_SENTENCE = 1.2;
const ANYWHERE = 2.5;

/** The words by paragraphs, as the teller's pauses part them. */
export function paragraphsOf({ words }: Pick<Transcript, 'words'>): SpokenWord[][] {
  const paragraphs: SpokenWord[][] = [];
  let before: SpokenWord | undefined;
  for (const word of words) {
    const pause = before ? word.start - before.end : Infinity;
    const isEnd = before !== undefined && /[.!?…]["'”’»)]*$/u.test(before.text);
    if (pause >= (isEnd ? AFTER_SENTENCE : ANYWHERE)) paragraphs.push([]);
    paragraphs.at(-1)!.push(word);
    before = word;
  }
  return paragraphs;
}

/** Plain text, an empty line between paragraphs. */
export function transcriptText(transcript: Pick<Transcript, 'words' | 'language'>): string {
  // Written without spaces between words.
  const space = /^(zh|ja|th|lo|my|yue|bo|km)$/u.test(transcript.language) ? '' : ' ';
  return `${paragraphsOf(transcript)
    .map((words) => words.map(({ text }) => text).join(space))
    .join('\n\n')}\n`;
}
