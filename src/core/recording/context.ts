/** What a story is about, by rules on what was understood of it. Pure. */
import type { Mood, Setting, Storyboard } from '../../shared/story.ts';

export interface StoryContext {
  /** In a word or two; undefined where nothing of it stands out. */
  readonly theme?: string;
  /** Where most of it plays, and how it mostly feels. */
  readonly setting: Setting;
  readonly mood: Mood;
  /** Who acts, the most often seen first. */
  readonly cast: readonly { readonly name: string; readonly kind: string }[];
  /** Things that matter in it, the most weighty first. */
  readonly keywords: readonly string[];
}

/** What stories are about, by the words that they use for it. */
const THEMES: Readonly<Record<string, RegExp>> = {
  friendship: /\b(?:friends?|friendship|together|companions?|shared?|playmates?)\b/giu,
  courage: /\b(?:brave(?:ly|ry)?|courage|dared?|afraid|fears?|scared|frightened|dangers?|rescued?|storms?)\b/giu,
  'lost and found': /\b(?:lost|missing|searched|looked for|found|hidden|gone)\b/giu,
  home: /\b(?:home|homesick|mother|father|family|brothers?|sisters?|grandm\w+|grandf\w+)\b/giu,
  kindness: /\b(?:kind(?:ly|ness)?|helped|help|gave|gifts?|thanked|cared?|gentle|gently)\b/giu,
  adventure: /\b(?:journey|travell?ed|sailed|explored|voyage|adventures?|mountains?|treasures?|far away)\b/giu,
  'truth and lies': /\b(?:lies?|lied|truth|honest|secrets?|tricked|pretended|promised?)\b/giu,
  learning: /\b(?:learne[dt]|taught|practi[sc]ed|teacher|school|tried again|mistakes?)\b/giu,
  freedom: /\b(?:freedom|free|liberty|rights?|justice|peace|nations?|country|citizens?)\b/giu,
};
/** Mentions a hundred words, for a theme to be one. */
const LEAST = 0.8;
const MOST_KEYWORDS = 6;
const MOST_CAST = 8;

export function storyContext({ scenes, cast }: Storyboard): StoryContext {
  const text = scenes.map((scene) => scene.text).join('\n');
  const theme = themeOf(text);
  return {
    ...(theme === undefined ? {} : { theme }),
    setting: mostly(scenes.map(({ graph }) => graph.setting))!,
    // Calm is what nothing else was said of.
    mood: mostly(scenes.flatMap(({ graph: { mood } }) => (mood === 'calm' ? [] : [mood]))) ?? 'calm',
    cast: rank(
      scenes.flatMap(({ graph }) =>
        graph.entities.flatMap(({ castId }): [string, number][] => (castId === undefined ? [] : [[castId, 1]])),
      ),
    )
      .flatMap((id) => cast.filter((member) => member.id === id))
      .slice(0, MOST_CAST)
      .map(({ name, kind }) => ({ name, kind })),
    keywords: rank(
      scenes.flatMap(({ graph }) => [
        ...graph.entities.flatMap(({ castId, role, word, weight }): [string, number][] =>
          castId || role === 'sky' ? [] : [[word.toLowerCase(), weight]],
        ),
        ...graph.undrawn.map((word): [string, number] => [word.toLowerCase(), 0.5]),
      ]),
    ).slice(0, MOST_KEYWORDS),
  };
}

function themeOf(text: string): string | undefined {
  const words = text.split(/\s+/u).length;
  const counts = Object.entries(THEMES).map(([theme, mentions]) => ({
    theme,
    count: text.match(mentions)?.length ?? 0,
  }));
  const best = counts.toSorted((one, two) => two.count - one.count)[0]!;
  return best.count > 0 && (best.count / words) * 100 >= LEAST ? best.theme : undefined;
}

/** The most frequent, of those alike the first. */
function mostly<Value extends string>(values: readonly Value[]): Value | undefined {
  return rank(values.map((value): [Value, number] => [value, 1]))[0];
}

/** Each once, by the sum of its weights; of those alike the first comes first. */
function rank<Value extends string>(weighted: readonly (readonly [Value, number])[]): Value[] {
  const sums = new Map<Value, number>();
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].sort(([, one], [, two]) => two - one).map(([value]) => value);
}
