/** Time of day, season, weather and mood: words that tell of them, with how surely. */
import type { Mood, Season, TimeOfDay, Weather } from '../../../shared/story.ts';
import type { Parse } from '../language/clauses.ts';

type Table<Value extends string> = Readonly<Record<Value, string>>;

/** `word:weight`; a bare word weighs 1. `word/TAG` counts only with that part of speech. */
const TIMES: Table<TimeOfDay> = {
  night:
    'night midnight moonlight moonlit starry starlight tonight bedtime nightfall:0.9 moonrise star:0.5 moon:0.5 owl:0.2 dark:0.4 darkness:0.6 lantern:0.2 asleep:0.15',
  dusk: 'evening dusk sunset twilight:1 nightfall:0.3 sundown',
  dawn: 'dawn sunrise daybreak cockcrow',
  day: 'day:0.6 noon morning:0.8 afternoon midday daylight sunny sunshine sun:0.6 sunlight lunch:0.5 breakfast:0.6 lunchtime sunbeam',
};
const SEASONS: Table<Season> = {
  spring: 'spring/NOUN springtime blossom:0.6 snowdrop:0.8 daffodil:0.8 bluebell:0.6 lamb:0.2',
  summer: 'summer midsummer summertime',
  autumn: 'autumn harvest:0.7 conker:0.6 pumpkin:0.4 halloween',
  winter:
    'winter snow:0.8 snowflake:0.8 snowman ice:0.5 frost:0.7 christmas icicle snowy:0.8 frozen:0.5 sled:0.6 sleigh:0.5 iceberg:0.5 blizzard:0.8 pole:0.6',
};
const WEATHERS: Table<Weather> = {
  storm: 'storm thunder lightning tempest hurricane thunderstorm stormy gale:0.8',
  rain: 'rain rainy drizzle raindrop downpour puddle:0.5 rained raining shower:0.4',
  snow: 'snow:0.8 snowflake:0.8 blizzard snowstorm snowy snowing:1 sleet snowfall pole:0.5',
  fog: 'fog mist foggy misty haze',
  wind: 'wind:0.7 windy breeze:0.6 gust:0.7 blustery',
  cloudy: 'cloud:0.5 cloudy overcast grey-sky',
  clear:
    'sun:0.8 sunny sunshine sunlight:0.8 clear:0.3 sunbeam:0.8 shine:0.4 bright:0.3 starry:0.6 calm:0.4 warm:0.2 warmly:0.4 rainbow:0.5',
};
const MOODS: Table<Mood> = {
  happy:
    'laugh smile joy glad happy happily cheer dance feast thank:0.6 merry delighted giggle:0.7 friend:0.3 love:0.5 hug proud party celebrate gentle:0.2 excited good:0.1 welcome:0.5',
  sad: 'cry weep tear:0.7 sob lonely sad sadly sorry lose:0.3 lost:0.4 alone:0.5 sigh miss:0.4 goodbye unhappy grief grieve oh:0.2 hurt:0.4',
  tense:
    'storm:0.7 chase danger hurry catch:0.3 escape flee slip:0.4 late:0.4 stop:0.3 thief:0.5 rush:0.6 run:0.3 race:0.4 break:0.2 argue:0.5 fight:0.8',
  scary:
    'afraid frightened scared terrified monster scream howl:0.6 ghost:0.6 fear terror dark:0.3 witch:0.4 tremble shake:0.4 frighten dreadfully:0.6 wolf:0.3 dragon:0.1',
  wonder:
    'magic magical star:0.4 glow:0.7 golden:0.5 gold:0.4 wonder wonderful beautiful marvel sparkle shine:0.4 shone:0.5 blaze:0.6 amazing amazed moon:0.2 rainbow:0.7 enchanted secret:0.3 treasure:0.4',
  funny: 'silly funny joke trick:0.4 nonsense tickle naughty:0.8 mischief:0.8 hilarious oops clumsy',
  sleepy: 'asleep sleep yawn tired sleepy bed:0.5 dream:0.6 pillow blanket:0.4 goodnight doze snore rest:0.4 lullaby',
  brave:
    'brave bravely courage dare bold boldly hero rescue save:0.4 safe:0.2 strong:0.1 climb:0.25 struck:0.2 strike:0.3 breath:0.4 fearless',
  calm: 'quiet peaceful gentle:0.4 slowly:0.3 still:0.1 calm softly safely:0.3 peace warm:0.2',
};

interface Cue<Value extends string> {
  readonly value: Value;
  readonly weight: number;
  readonly tag: string | undefined;
}

function cuesOf<Value extends string>(table: Table<Value>): ReadonlyMap<string, readonly Cue<Value>[]> {
  const cues = new Map<string, Cue<Value>[]>();
  for (const [value, list] of Object.entries(table) as [Value, string][]) {
    for (const entry of list.split(' ')) {
      const [wordAndTag, weight] = entry.split(':');
      const [word, tag] = wordAndTag!.split('/');
      cues.set(word!, [...(cues.get(word!) ?? []), { value, weight: Number(weight ?? 1), tag }]);
    }
  }
  return cues;
}

const TIME_CUES = cuesOf(TIMES);
const SEASON_CUES = cuesOf(SEASONS);
const WEATHER_CUES = cuesOf(WEATHERS);
const MOOD_CUES = cuesOf(MOODS);

/** What counts of a word in speech, in a wish, or in a sentence's negated part. */
const IN_SPEECH = 0.25;
const IN_WISH = 0.35;
const ENOUGH = 0.5;

export interface Cues {
  readonly time: TimeOfDay | undefined;
  readonly season: Season | undefined;
  readonly weather: Weather | undefined;
  readonly mood: Mood;
}

export function readCues(parses: readonly Parse[]): Cues {
  const words = parses.flatMap(weighWords);
  return {
    time: timeOf(words),
    season: best(words, SEASON_CUES),
    weather: best(words, WEATHER_CUES),
    mood: best(words, MOOD_CUES, 0.6) ?? 'calm',
  };
}

interface Word {
  readonly lower: string;
  readonly lemma: string;
  readonly tag: string;
  readonly weight: number;
}

/** Every word with how much it counts: comparisons and absent things not at all, speech little. */
function weighWords(parse: Parse): Word[] {
  const weights: number[] = parse.tokens.map((token) => (token.quoted ? IN_SPEECH : 1));
  for (const { phrase, simile, absent, clause, role } of parse.mentions) {
    const isDenied = clause.reality === 'negated' && (role === 'object' || clause.verb?.lemma === 'be');
    const factor = simile || absent || isDenied ? 0 : clause.reality === 'unreal' ? IN_WISH : 1;
    for (let index = phrase.first; index <= phrase.last; index++) weights[index] = weights[index]! * factor;
  }
  return parse.tokens.map(({ lower, lemma, tag }, index) => ({ lower, lemma, tag, weight: weights[index]! }));
}

function best<Value extends string>(
  words: readonly Word[],
  cues: ReadonlyMap<string, readonly Cue<Value>[]>,
  enough = ENOUGH,
): Value | undefined {
  const scores = new Map<Value, number>();
  for (const word of words) {
    const found = cues.get(word.lower) ?? cues.get(word.lemma) ?? [];
    for (const { value, weight, tag } of found) {
      if (tag === undefined || tag === word.tag) scores.set(value, (scores.get(value) ?? 0) + weight * word.weight);
    }
  }
  const [first] = [...scores].sort(([, a], [, b]) => b - a);
  return first && first[1] >= enough ? first[0] : undefined;
}

/** 'In the morning the sky was pink' is dawn; 'good night' and 'one day' say nothing or little. */
function timeOf(words: readonly Word[]): TimeOfDay | undefined {
  const time = best(words, TIME_CUES);
  const has = (word: string): boolean => words.some(({ lower, weight }) => lower === word && weight > 0.5);
  if (time === 'day' && has('morning') && (has('pink') || has('early') || has('rose') || has('first'))) return 'dawn';
  return time;
}
