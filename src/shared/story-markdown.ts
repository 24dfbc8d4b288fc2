/** A written story as the Markdown file that is filmed: its title, and a heading for each scene. */

/**
 * Read back it has the same words: what Markdown would take for its own marks is escaped.
 * @param scenes text whose paragraphs are parted by blank lines; a scene without a title is parted by a rule
 */
export function storyMarkdown({
  title,
  scenes,
}: {
  readonly title: string;
  readonly scenes: readonly { readonly title: string; readonly text: string }[];
}): string {
  const parts = scenes
    .filter(({ text }) => text.trim() !== '')
    .map((scene, index) => {
      const heading = inLine(scene.title);
      const head = heading === '' ? (index === 0 ? [] : ['---']) : [`## ${heading}`];
      return [...head, ...paragraphsOf(scene.text)].join('\n\n');
    });
  return `${[`# ${inLine(title)}`, ...parts].join('\n\n')}\n`;
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => ownMarks(line.trim()))
        .filter((line) => line !== '')
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '');
}

const inLine = (text: string): string => ownMarks(text.replace(/\s+/gu, ' ').trim());

/** CommonMark takes a backslash before any of its marks for the mark itself. */
function ownMarks(line: string): string {
  return line
    .replace(/[\\`*_[\]<>&]/gu, '\\$&')
    .replace(/^[#+=~-]|#$/gu, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}
