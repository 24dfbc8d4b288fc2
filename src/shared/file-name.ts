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
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const letter of plain.trim()) {
    bytes += encoder.encode(letter).length;
    if (bytes > LONGEST) break;
    name += letter;
  }
  name = name.replaceAll(/^[. ]+|[. ]+$/gu, '');
  if (name === '') return fallback;
  return DEVICES.test(name) ? `${name.slice(0, 3)}_${name.slice(3)}` : name;
}
