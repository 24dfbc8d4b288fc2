import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/story/narration/normalise.ts';

/** What the author wrote | what is said. */
const SAID: Readonly<Record<string, string>> = {
  numbers: `
0 | zero
7 cats | seven cats
21 | twenty-one
100 years | one hundred years
105 days | one hundred and five days
999 | nine hundred and ninety-nine
1,000 | one thousand
1,205 sheep | one thousand two hundred and five sheep
12,345 | twelve thousand three hundred and forty-five
1,000,000 stars | one million stars
2,000,001 | two million and one
1234567 | one million two hundred and thirty-four thousand five hundred and sixty-seven
3.14 | three point one four
0.5 | zero point five
.5 | point five
-3 | minus three
007 | zero zero seven
#7 | number seven
50% of | fifty percent of
12.5% | twelve point five percent
99999999999999999999 cats | nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine nine cats
555-1234 | five five five one two three four
5-10 days | five to ten days
24/7 | twenty-four seven
MP3 | M P three
a 5-year-old boy | a five year-old boy`,
  ordinals: `
1st | first
2nd | second
3rd | third
12th night | twelfth night
21st | twenty-first
30th | thirtieth
100th | one hundredth
1,000th | one thousandth`,
  years: `
in 1984 | in nineteen eighty-four
in 1900 | in nineteen hundred
in 1805, | in eighteen oh five,
in 2000 | in two thousand
in 2005 | in two thousand and five
in 2024 | in twenty twenty-four
2024 sheep ran | two thousand and twenty-four sheep ran
the 1920s | the nineteen twenties
the 1800s | the eighteen hundreds
the '90s | the nineties
1914–1918 | nineteen fourteen to nineteen eighteen
July 4, 1776 | July fourth, seventeen seventy-six
4 July | the fourth of July
2024-07-12 | July twelfth twenty twenty-four`,
  money: `
$1 | one dollar
$5 | five dollars
$5, then | five dollars, then
£1.50 | one pound and fifty pence
$0.99 | ninety-nine cents
£0.01 | one penny
€20 | twenty euros
20€ | twenty euros
$1,200 | one thousand two hundred dollars
$3 million house | three million dollars house
$2.5k | two point five thousand dollars
US$5 | five dollars`,
  times: `
4:30 | four thirty
4:05 | four oh five
12:00 | twelve o'clock
16:05 | sixteen oh five
4:30 p.m. today | four thirty P M today
4pm | four P M
10 a.m. sharp | ten A M sharp
ten to four | ten to four
I am | I am`,
  fractions: `
1/2 | one half
½ cup | one half cup
2½ | two and a half
3/4 | three quarters
2/3 | two thirds
5/8 | five eighths
2 1/2 cups | two and a half cups`,
  units: `
5 km | five kilometers
5km | five kilometers
1 kg | one kilogram
3 ft. of rope | three feet of rope
60 mph | sixty miles per hour
20°C | twenty degrees Celsius
1° | one degree
72°F | seventy-two degrees Fahrenheit`,
  titles: `
Mr. Tod | Mister Tod
Mr Tod | Mister Tod
old Mrs. Rabbit | old Missus Rabbit
Ms. Frizzle | Miz Frizzle
Dr. Foster went | Doctor Foster went
on Elm Dr. at noon | on Elm Drive at noon
St. Ives | Saint Ives
to St. Mary | to Saint Mary
Baker St. is | Baker Street is
Prof. Owl | Professor Owl
Capt. Hook | Captain Hook
Jack Jr. ran | Jack Junior ran
J. M. Barrie | J M Barrie`,
  numerals: `
Henry VIII ate | Henry the eighth ate
Louis XIV's wig | Louis the fourteenth's wig
King Charles I wept | King Charles the first wept
Queen Elizabeth II | Queen Elizabeth the second
Chapter IV | Chapter four
World War II | World War two
and Peter, I think | and Peter, I think
Said Peter I will | Said Peter I will
Vitamin C | Vitamin C`,
  abbreviations: `
e.g. this | for example this
i.e. that | that is that
cats, dogs, etc. | cats, dogs, et cetera.
cats, etc., ran | cats, et cetera, ran
No. 5 | number five
No. He ran | No. He ran
Vol. II | volume two
red vs. blue | red versus blue
Oct. 3 | October third
U.S.A. today | U S A today
salt & pepper | salt and pepper
2 + 2 = 4 | two plus two equals four`,
  capitals: `
STOP! | stop!
the BBC said | the B B C said
NASA | nasa
"HELP ME" | “help me”
a TV | a T V
I | I`,
  marks: `
"Now," he said | “Now,” he said
“Now,” he said | “Now,” he said
«Now» | “Now”
well — no | well— no
well—no | well— no
well -- no | well— no
Oh... dear | Oh… dear
Oh . . . dear | Oh… dear
What?! | What?
(softly) | (softly)
dogs' bones | dogs' bones
don’t | don't
’tis late | 'tis late
*really* _big_ | really big
## The End | The End
hello😀 world 🎉 | hello world
yes/no | yes no
end.Start | end Start
ﬁne | fine`,
  web: `
www.example.com | example dot com
https://example.com/a | example dot com slash a
see example.org. | see example dot org.
me@example.com | me at example dot com`,
};

describe.each(Object.entries(SAID))('%s', (_, table) => {
  const cases = table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string]);
  it.each(cases)('%s', (text, said) => {
    expect(normalise(text).spoken).toBe(said);
  });
});

describe('the thread from the author’s words to the spoken ones', () => {
  it('leads from "$5" to "five dollars", so that a caption lights up as long as both are said', () => {
    const { words, spoken } = normalise('He paid $5 million, then 😀 left.');
    expect(
      words.map(({ text, first, count }) => [
        text,
        spoken
          .split(' ')
          .slice(first, first + count)
          .join(' '),
      ]),
    ).toEqual([
      ['He', 'He'],
      ['paid', 'paid'],
      ['$5', 'five'],
      ['million,', 'million dollars,'],
      ['then', 'then'],
      ['😀', ''],
      ['left.', 'left.'],
    ]);
  });

  it('loses no letter of any text: joined, the words are the text without its spaces', () => {
    fc.assert(
      fc.property(wildText(), (text) => {
        expect(
          normalise(text)
            .words.map((word) => word.text)
            .join(''),
        ).toBe(text.replace(/\s+/gu, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('says something for every word that has a letter or a figure, and points at words that exist', () => {
    fc.assert(
      fc.property(wildText(), (text) => {
        const { words, spoken } = normalise(text);
        const said = spoken === '' ? [] : spoken.split(' ');
        let next = 0;
        for (const word of words) {
          expect(word.first).toBe(next);
          next += word.count;
          // Pictures are not said, not even those that are made of a letter (🈲 is 禁 in a square).
          const letters = word.text.replace(/\p{Extended_Pictographic}/gu, '').normalize('NFKC');
          if (/[\p{L}\p{Nd}]/u.test(letters)) expect(word.count).toBeGreaterThan(0);
        }
        expect(next).toBe(said.length);
        expect(said.every((word) => word !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the pronunciation dictionary', () => {
  it('respells a word in any case and with its possessive', () => {
    const pronunciations = { nib: 'Nibb', hermione: 'Her my oh nee' };
    expect(normalise("Nib saw NIB's hat. Hermione!", pronunciations).spoken).toBe(
      "Nibb saw Nibb's hat. Her my oh nee!",
    );
  });

  it('gives IPA to the right spoken word', () => {
    const { spoken, sounds } = normalise('He paid $5 to Xi’s cat', { xi: '/ʃiː/' });
    expect(spoken).toBe("He paid five dollars to Xi's cat");
    expect(sounds).toEqual({ 5: 'ʃiːz' });
  });

  it('goes before every rule', () => {
    expect(normalise('BBC 1984', { bbc: 'beeb', '1984': 'the book' }).spoken).toBe('beeb the book');
  });
});

/** Letters, figures, marks and signs of all kinds, close enough to real text to reach the rules. */
function wildText() {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.stringMatching(/^[A-Za-z0-9$£%.,:;'"()/@#°+=-]{0,10}$/u),
    fc.constantFrom(
      'Mr.',
      'St.',
      'Henry',
      'VIII',
      '$5',
      '4:30',
      '½',
      '1/2',
      '—',
      '...',
      '東京',
      '١٢',
      '\ud800',
      '🎉',
      'e.g.',
      '\n\n',
    ),
    fc.integer().map(String),
  );
  return fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' '));
}
