import { part, type StoryPart } from '../document.ts';
import { isChapterHeading, isSceneBreak, joinLines, tidy } from './lines.ts';
import { withoutGutenbergFrame } from './gutenberg.ts';

export interface ReadText {
  readonly title: string | undefined;
  readonly parts: readonly StoryPart[];
  readonly notices: readonly string[];
}

/** Longest first line that is taken for a title. */
const TITLE_LENGTH = 80;

/** A .txt story: blank lines part paragraphs, a line of marks parts scenes, a short first line alone is the title. */
export function readPlainText(text: string): ReadText {
  const framed = withoutGutenbergFrame(text);
  const blocks = blocksOf(framed.text);
  const first = blocks[0];
  const title = first && blocks.length > 1 && isTitle(first) ? tidy(first[0]!) : undefined;
  return { title, parts: partsOf(title === undefined ? blocks : blocks.slice(1)), notices: framed.notices };
}

/** Runs of lines between blank ones; a line of marks is a block of its own. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(open);
    open = [];
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') close();
    else if (isSceneBreak(line)) {
      close();
      blocks.push([line]);
    } else open.push(line);
  }
  close();
  return blocks;
}

function isTitle(block: readonly string[]): boolean {
  const line = tidy(block[0]!);
  return block.length === 1 && line.length <= TITLE_LENGTH && !isSceneBreak(line) && !/[.,;:…]["'”’]?$/u.test(line);
}

function partsOf(blocks: readonly (readonly string[])[]): StoryPart[] {
  const parts: { title?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  for (const block of blocks) {
    const line = block[0]!;
    if (block.length === 1 && isSceneBreak(line)) parts.push({ paragraphs: [] });
    else if (block.length === 1 && isChapterHeading(line)) parts.push({ title: tidy(line), paragraphs: [] });
    else parts.at(-1)!.paragraphs.push(...joinLines(block));
  }
  return parts
    .filter((one) => one.paragraphs.length > 0 || one.title !== undefined)
    .map((one) => part(one.paragraphs, one.title));
}
