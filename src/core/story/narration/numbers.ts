/** English number words. Pure; any size of number is read, digit by digit when it is too long for words. */

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'] as const;

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** Above this a number is a code rather than an amount. */
const MOST_DIGITS = 18;

/** '1205' -> one thousand two hundred and five. Takes digits only, leading zeros are read out as a code is. */
export function cardinal(digits: string): string[] {
  if (digits.length > MOST_DIGITS || (digits.length > 1 && digits.startsWith('0'))) return spellDigits(digits);
  const groups: number[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(Number(digits.slice(Math.max(0, end - 3), end)));
  const words = groups.flatMap((_, index) => {
    const place = groups.length - 1 - index;
    const group = groups[place]!;
    if (group === 0) return [];
    const scale = SCALES[place]!;
    const and = place === 0 && group < 100 && groups.length > 1 ? ['and'] : [];
    return [...and, ...belowThousand(group), ...(scale === '' ? [] : [scale])];
  });
  return words.length === 0 ? ['zero'] : words;
}

/** '21' -> twenty-first */
export function ordinal(digits: string): string[] {
  const words = cardinal(digits);
  return [...words.slice(0, -1), toOrdinal(words.at(-1)!)];
}

/** '1984' -> nineteen eighty-four; '1900' -> nineteen hundred; '1805' -> eighteen oh five; '2005' -> two thousand and five. */
export function year(digits: string): string[] {
  const century = Number(digits.slice(0, 2));
  const rest = Number(digits.slice(2));
  if (century % 10 === 0 && rest < 10) return cardinal(digits);
  if (rest === 0) return [...belowThousand(century), 'hundred'];
  return [...belowThousand(century), ...(rest < 10 ? ['oh', SMALL[rest]!] : belowThousand(rest))];
}

/** '3.14' -> three point one four; '.5' -> point five. */
export function decimal(whole: string, fraction: string): string[] {
  return [...(whole === '' ? [] : cardinal(whole)), 'point', ...spellDigits(fraction)];
}

/** '007' -> zero zero seven */
export function spellDigits(digits: string): string[] {
  return [...digits].map((digit) => SMALL[Number(digit)]!);
}

/** The plural of a number word: twenties, hundreds, sixes. */
export function plural(word: string): string {
  if (word.endsWith('y')) return `${word.slice(0, -1)}ies`;
  return word.endsWith('x') ? `${word}es` : `${word}s`;
}

function belowThousand(value: number): string[] {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return [belowHundred(rest)];
  return [SMALL[hundreds]!, 'hundred', ...(rest === 0 ? [] : ['and', belowHundred(rest)])];
}

function belowHundred(value: number): string {
  if (value < 20) return SMALL[value]!;
  const unit = value % 10;
  return unit === 0 ? TENS[Math.floor(value / 10)]! : `${TENS[Math.floor(value / 10)]!}-${SMALL[unit]!}`;
}

function toOrdinal(word: string): string {
  const dash = word.lastIndexOf('-') + 1;
  const last = word.slice(dash);
  const known = IRREGULAR_ORDINALS[last];
  if (known !== undefined) return word.slice(0, dash) + known;
  return last.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`;
}
