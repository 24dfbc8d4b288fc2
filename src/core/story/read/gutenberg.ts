const START = /^\s*\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG.*$/imu;
const END = /^\s*\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG.*$/imu;

/** The licence around a Project Gutenberg text is not part of the story; taking it away is said in a notice. */
export function withoutGutenbergFrame(text: string): { text: string; notices: readonly string[] } {
  const start = START.exec(text);
  const end = END.exec(text);
  if (!start || !end || end.index < start.index) return { text, notices: [] };
  const story = text
    .slice(start.index + start[0].length, end.index)
    .replace(/\[Illustration(?::[^\]]{0,300})?\]/gu, '')
    .trim();
  return { text: story, notices: ["Project Gutenberg's own text before and after the story was left out."] };
}
