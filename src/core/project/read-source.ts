/** What a new project is made of: pasted text or a story file. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { UNTITLED, type StoryDocument } from '../story/document.ts';
import { readStory } from '../story/read/read-story.ts';

/** Words of an untitled text that stand for its title. */
const TITLE_WORDS = 6;

/**
 * Text that was typed or pasted: Markdown when it has headings, the JSON of a project file when it begins like one, else plain
 * text. Without a title it is called by its first words. @throws StudioError `input` when it has no word in it
 */
export function readPasted(text: string): StoryDocument {
  const story = readStory(Buffer.from(text), `${UNTITLED}.${kindOf(text)}`);
  return story.title === UNTITLED ? { ...story, title: firstWords(text) } : story;
}

/** @param name the file's own; `path` may be called otherwise */
export async function readStoryFile(path: string, name: string): Promise<StoryDocument> {
  return readStory(await readFile(path), name);
}

/** A studio's project.json by itself rather than in its .storyloom file; undefined for anything else. */
export async function readProjectJson(path: string, name: string): Promise<unknown> {
  if (extname(name).toLowerCase() !== '.json') return undefined;
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isProject(value) ? value : undefined;
  } catch (error) {
    // The reader of stories tells what is wrong with it, line by line.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isProject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'storyloom' in value && value.storyloom !== 1;
}

function kindOf(text: string): 'json' | 'md' | 'txt' {
  if (/^\s*\{\s*"/u.test(text)) return 'json';
  return /^#{1,6}[ \t]+\S/mu.test(text) ? 'md' : 'txt';
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/u);
  const start = words.slice(0, TITLE_WORDS).join(' ').slice(0, 60);
  return words.length > TITLE_WORDS
    ? `${start.replace(/[\p{P}\s]+$/u, '')}…`
    : start.replace(/[.\s]+$/u, '') || UNTITLED;
}
