/** Tells a story of an idea: shape, cast and places by the seed, then passages until the words are as many as were asked for. */
import type { StoryOutline, WriteRequest } from '../../../shared/writing.ts';
import type { TimeOfDay } from '../../../shared/story.ts';
import { bedtimePassages, ENDINGS, WISHES } from '../prose/bedtime.ts';
import { skiesOf, weathersOf } from '../prose/skies.ts';
import { placesIn } from '../banks/lookup.ts';
import { capital } from '../../story/describe/nouns.ts';
import type { Character, Idea, Passage, ShapeBeat, StoryShape, Tale } from '../types.ts';
import { inTurn, pick, shuffled, stream } from './choose.ts';
import { nameOf } from './names.ts';
import { placesFor, roadPlace } from './places.ts';
import { Realiser, type Places, type Spot } from './realise.ts';
import { titleCase, wordsIn } from './text.ts';

/** A story as it was told. */
export interface Told {
  readonly tale: Tale;
  readonly title: string;
  readonly outline: StoryOutline;
  readonly scenes: readonly { readonly title: string; readonly text: string }[];
  readonly words: number;
  /** Events of the idea that the shape did not tell by itself (1, 2, ...): for whom writes shapes. */
  readonly added: readonly number[];
  /** What comes again on purpose; '' where the shape has none. */
  readonly refrain: string;
}

export interface TellOptions {
  readonly request: WriteRequest;
  readonly idea: Idea;
  readonly shape: StoryShape;
  /** Another choice of passages with the same seed: 0 first. */
  readonly attempt?: number;
}

/** How far from the words asked for a story may be. */
const CLOSE = 0.08;
const ROUNDS = 24;

/** How well beside the best a passage has to suit. */
const NEARLY = 0.55;

/** The wish's place among the numbers of events. */
const WISH = 0;

/** A list of passages of a beat, of which one is told. */
interface Piece {
  readonly beat: number;
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly isCore: boolean;
  /** Its events may not be left out. */
  readonly isKept: boolean;
  readonly length: number;
}

/** The shorter a tale takes itself to be, the more of its beats the shape leaves out. */
const SHARES = [1, 0.85, 0.7, 0.55, 0.4, 1.25];
/** From here on the shortest passages are told. */
const COMPACT = 0.75;
/** And from here on only the first and the last beat and those in which something of the idea happens have to be told. */
const BARE = 0.45;

export function tell(options: TellOptions): Told {
  const { words } = options.request;
  let best: Told | undefined;
  for (const share of SHARES) {
    const told = tellAs(options, Math.round(words * share), share < COMPACT);
    if (!best || Math.abs(told.words - words) < Math.abs(best.words - words)) best = told;
    if (Math.abs(best.words - words) <= CLOSE * words) break;
    // Longer is not to be had by leaving out.
    if (told.words < words && share < 1) break;
  }
  return best!;
}

function tellAs({ request, idea, shape, attempt = 0 }: TellOptions, size: number, isCompact: boolean): Told {
  const random = (name: string): (() => number) =>
    stream(request.seed, `${idea.text}/${shape.id}/${attempt > 0 ? `${String(attempt)}/` : ''}${name}`);
  const tale = taleOf({ ...request, words: size }, idea, shape, random('tale'));
  const cast = [...tale.cast.values()];
  const places = placesFor(idea, shape, cast, random('places'));
  const beats = shape.beats.filter((beat) => beat.when?.(tale) ?? true);
  const swims = idea.heroes.some((id) => tale.cast.get(id)!.nature === 'fish');
  const spots = beats.map((beat) => spotOf(beat, places, swims, random(`place/${beat.id}`)));
  const refrain = refrainOf(tale, places, spots[0]!, random('refrain'));
  const skies = skiesFor(tale, beats, spots);
  const pieces = beats.flatMap((beat, index) => piecesOf(tale, beat, index, random, isCompact));
  const ending = endingOf(tale, random('ending'));

  const compose = (chosen: ReadonlySet<Piece>, extra: ReadonlyMap<number, readonly number[]>): Draft =>
    composed({
      tale,
      beats,
      spots,
      pieces: pieces.filter((piece) => chosen.has(piece)),
      extra,
      ending,
      realiser: new Realiser(tale, places, refrain, skies),
      random,
    });

  let chosen = new Set(pieces.filter((piece) => piece.isCore));
  let extra: ReadonlyMap<number, readonly number[]> = new Map();
  let draft = compose(chosen, extra);
  if (draft.untold.length > 0) {
    extra = placeOfEvents(draft.untold, draft.toldIn, beats.length);
    draft = compose(chosen, extra);
  }
  let best = draft;
  const tried = new Set<string>();
  for (let round = 0; round < ROUNDS && Math.abs(best.words - request.words) > CLOSE * request.words; round++) {
    const next = nearer(pieces, chosen, request.words - draft.words, round, size < BARE * request.words);
    if (!next) break;
    chosen = next;
    const key = pieces.map((piece) => (chosen.has(piece) ? '1' : '0')).join('');
    if (tried.has(key)) break;
    tried.add(key);
    draft = compose(chosen, extra);
    if (draft.untold.length === 0 && Math.abs(draft.words - request.words) < Math.abs(best.words - request.words))
      best = draft;
  }
  const label = new Realiser(tale, places, refrain, skies);
  const title = titleOf(tale, label, spots[0]!, random('title'));
  const scenes = best.scenes.map(({ beat, text }) => ({
    title: sceneTitle(tale, beats[beat]!, label, spots[beat]!, random(`title/${beats[beat]!.id}`)),
    text,
  }));
  return {
    tale,
    title,
    scenes,
    words: best.words,
    refrain,
    added: [...extra.values()].flat(),
    outline: {
      title,
      shape: shape.id,
      beats: best.scenes.map(({ beat }, index) => {
        const { what, why, mood, who } = beats[beat]!;
        const line = (text: string): string =>
          label.label(text, spots[beat]!, random(`outline/${beats[beat]!.id}`)) ?? '';
        return {
          title: scenes[index]!.title,
          who: [...new Set(who.flatMap((id) => (id === 'heroes' ? idea.heroes : [id])))].flatMap((id) => {
            const character = tale.cast.get(id);
            return character ? [nameOf(character, tale)] : [];
          }),
          where: spots[beat]!.place.words,
          what: line(what),
          why: line(why),
          mood,
        };
      }),
    },
  };
}

function taleOf(request: WriteRequest, idea: Idea, shape: StoryShape, random: () => number): Tale {
  const cast = new Map(idea.characters.map((character): [string, Character] => [character.id, character]));
  for (const added of shape.added ?? []) {
    if (cast.has(added.id) || !added.when(idea)) continue;
    // Nobody is added who is of the same kind as somebody of the idea; and who is told apart by he and she is clearer.
    const others = added.kinds.filter((kind) => ![...cast.values()].some((other) => other.kind === kind.kind));
    const lead = cast.get('hero')!.gender;
    const apart = others.filter((kind) => kind.gender !== lead);
    const chosen = pick(apart.length > 0 ? apart : others.length > 0 ? others : added.kinds, random);
    cast.set(added.id, { id: added.id, ...chosen });
  }
  const named = new Set(idea.characters.map((character) => character.kind));
  const chosen = Object.fromEntries(
    Object.entries(shape.choices).map(([name, values]): [string, string] => {
      const others = values.filter(
        (value) => !value.split(' ').some((word) => named.has(word)) && value !== idea.thing?.noun,
      );
      return [name, inTurn(others.length > 0 ? others : values, request.seed, `${idea.text}/${shape.id}/${name}`)[0]!];
    }),
  );
  return {
    idea,
    shape,
    age: request.age,
    tone: request.tone,
    bedtime: request.bedtime,
    seed: request.seed,
    words: request.words,
    cast,
    chosen,
  };
}

function spotOf(beat: ShapeBeat, places: Places, swims: boolean, random: () => number): Spot {
  const place =
    beat.where === 'home' || beat.where === 'away'
      ? places[beat.where]
      : beat.where === 'road'
        ? roadPlace(places, swims, random)
        : (samePlace(places, beat.where) ?? pick(placesIn(beat.where), random));
  return { setting: place.setting, mood: beat.mood, place };
}

function samePlace({ home, away }: Places, setting: string): Places['home'] | undefined {
  return [home, away].find((place) => place.setting === setting);
}

function refrainOf(tale: Tale, places: Places, spot: Spot, random: () => number): string {
  const label = new Realiser(tale, places, '', () => ({ weather: '', sky: '' }));
  for (const text of inTurn(tale.shape.refrains, tale.seed, `${tale.idea.text}/refrain`)) {
    const refrain = label.label(text, spot, random);
    if (refrain !== undefined) return refrain;
  }
  return '';
}

function skiesFor(
  tale: Tale,
  beats: readonly ShapeBeat[],
  spots: readonly Spot[],
): (spot: Spot) => { weather: string; sky: string } {
  const known = new Set<string>();
  const taken = [...tale.cast.values()].map((character) => character.kind);
  const answers = new Map<Spot, { weather: string; sky: string }>();
  spots.forEach((spot, index) => {
    const time: TimeOfDay = beats[index]!.time ?? tale.idea.time ?? 'day';
    const fresh = (list: readonly string[]): string => {
      const left = list.filter(
        (line) => !known.has(line) && !taken.some((kind) => new RegExp(`\\b${kind}s?\\b`, 'iu').test(line)),
      );
      const line = inTurn(left.length > 0 ? left : list, tale.seed, `${tale.idea.text}/sky/${String(index)}`)[0]!;
      known.add(line);
      return line;
    };
    answers.set(spot, {
      sky: fresh(skiesOf(spot.setting, time)),
      weather: fresh(weathersOf(spot.setting, time, tale.idea.weather)),
    });
  });
  return (spot) => answers.get(spot) ?? { weather: '', sky: '' };
}

/** The passages that may be told here, those made for the age and the tone before those for all. */
function piecesOf(
  tale: Tale,
  beat: ShapeBeat,
  index: number,
  random: (name: string) => () => number,
  isCompact: boolean,
): Piece[] {
  const kinds = tale.idea.characters.map(({ kind }) => kind.slice(kind.lastIndexOf(' ') + 1));
  const taken = new RegExp(`\\b(?:${kinds.join('|')})s?\\b`, 'iu');
  const make =
    (isCore: boolean) =>
    (list: readonly Passage[], at: number): Piece[] => {
      const fitting = list.filter(
        ({ ages, tones, when }) =>
          (ages?.includes(tale.age) ?? true) && (tones?.includes(tale.tone) ?? true) && (when?.(tale) ?? true),
      );
      // 'A frog came along' is nobody new where the hero is a frog.
      const apart = fitting.filter(
        ({ text, when }) => when !== undefined || !taken.test(text.replaceAll(/\{[^}]*\}/gu, '')),
      );
      const able = isCore && apart.length === 0 ? fitting : apart;
      if (able.length === 0) return [];
      const name = `${beat.id}/${isCore ? 'core' : 'more'}/${String(at)}`;
      // What is tied to something of this very idea is worth more than what fits all.
      const weight = ({ text, ages, tones, when }: Passage): number => {
        const isMade = ages?.length === 1;
        const isHard = tale.age === '3-5' && !isMade && isHardFor(text);
        const tied = 1 + (when ? 2 : 0) + (isMade ? 9 : ages ? 0.5 : 0) + (tones ? 1.5 : 0);
        return tied * (isHard ? 0.02 : 1) * fitOf(text, tale.words);
      };
      // Those that suit nearly as well as the best take turns by the seed: another seed is another story.
      const best = Math.max(...able.map(weight));
      const suits = (passage: Passage): boolean => weight(passage) >= best * NEARLY;
      const mixed = [
        ...inTurn(able.filter(suits), tale.seed, `${tale.idea.text}/${tale.shape.id}/${name}`),
        ...shuffled(
          able.filter((passage) => !suits(passage)),
          weight,
          random(name),
        ),
      ];
      const passages = isCompact ? mixed.toSorted((one, two) => wordsIn(one.text) - wordsIn(two.text)) : mixed;
      const isKept =
        isCore && passages.some((passage) => /\{(?:a |the )?(?:event\d|wish|ending|fear|thing)/u.test(passage.text));
      // What the youngest cannot follow is left out where it can be.
      if (
        !isCore &&
        tale.age === '3-5' &&
        tale.words <= LONG_FOR_YOUNG &&
        isHardFor(passages[0]!.text) &&
        passages[0]!.ages?.length !== 1
      )
        return [];
      return [{ beat: index, name, passages, isCore, isKept, length: wordsIn(passages[0]!.text) }];
    };
  return [...beat.core.flatMap(make(true)), ...beat.more.flatMap(make(false))];
}

/** A story of few words takes the shorter of two passages. */
function fitOf(text: string, words: number): number {
  return words < 170 ? (20 / Math.max(1, wordsIn(text))) ** 3 : 1;
}

/** A story of this many words for the youngest needs all that there is. */
const LONG_FOR_YOUNG = 450;

/** Long sentences: more than a listener of four holds in mind. */
function isHardFor(text: string): boolean {
  const sentences = text.split(/[.!?]["']?\s+/u);
  return sentences.some((sentence) => wordsIn(sentence) > 18) || wordsIn(text) / sentences.length > 12;
}

interface EndingPlan {
  /** Told after all beats. */
  readonly closing: readonly Passage[];
  /** The idea's own ending, where no beat tells it. */
  readonly asked: readonly Passage[];
}

function endingOf(tale: Tale, random: () => number): EndingPlan {
  const fitting = (list: readonly Passage[]): Passage[] =>
    shuffled(
      list.filter(
        ({ ages, tones, when }) =>
          (ages?.includes(tale.age) ?? true) && (tones?.includes(tale.tone) ?? true) && (when?.(tale) ?? true),
      ),
      ({ ages, tones, when }) => 1 + (ages ? 1 : 0) + (tones ? 1 : 0) + (when ? 2 : 0),
      random,
    );
  const natures = tale.idea.heroes.map((id) => tale.cast.get(id)!.nature);
  const sleeps = tale.idea.ending !== undefined && /\b(?:sleep|asleep|bed)\b/u.test(tale.idea.ending.base);
  const isBedtime = tale.bedtime || sleeps;
  return {
    closing: isBedtime ? fitting(bedtimePassages(natures)) : fitting(tale.shape.lastLines),
    asked: tale.idea.ending && !sleeps ? fitting(ENDINGS) : [],
  };
}

interface Draft {
  readonly scenes: readonly { readonly beat: number; readonly text: string }[];
  readonly words: number;
  /** Numbers of events that nothing has told. */
  readonly untold: readonly number[];
  /** The beat in which each event was told. */
  readonly toldIn: ReadonlyMap<number, number>;
}

interface ComposeInput {
  readonly tale: Tale;
  readonly beats: readonly ShapeBeat[];
  readonly spots: readonly Spot[];
  readonly pieces: readonly Piece[];
  readonly extra: ReadonlyMap<number, readonly number[]>;
  readonly ending: EndingPlan;
  readonly realiser: Realiser;
  readonly random: (name: string) => () => number;
}

function composed({ tale, beats, spots, pieces, extra, ending, realiser: start, random }: ComposeInput): Draft {
  let realiser = start;
  const said = new Set<string>();
  const toldIn = new Map<number, number>();
  const scenes: { beat: number; text: string }[] = [];
  let askedTold = false;
  let heard = '';

  /** Says the first passage that can be said without saying a sentence twice. */
  const say = (passages: readonly Passage[], spot: Spot, name: string): string | undefined => {
    for (const [index, passage] of passages.entries()) {
      if (passage.recalls !== undefined && !heard.includes(passage.recalls.toLowerCase())) continue;
      for (let again = 0; again < 3; again++) {
        const trial = realiser.copy();
        const text = trial.passage(passage.text, spot, random(`${name}/${String(index)}/${String(again)}`));
        if (text === undefined) break;
        const sentences = sentencesOf(text).filter((sentence) => !trial.isRefrain(sentence));
        if (text === '' || sentences.some((sentence) => said.has(sentence))) continue;
        for (const sentence of sentences) said.add(sentence);
        realiser = trial;
        heard += `\n${text.toLowerCase()}`;
        return text;
      }
    }
    return undefined;
  };

  for (const [index] of beats.entries()) {
    const spot = spots[index]!;
    const paragraphs: string[] = [];
    for (const piece of pieces) {
      // What may be told as well hangs on what has to be told.
      if (piece.beat !== index || (!piece.isCore && paragraphs.length === 0)) continue;
      const text = say(piece.passages, spot, piece.name);
      if (text !== undefined) paragraphs.push(text);
    }
    for (const number of extra.get(index) ?? []) {
      const text = say(
        number === WISH ? WISHES : [{ text: `{event${String(number)}.!}` }],
        spot,
        `event${String(number)}`,
      );
      if (text !== undefined) paragraphs.push(text);
    }
    for (const told of realiser.toldEvents) {
      if (told === 'ending') askedTold = true;
      if (told === 'wish' && !toldIn.has(WISH)) toldIn.set(WISH, index);
      const number = /^event(\d+)$/u.exec(told)?.[1];
      if (number !== undefined && !toldIn.has(Number(number))) toldIn.set(Number(number), index);
    }
    if (index === beats.length - 1) {
      if (!askedTold) paragraphs.push(...[say(ending.asked, spot, 'asked')].filter((text) => text !== undefined));
      const last = say(ending.closing, spot, 'closing');
      if (last !== undefined) paragraphs.push(last);
    }
    if (paragraphs.length > 0) scenes.push({ beat: index, text: paragraphs.join('\n\n') });
  }
  // A wish alone has to come true; where more happens, it is for the shape to say what becomes of it.
  const wishes = tale.idea.wish && tale.idea.events.length === 0 ? [WISH] : [];
  const untold = [...wishes, ...tale.idea.events.map((_, index) => index + 1)].filter((number) => !toldIn.has(number));
  return { scenes, words: scenes.reduce((sum, scene) => sum + wordsIn(scene.text), 0), untold, toldIn };
}

function sentencesOf(text: string): string[] {
  return (
    text
      // '“Is it far?” asked the owl.' is one.
      .split(/(?<=[.!?…]["”’]*)\s+(?!\p{Ll})/u)
      .map((sentence) =>
        sentence
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} ]/gu, '')
          .trim(),
      )
      .filter((sentence) => sentence.split(' ').length > 3)
  );
}

/** Events that no passage tells are told after the one before. */
function placeOfEvents(
  untold: readonly number[],
  toldIn: ReadonlyMap<number, number>,
  beats: number,
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const number of untold) {
    if (number === WISH) {
      places.set(Math.max(0, beats - 2), [...(places.get(Math.max(0, beats - 2)) ?? []), WISH]);
      continue;
    }
    const before = [...toldIn].filter(([told]) => told < number).map(([, beat]) => beat);
    const after = [...toldIn].filter(([told]) => told > number).map(([, beat]) => beat);
    const latest = after.length > 0 ? Math.max(0, Math.min(...after) - 1) : beats - 2;
    const place = Math.max(0, Math.min(before.length > 0 ? Math.max(...before) + 1 : Math.floor(beats / 3), latest));
    places.set(place, [...(places.get(place) ?? []), number]);
  }
  return places;
}

/** The pieces with one more or one less, so that the words come nearer to what was asked. */
function nearer(
  pieces: readonly Piece[],
  chosen: ReadonlySet<Piece>,
  missing: number,
  round: number,
  isBare: boolean,
): Set<Piece> | undefined {
  const next = new Set(chosen);
  if (missing > 0) {
    const free = pieces.filter((piece) => !chosen.has(piece) && !(piece.isCore && round === 0));
    if (free.length === 0) return undefined;
    // Beats take turns, the first lists of all before the second of any; the last one chosen is the one that fits best.
    let left = missing;
    const turns = [...free].sort((one, two) => rankIn(pieces, one) - rankIn(pieces, two) || one.beat - two.beat);
    for (const piece of turns) {
      if (piece.length > left * 1.35) continue;
      next.add(piece);
      left -= piece.length;
      if (left <= 6) break;
    }
    return next.size === chosen.size ? undefined : next;
  }
  const droppable = pieces.filter((piece) => chosen.has(piece) && !piece.isKept && !isOpening(pieces, piece, isBare));
  if (droppable.length === 0) return undefined;
  let over = -missing;
  const order = [...droppable].sort(
    (one, two) =>
      Number(one.isCore) - Number(two.isCore) || rankIn(pieces, two) - rankIn(pieces, one) || two.beat - one.beat,
  );
  for (const piece of order) {
    if (piece.length > over * 1.35) continue;
    next.delete(piece);
    over -= piece.length;
    if (over <= 6) break;
  }
  return next.size === chosen.size ? undefined : next;
}

function rankIn(pieces: readonly Piece[], piece: Piece): number {
  return pieces.filter((other) => other.beat === piece.beat && other.isCore === piece.isCore).indexOf(piece);
}

/** Where a beat begins: without it the rest hangs in the air. */
function isOpening(pieces: readonly Piece[], piece: Piece, isBare: boolean): boolean {
  const isBetween = piece.beat !== pieces[0]!.beat && piece.beat !== pieces.at(-1)!.beat;
  return piece.isCore && rankIn(pieces, piece) === 0 && !(isBare && isBetween);
}

function titleOf(tale: Tale, label: Realiser, spot: Spot, random: () => number): string {
  for (const text of inTurn(tale.shape.titles, tale.seed, `${tale.idea.text}/title`)) {
    const title = label.label(text, spot, random);
    if (title !== undefined && title !== '') return titleCase(title);
  }
  return titleCase(nameOf(tale.cast.get('hero')!, tale));
}

function sceneTitle(tale: Tale, beat: ShapeBeat, label: Realiser, spot: Spot, random: () => number): string {
  for (const text of inTurn(beat.titles, tale.seed, `${tale.idea.text}/${beat.id}/title`)) {
    const title = label.label(text, spot, random);
    if (title !== undefined && title !== '') return capital(title);
  }
  return capital(nameOf(tale.cast.get('hero')!, tale));
}
