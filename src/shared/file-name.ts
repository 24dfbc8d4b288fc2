/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Bytes that are left for the name itself where 255 may be had with an ending and a temporary mark. */
const LONGEST = 180;

/** A title as the name of a file, without its ending, that every system can keep; `fallback` where nothing is left of it. */
export function safeFileName(title: string, fallback: string): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
  let name = '';
  let bytes = 0;
  for (const letter of plain.trim()) {
    bytes += bytesOf(letter);
    if (bytes > LONGEST) break;
    name += letter;
  }
  name = name.replaceAll(/^[. ]+|[. ]+$/gu, '');
  if (name === '') return fallback;
  return DEVICES.test(name) ? `${name.slice(0, 3)}_${name.slice(3)}` : name;
}

/** Of a letter in UTF-8. (Pure ECMAScript has no TextEncoder.) */
function bytesOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
}
