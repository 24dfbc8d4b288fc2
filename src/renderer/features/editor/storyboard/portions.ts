/** Cuts a text into portions that fit, each ending with a paragraph, else a sentence, else a word. */
export function portions(text: string, most: number): string[] {
  const rest = text.trim();
  if (rest.length <= most) return [rest];
  const head = rest.slice(0, most + 1);
  const ends = [/\n\s*\n/gu, /[.!?…]["'”’)\]]*\s/gu, /\s/gu].map((end) => lastEnd(head, end));
  // A paragraph's end is no use when it leaves most of the room empty.
  const at = ends.find((end) => end > most / 2) ?? most;
  return [rest.slice(0, at).trim(), ...portions(rest.slice(at), most)];
}

function lastEnd(text: string, end: RegExp): number {
  const last = [...text.matchAll(end)].at(-1);
  return last ? last.index + last[0].length : 0;
}
