import type { ProjectDocument } from '../../../../shared/project.ts';
import type { CastView, SceneView } from '../../../../shared/views.ts';

/** The first sentence of a text, as a line to hear a voice by. */
export function firstSentence(text: string): string {
  const line = /^[^]*?[.!?…]["'”’)\]]*(?=\s|$)/u.exec(text.trim())?.[0] ?? text.trim();
  return line.replace(/\s+/gu, ' ').slice(0, 240);
}

/**
 * Something that a member of the cast says in the story: the quotation that stands nearest to their name, in a scene that
 * shows them. Nothing when they are never quoted.
 */
export function lineOf(member: CastView, document: ProjectDocument, scenes: readonly SceneView[]): string | undefined {
  const withThem = new Set(scenes.filter((scene) => scene.cast.includes(member.id)).map((scene) => scene.id));
  let best: { readonly line: string; readonly distance: number } | undefined;
  for (const { id, text } of document.scenes) {
    if (!withThem.has(id)) continue;
    const names = [...text.matchAll(new RegExp(escaped(member.name), 'giu'))].map((match) => match.index);
    for (const match of text.matchAll(/["“]([^"“”]{2,300})["”]/gu)) {
      const end = match.index + match[0].length;
      const distance = Math.min(...names.map((name) => (name >= end ? name - end : (match.index - name) * 2)));
      if (!best || distance < best.distance) best = { line: match[1]!.replace(/\s+/gu, ' ').trim(), distance };
    }
  }
  return best?.line;
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
