/** Words that go with speech. */
import type { QuoteRange } from '../language/quotes.ts';

/** Base forms of the verbs that tell who speaks. */
export const SAYING: ReadonlySet<string> = new Set(
  `say ask answer reply cry call shout whisper mutter murmur exclaim tell add yell scream sing laugh giggle sigh sob gasp groan growl
  roar bark squeak squeal chirp croak hoot purr hiss howl bleat moo quack grunt snort snap boom thunder beg plead explain
  suggest agree promise warn announce declare demand order command insist admit begin continue repeat remark observe wonder
  think stammer stutter grumble mumble whimper wail breathe chuckle cheer greet interrupt inquire enquire respond return
  protest complain boast joke tease urge remind scold cackle bellow holler pant pipe`.split(/\s+/u),
);

/** Stops that speech ends with; a word or a name in quotation marks has none. */
const STOP = /[.,!?…—–;:-][^\p{L}\p{N}]*$/u;

/** Speech, and not a word that the author only points at ('the "Swan"'). */
export function isSpeech(paragraph: string, { start, end }: QuoteRange, paragraphStart: number): boolean {
  const inside = paragraph.slice(start - paragraphStart, end - paragraphStart);
  if (!/[\p{L}\p{N}]/u.test(inside)) return false;
  if (STOP.test(inside)) return true;
  const before = paragraph.slice(0, start - paragraphStart).trimEnd();
  const after = paragraph.slice(end - paragraphStart).trimStart();
  // "Yes" said Nib; Nib said: "Yes". A whole sentence in marks without a stop is speech as well.
  return (before === '' || /[,:]$/u.test(before)) && (after === '' || /^\p{Ll}/u.test(after) || /^[.!?]/u.test(after));
}
