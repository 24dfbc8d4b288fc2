import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, RootContent } from 'mdast';
import { part } from '../document.ts';
import { tidy } from './lines.ts';
import type { ReadText } from './plain.ts';

/**
 * A .md story (CommonMark): the first heading is the title, further headings and rules (`---`, `***`, `* * *`) part
 * scenes, all other markup is stripped to its words.
 */
export function readMarkdown(source: string): ReadText {
  const front = frontMatter(source);
  const parts: { title?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  let title = front.title;
  const visit = (node: RootContent): void => {
    if (node.type === 'heading') {
      const text = tidy(wordsOf(node));
      if (text === '') return;
      if (title === undefined && parts.every((one) => one.paragraphs.length === 0)) title = text;
      else parts.push({ title: text, paragraphs: [] });
    } else if (node.type === 'thematicBreak') parts.push({ paragraphs: [] });
    else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      node.children.forEach(visit);
    else if (node.type === 'code')
      parts.at(-1)!.paragraphs.push(
        ...node.value
          .split(/\n\s*\n/u)
          .map(tidy)
          .filter(isWorded),
      );
    else parts.at(-1)!.paragraphs.push(...[tidy(wordsOf(node))].filter(isWorded));
  };
  fromMarkdown(front.body).children.forEach(visit);
  return {
    title: title ?? parts.find((one) => one.title !== undefined)?.title,
    parts: parts
      .filter((one) => one.paragraphs.length > 0 || one.title !== undefined)
      .map((one) => part(one.paragraphs, one.title)),
    notices: front.notices,
  };
}

function isWorded(text: string): boolean {
  return text.length > 0;
}

/** The words of a node: of a link its text, of a picture its alternative text, of HTML what stands between the tags. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'html':
      return node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/gu, ' ');
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    default:
      return 'children' in node ? node.children.map(wordsOf).join(node.type === 'list' ? ' ' : '') : '';
  }
}

/** `---` / `title: ...` / `---` at the very start, as static site generators write it: the title is used, the rest is not. */
function frontMatter(source: string): { title: string | undefined; body: string; notices: readonly string[] } {
  const match = /^---\n((?:[A-Za-z][\w-]*:.*\n|\s+.*\n|- .*\n)+)---\n/u.exec(source);
  if (!match) return { title: undefined, body: source, notices: [] };
  const title = /^title:\s*["']?(.*?)["']?\s*$/imu.exec(match[1]!)?.[1];
  return {
    title: title === '' ? undefined : title,
    body: source.slice(match[0].length),
    notices: ['The settings at the top of the file (front matter) are not read aloud; only their title is used.'],
  };
}
