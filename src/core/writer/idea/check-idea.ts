/** What can be no idea for a story is said at once, in words. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { LONGEST_IDEA } from '../../../shared/writing.ts';

/** Little words that English has not, and which hardly a sentence of their language is without. */
const FOREIGN: Readonly<Record<string, string>> = {
  German:
    'der die das und ein eine einen einem einer ist nicht mit von zu auf den dem sich lernt für über wird kleine kleiner kleines alte alter',
  French: 'le les une des et est dans qui que avec pour sur elle il du au aux ne pas petit petite son ses',
  Spanish: 'el los las una uno y es en que con para por del al su sus no muy pequeño pequeña quiere un',
  Italian: 'il lo gli una uno e è che con per di del della nel nella un piccolo piccola suo sua vuole non',
  Portuguese: 'o os as uma um e é que com para do da no na seu sua não pequeno pequena quer',
  Dutch: 'de het een en is niet met van op zijn haar die dat wil kleine naar',
  Polish: 'i w na z się jest nie do który która mały mała chce',
  Swedish: 'och en ett är inte med på som att det den liten vill',
};
const ENGLISH = new Set(
  'the a an and of to in is are was who that with his her its their on at from for it he she they has have must can by about into but'.split(
    ' ',
  ),
);

export function languageOf(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 'und';
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (latin / letters.length < 0.6) return 'und';
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const foreign = Object.values(FOREIGN).map((list) => {
    const known = new Set(list.split(' '));
    return words.filter((word) => known.has(word)).length;
  });
  return Math.max(...foreign) > Math.max(english, 1) || (Math.max(...foreign) > english && words.length > 3)
    ? 'und'
    : 'en';
}

/**
 * The idea as it is read, in whatever language: one line, straight quotes, without emoji and marks of Markdown.
 * @throws StudioError `input` when there is nothing in it, or too much
 */
export function plainIdea(text: string): string {
  const clean = text
    .normalize('NFC')
    .replaceAll(/[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\u{FE0F}\u{200D}\u{20E3}]/gu, '')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”„«»]/gu, '"')
    .replaceAll(/[#*_`~<>|{}[\]\\]/gu, ' ')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([,.;:!?])/gu, '$1')
    .trim();
  if (!/\p{L}{2}/u.test(clean)) {
    throw new StudioError(ErrorCode.input, text.trim() === '' ? 'The idea is empty.' : 'The idea has no words in it.', {
      hint: 'Say in a sentence who the story is about and what happens, for example: A shy dragon named Ember learns to make a friend.',
    });
  }
  if (text.length > LONGEST_IDEA) {
    throw new StudioError(
      ErrorCode.input,
      `The idea is ${String(text.length)} characters long; ${String(LONGEST_IDEA)} are the most.`,
      {
        hint: 'A text of this length is a story already: bring it in as one (`storyloom render STORY`), or say the idea in a few sentences.',
      },
    );
  }
  return clean;
}

/** The same of an idea in English. @throws StudioError `input` */
export function cleanIdea(text: string): string {
  const clean = plainIdea(text);
  if (languageOf(clean) !== 'en') {
    throw new StudioError(
      ErrorCode.input,
      'The idea is not in English, and Storyloom’s own writer writes English only.',
      {
        hint: 'Say the idea in English, or choose another writer (a model or a server) in the settings.',
      },
    );
  }
  return clean;
}
