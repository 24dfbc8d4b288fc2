import { wordsOf } from '../checks/story-text.ts';

/**
 * A scene as it is told, of what a model answered: without a heading, marks of Markdown, a fence, a count of words, and
 * without the sentence in the middle of which it was cut off.
 */
export function cleanScene(answer: string, title: string, isCut: boolean): string {
  const lines = answer
    .replaceAll(/^```\w*\s*$/gmu, '')
    .replaceAll(/\*\*|__|(?<!\w)\*(?=\w)|(?<=[\w.,!?])\*(?!\w)/gu, '')
    .split('\n')
    .map((line) => line.trim());
  const told = lines.filter((line, index) => !isHeading(line, title, index) && !/^\(?\d+ words\)?\.?$/iu.test(line));
  const text = told
    .join('\n')
    .replaceAll(/\n{2,}|\n/gu, '\n\n')
    .trim();
  return isCut ? upToSentenceEnd(text) : text;
}

function isHeading(line: string, title: string, index: number): boolean {
  if (/^(?:#{1,6}\s|-{3,}$|={3,}$)/u.test(line)) return true;
  if (/^(?:scene|chapter|part|beat)\s*(?:\d+|one|two|three|four|five|six|seven|eight)\b[^.!?]{0,80}$/iu.test(line))
    return true;
  const isTitle = wordsOf(line).join(' ') === wordsOf(title).join(' ');
  return index < 3 && title !== '' && isTitle;
}

function upToSentenceEnd(text: string): string {
  const end = /^[\s\S]*[.!?…]["”’']?(?=\s|$)/u.exec(text)?.[0];
  return end ?? text;
}
