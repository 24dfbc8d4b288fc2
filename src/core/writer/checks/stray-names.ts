/** Names that nobody asked for: a story tells of those whom the idea names, and of others without a name. */
import { singularForms } from '../../story/lexicon/singular.ts';
import type { Check, Finding } from './finding.ts';
import { wordsOf } from './story-text.ts';

/** Capitals that are no names of anybody. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'i mr mrs ms miss dr sir lady lord king queen prince princess captain mother father mom mum mama papa dad daddy mommy mummy ' +
    'grandma grandpa granny grandmother grandfather aunt uncle monday tuesday wednesday thursday friday saturday sunday january ' +
    'february march april may june july august september october november december christmas easter halloween english god ' +
    'north south east west pole africa america europe asia earth moon sun mars venus jupiter saturn milky way arctic ' +
    'antarctic atlantic pacific ocean once upon the end'
  ).split(' '),
);

/** Given names that are words as well. After 'the' or 'a' they are the word. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  (
    'lily rose daisy ruby hazel ivy violet poppy willow holly olive pearl amber jade grace hope joy faith sunny robin jack bill ' +
    'mark max penny pip finn luna felix leo benny bella whiskers barnaby rusty rocky teddy basil clover fern ginger iris jasper ' +
    'jasmine rosemary heather scout ziggy zippy oliver charlie tom tim sam ben ella emma'
  ).split(' '),
);

const ARTICLES: ReadonlySet<string> = new Set('the a an this that his her its their my your our old'.split(' '));

/** Somebody who is only ever gone to is no one of the story. */
const TO_PLACES: ReadonlySet<string> = new Set('to in from of at near into across through around for'.split(' '));

export const checkStrayNames: Check = ({ idea, text }) => {
  if (!idea) return [];
  const asked = new Set(wordsOf(idea.text).flatMap((word) => [word, word.replace(/'s$|'$/u, '')]));
  const inLower = new Set(text.all.match(/(?<![\p{L}\p{N}])\p{Ll}+/gu) ?? []);
  const found = new Map<string, Finding>();
  for (const { tokens, scene } of text.sentences) {
    for (const [index, token] of tokens.entries()) {
      const name = token.text.replace(/['’]s$|['’]$/u, '');
      const lower = name.toLowerCase();
      // Also hyphened sounds ('Ba-da-boom') and what is shouted.
      if (!/^\p{Lu}\p{Ll}+$/u.test(name) || found.has(name) || KNOWN.has(lower)) continue;
      // 'Rabbits' of an idea with Peter Rabbit.
      if ([lower, ...singularForms(lower)].some((form) => asked.has(form))) continue;
      const before = tokens[index - 1];
      // At the beginning of a sentence or quote everything has a capital.
      if (before === undefined || !/[\p{L}\p{N},]$/u.test(before.text)) continue;
      if (ARTICLES.has(before.lower)) continue;
      if (!ALSO_WORDS.has(lower)) {
        // What stands in small letters elsewhere is a word that somebody made large; 'to Spain' is a place.
        if (token.tag !== 'PROPN' || inLower.has(lower) || TO_PLACES.has(before.lower)) continue;
        // 'The Great Oak': the whole is the word's name.
        const isPart = /^\p{Lu}/u.test(before.text) && before.tag !== 'VERB';
        if (isPart && tokens.slice(Math.max(0, index - 3), index).some((each) => ARTICLES.has(each.lower))) continue;
      }
      found.set(name, { kind: 'stray-name', message: `${name} is not in the idea.`, scene });
    }
  }
  return [...found.values()];
};
