import {
  INDOOR_SETTINGS,
  type CastMember,
  type Mood,
  type SceneEntity,
  type SceneGraph,
  type Style,
  type TimeOfDay,
} from '../../../shared/story.ts';
import { nounWords } from '../describe/nouns.ts';
import { PLACES, SKIES } from '../describe/place-words.ts';
import { hashText } from '../hash.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { figurePhrases } from './figures.ts';
import type { PromptPhrase, ScenePrompt } from './phrases.ts';
import { NEGATIVE, STORYBOOK, STYLE_WORDS } from './style-words.ts';
import { withArticle } from './traits.ts';

const HOURS: Readonly<Record<TimeOfDay, string>> = {
  ...{ dawn: 'at dawn', day: 'in daylight', dusk: 'at dusk', night: 'at night' },
};
/** A calm picture is one of which nothing is said. */
const MOODS: Readonly<Record<Mood, string>> = {
  ...{ calm: '', happy: 'cheerful', sad: 'sad', tense: 'tense', scary: 'spooky', wonder: 'magical', funny: 'playful' },
  ...{ sleepy: 'sleepy', brave: 'heroic' },
};
/** Things besides the figures that are named where the encoder has room; beyond these a prompt is a list. */
const MOST_THINGS = 3;
const MOST_UNDRAWN = 2;
/** A seed of which there is another take: far from it, so that the families of two members do not meet. */
const NEXT_TAKE = 0x9e37_79b9;

export interface PromptWishes {
  readonly style: Style;
  /** The take's seed. */
  readonly seed: number;
  readonly lexicon: Lexicon;
}

/**
 * What a model is told of a scene: of its graph, never of its prose. `FIGURES, PLACE, LIGHT[, WEATHER][, MOOD], STYLE`, as in 'a
 * small brown otter with a blue scarf climbing and an old man in red clothes, at a lighthouse, at night, in a storm, storybook
 * illustration'. Kinds, not names: no model knows Nib. Pure: the same scene gives the same words.
 */
export function promptOf(
  graph: SceneGraph,
  cast: readonly CastMember[],
  { style, seed, lexicon }: PromptWishes,
): ScenePrompt {
  const { entities, setting } = graph;
  const { phrases: figures, said } = figurePhrases(entities, cast, lexicon);
  const things = entities.filter(
    ({ id, role, word }) => (role === 'prop' || role === 'scenery') && !said.has(id) && !word.includes(setting),
  );
  // Where nobody is to be seen, the picture is of what there is.
  const isEmpty = figures.length === 0;
  const first = isEmpty ? things.slice(0, 1).map((one) => say(nounWords(one), 0)) : figures;
  const others = isEmpty ? things.slice(1) : things;
  const isIndoors = INDOOR_SETTINGS.has(setting);
  return {
    phrases: [
      ...first,
      say(PLACES[setting], 0),
      ...otherThings(others, graph.undrawn),
      say(lightOf(graph, style), 1),
      say(isIndoors || setting === 'snow' ? '' : SKIES[graph.weather], 3),
      say(MOODS[graph.mood] === '' ? '' : `${MOODS[graph.mood]} mood`, 5),
      say(STORYBOOK, 0),
      { text: STYLE_WORDS[style], joint: ' ' as const, rank: 1 },
    ].filter(({ text }) => text !== ''),
    negative: NEGATIVE,
    seed: familyOf(graph, seed),
  };
}

function say(text: string, rank: number): PromptPhrase {
  return { text, joint: ', ', rank };
}

/** In space it is never day, and in the night storybook neither: the storybook draws them so, too. */
function lightOf({ time, setting }: SceneGraph, style: Style): string {
  if (time === 'day' && (setting === 'space' || setting === 'moon')) return 'under the stars';
  return HOURS[style === 'night-storybook' && time === 'day' ? 'night' : time];
}

/** 'with a gold key and a boat'. A model may well paint what the storybook has no drawing of. */
function otherThings(things: readonly SceneEntity[], undrawn: readonly string[]): PromptPhrase[] {
  const drawn = things.slice(0, MOST_THINGS).map((one, index) => ({ text: nounWords(one), rank: index === 0 ? 4 : 6 }));
  const others = undrawn.slice(0, MOST_UNDRAWN).map((word) => ({ text: withArticle(word), rank: 6 }));
  return [...drawn, ...others].map(({ text, rank }, index): PromptPhrase => {
    return { text, joint: index === 0 ? ' with ' : ' and ', rank };
  });
}

/** By whom the scene is about, else by where it plays; another take's seed gives another one. */
function familyOf({ entities, setting }: SceneGraph, seed: number): number {
  const main = entities.find(({ role, castId }) => role === 'character' && castId !== undefined);
  return (hashText(main?.castId ?? setting) + Math.imul(seed, NEXT_TAKE)) >>> 0;
}
