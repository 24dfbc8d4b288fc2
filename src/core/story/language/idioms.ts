/** Things that are only spoken of: 'it rained cats and dogs' has no cat in it. */
import type { Token } from './tag.ts';

const IDIOMS =
  `cats and dogs|piece of cake|butterflies in * stomach|butterflies in * tummy|cat out of the bag|once in a blue moon|apple of *
eye|fish out of water|heart of gold|heart of stone|bee in * bonnet|cried wolf|cry wolf|crying wolf|over the moon|moon and back|hold your
horses|sleeping dogs|wild goose chase|hit the hay|hot potato|in a pickle|spilled the beans|spill the beans|top dog|when pigs fly|frog in *
throat|ants in * pants|cup of tea|star of the show|tip of the iceberg|bull in a china shop|early bird|head in the clouds|stars in * eyes|two
birds with one stone|on cloud nine|cloud nine|lion's share|nest egg|monkey business|elephant in the room|cat got * tongue|let the cat|black
sheep|guinea pig|birds of a feather|bird in the hand|eager beaver|busy bee|busy as a bee|drop in the ocean|storm in a teacup|skating on thin
ice|break the ice|broke the ice|all ears|eyes in the back|in the same boat|missed the boat|barking up the wrong tree|out of the woods|beat
around the bush|piece of the pie|pie in the sky|sell like hot cakes|icing on the cake|bring home the bacon|egg on * face|big cheese|big
fish|cold fish|dark horse|high horse|gift horse|straight from the horse|crocodile tears|goose bumps|goose pimples|snail's pace|worm out|can of
worms|in the spotlight|light bulb moment|pulled * leg|raining cats|castle in the air|castles in the air|salt of the earth|needle in a haystack|last
straw|rose-tinted|bed of roses|every rose`
    .replaceAll('\n', ' ')
    .split('|')
    .map((idiom) => idiom.split(' '));

const BY_FIRST = new Map<string, string[][]>();
for (const idiom of IDIOMS) BY_FIRST.set(idiom[0]!, [...(BY_FIRST.get(idiom[0]!) ?? []), idiom]);

/** First and last token of every idiom in the sentence. */
export function idiomRanges(tokens: readonly Token[]): (readonly [number, number])[] {
  return tokens.flatMap((token, index) =>
    (BY_FIRST.get(token.lower) ?? [])
      .filter((idiom) => idiom.every((word, step) => word === '*' || tokens[index + step]?.lower === word))
      .map((idiom) => [index, index + idiom.length - 1] as const),
  );
}
