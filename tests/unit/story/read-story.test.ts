import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import { isStudioError } from '../../../src/shared/errors.ts';

const STORY = 'The Fox\n\nOnce a fox lived in a wood. It was a café – “très chic”.\n\nIt ate plums.\n';

function textOf(bytes: Uint8Array, fileName = 'story.txt'): string {
  return readStory(bytes, fileName)
    .parts.flatMap((part) => part.paragraphs)
    .join('\n');
}

function errorOf(bytes: Uint8Array, fileName: string): { message: string; hint: string | undefined; code: string } {
  try {
    readStory(bytes, fileName);
  } catch (error) {
    if (isStudioError(error)) return error as never;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function utf16(text: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('the encoding of a story file', () => {
  const expected = textOf(Buffer.from(STORY));
  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${STORY}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${STORY}`, false)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${STORY}`, true)],
    ['UTF-16 LE without a mark', utf16(STORY, false)],
    ['UTF-16 BE without a mark', utf16(STORY, true)],
    ['Windows line ends', Buffer.from(STORY.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', Buffer.from(STORY.replaceAll('\n', '\r'))],
  ])('reads %s as the same story', (_name, bytes) => {
    expect(textOf(bytes)).toBe(expected);
    expect(readStory(bytes, 'story.txt').notices).toEqual([]);
  });

  it('reads Windows-1252 and says so, instead of showing broken letters', () => {
    const bytes = Buffer.from(STORY.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1');
    const document = readStory(bytes, 'story.txt');
    expect(textOf(bytes)).toBe(expected);
    expect(document.notices).toEqual([expect.stringContaining('Windows-1252')]);
  });

  it('keeps UTF-8 in which one byte was damaged, instead of turning every accent into two letters', () => {
    const bytes = Buffer.concat([
      Buffer.from('Café, crème, déjà vu, naïve, été. '),
      Buffer.from([0xff]),
      Buffer.from(' The end of it.'),
    ]);
    const document = readStory(bytes, 'story.txt');
    expect(textOf(bytes)).toContain('Café, crème, déjà vu');
    expect(document.notices[0]).toContain('damaged');
  });
});

describe('a file that holds no story', () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.alloc(500, 7),
  ]);
  it.each([
    ['an empty file', Buffer.alloc(0), 'no text'],
    ['white space only', Buffer.from(' \n\n \t'), 'no text'],
    ['marks only', Buffer.from('***\n\n---\n!?'), 'no text'],
    ['a PNG named .txt', png, 'PNG picture'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 167 + 13) % 256)),
      'not a text file',
    ],
    ['more than the limit', Buffer.alloc(20 * 1024 * 1024 + 1, 0x61), 'too large'],
  ])('refuses %s with the next step', (_name, bytes, message) => {
    const error = errorOf(bytes, '/somewhere/tale.txt');
    expect(error).toMatchObject({ code: 'input', message: expect.stringContaining(message) as string });
    expect(error.message).toContain('tale.txt');
    expect(error.hint).toMatch(/^(Write|Give|Split) /u);
  });
});

describe('plain text', () => {
  it('takes a short first line alone for the title, and the file name when there is none', () => {
    expect(readStory(Buffer.from(STORY), 'a.txt').title).toBe('The Fox');
    expect(readStory(Buffer.from('Once a fox lived in a wood.\n\nIt ate plums.'), '/x/the-sly_fox.txt').title).toBe(
      'The sly fox',
    );
    expect(readStory(Buffer.from('A fox'), 'fox.txt').parts[0]!.paragraphs).toEqual(['A fox']);
  });

  it('joins hard-wrapped lines into paragraphs, with a hyphen at the line end kept inside its word', () => {
    const text = 'Once upon a time a fox lived under a fir-\ntree and ate\nplums.\n\nThen it\nslept.';
    expect(readStory(Buffer.from(text), 'a.txt').parts[0]!.paragraphs).toEqual([
      'Once upon a time a fox lived under a fir-tree and ate plums.',
      'Then it slept.',
    ]);
  });

  it('takes one paragraph a line for paragraphs when there are no blank lines', () => {
    const text = ['A fox came.', 'It ran.', '“Who is there?”', 'Nobody was.', 'It slept.'].join('\n');
    expect(readStory(Buffer.from(text), 'a.txt').parts[0]!.paragraphs).toHaveLength(5);
  });

  it.each(['***', '* * *', '---', '~~~', '#', '⁂', '— — —'])('parts scenes at a line of %s', (mark) => {
    const parts = readStory(Buffer.from(`A fox came in.\n\n${mark}\n\nIt went away.`), 'a.txt').parts;
    expect(parts.map((part) => part.paragraphs)).toEqual([['A fox came in.'], ['It went away.']]);
  });

  it('takes chapter headings for headings, and not for text that is read as a sentence', () => {
    const parts = readStory(
      Buffer.from('The Fox\n\nChapter I\n\nA fox came.\n\nCHAPTER TWO. The Wood\n\nIt went.'),
      'a.txt',
    ).parts;
    expect(parts.map((part) => part.title)).toEqual(['Chapter I', 'CHAPTER TWO. The Wood']);
  });

  it("leaves out Project Gutenberg's licence and says so", () => {
    const text =
      'Licence words\n*** START OF THE PROJECT GUTENBERG EBOOK THE FOX ***\n\nA fox came.\n\n[Illustration]\n\nIt went.\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE FOX ***\nMore licence';
    const document = readStory(Buffer.from(text), 'a.txt');
    expect(document.parts[0]!.paragraphs).toEqual(['A fox came.', 'It went.']);
    expect(document.notices).toHaveLength(1);
  });

  it('says so when the text is not English, instead of reading it with an English voice in silence', () => {
    const german =
      'Es war einmal ein kleiner Fuchs, der wohnte mit seiner Mutter tief im dunklen Wald und hatte niemals Angst vor dem Wolf.';
    expect(readStory(Buffer.from(german), 'a.txt')).toMatchObject({
      language: 'und',
      notices: [expect.stringContaining('English')],
    });
  });
});

describe('Markdown', () => {
  it('strips markup to its words', () => {
    const text = [
      '# The *Fox*',
      '',
      'A **sly** [fox](http://example.org) ate ![a plum](plum.png) `quietly`.  ',
      'It <em>slept</em> &amp; dreamt.',
      '',
      '> A quote.',
      '',
      '- one',
      '- two',
    ].join('\n');
    const document = readStory(Buffer.from(text), 'a.md');
    expect(document.title).toBe('The Fox');
    expect(document.parts[0]!.paragraphs).toEqual([
      'A sly fox ate a plum quietly. It slept & dreamt.',
      'A quote.',
      'one',
      'two',
    ]);
  });

  it('parts scenes at rules and at headings', () => {
    const document = readStory(Buffer.from('# T\n\na\n\n---\n\nb\n\n* * *\n\nc\n\n## The Wood\n\nd'), 'a.md');
    expect(document.parts.map((part) => [part.title, part.paragraphs[0]])).toEqual([
      [undefined, 'a'],
      [undefined, 'b'],
      [undefined, 'c'],
      ['The Wood', 'd'],
    ]);
  });

  it('takes the title of a front matter and does not read the rest of it aloud', () => {
    const document = readStory(Buffer.from('---\ntitle: "The Fox"\ndate: 2020-01-01\n---\n\nA fox came.'), 'a.md');
    expect(document.title).toBe('The Fox');
    expect(document.parts[0]!.paragraphs).toEqual(['A fox came.']);
  });
});

describe('a project file', () => {
  const project = {
    storyloom: 1,
    title: 'The Fox',
    pronunciations: { Nib: 'nɪb' },
    scenes: [
      { text: 'A fox came.\n\nIt ran.', setting: 'forest', speed: 0.9 },
      { title: 'Home', text: 'It slept.' },
    ],
  };
  const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 2));

  it("keeps the author's scenes and settings as they are", () => {
    const document = readStory(bytes(project), 'fox.json');
    expect(document).toMatchObject({ title: 'The Fox', pronunciations: { nib: 'nɪb' } });
    expect(document.parts).toEqual([
      { paragraphs: ['A fox came.', 'It ran.'], overrides: { setting: 'forest', speed: 0.9 }, whole: true },
      { title: 'Home', paragraphs: ['It slept.'], overrides: {}, whole: true },
    ]);
  });

  it.each([
    ['a wrong value', { ...project, scenes: [{ text: 'a', setting: 'mars' }] }, /line 10, scenes\[0\]\.setting: /u],
    ['an unknown field', { ...project, scenes: [{ text: 'a', colour: 'red' }] }, /line 10, scenes\[0\]: .*colour/u],
    ['a missing title', { storyloom: 1, scenes: project.scenes }, /line 1, title: /u],
    ['no scenes', { ...project, scenes: [] }, /line 7, scenes: /u],
  ])('names line and field of %s', (_name, value, message) => {
    const error = errorOf(bytes(value), 'fox.json');
    expect(error.message).toMatch(message);
    expect(error.hint).toContain('docs/project-file.md');
  });

  it('names the line where the JSON itself is broken', () => {
    expect(errorOf(Buffer.from('{\n  "storyloom": 1,\n  "title" "x"\n}'), 'fox.json').message).toMatch(
      /fox\.json, line 3: not valid JSON \(colon expected\)/u,
    );
  });
});

/** Without half surrogates, which no encoding can hold. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

describe('any text at all', () => {
  const words = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'Chapter',
          '\n',
          '\n\n',
          '***',
          '_so_',
          '*he*',
          'fir-',
          'tree.',
          '“No”',
          ' ',
          'é',
          '…',
          '１２',
          '話',
          '\u2028',
          '\u0000',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it('loses no word of a plain text', () => {
    fc.assert(
      fc.property(anything, (wild) => {
        // A text full of control characters is rightly refused as binary.
        const text = wellFormed(wild).replace(/(?![\n\t])\p{Cc}/gu, ' ');
        if (words(text).length === 0) return;
        const { title, parts } = readStory(Buffer.from(text), 'story.txt');
        const read = new Set(
          words([title, ...parts.flatMap((part) => [part.title ?? '', ...part.paragraphs])].join(' ')),
        );
        expect(words(text).filter((word) => !read.has(word))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('reads any Markdown without a crash', () => {
    fc.assert(
      fc.property(anything, (text) => {
        try {
          readStory(Buffer.from(`# x\n\n${wellFormed(text)}`), 'story.md');
        } catch (error) {
          expect(isStudioError(error)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
