/** Which music and which ambience lie under which part of a film. Pure. */
import type { Bed, FilmOptions } from '../../shared/film.ts';
import { INDOOR_SETTINGS, type Ambience, type Mood, type Scene, type Setting } from '../../shared/story.ts';

/** Music that is laid: one of ours, or the author's own file. */
export type Music = Bed | 'own';

/** What lies under one scene. */
export interface Under {
  readonly music?: Music;
  readonly ambience?: Ambience;
}

/** A scene as far as its sound is concerned. */
export interface SoundScene {
  readonly scene: Pick<Scene, 'graph' | 'overrides'>;
  /** Of film, roughly: guessed from the words, so that what a scene sounds like is known before anything is narrated. */
  readonly seconds: number;
}

const BED_OF: Readonly<Record<Mood, Bed>> = {
  calm: 'calm',
  sleepy: 'calm',
  happy: 'playful',
  funny: 'playful',
  wonder: 'wonder',
  tense: 'tense',
  scary: 'tense',
  sad: 'sad',
  brave: 'brave',
};

/** Music that would play for less than so many seconds goes on as it was instead. */
const SHORTEST_MUSIC = 12;

/** What is under each scene, in order. Depends on the whole film: music does not change for a moment's sake. */
export function planUnder(
  scenes: readonly SoundScene[],
  { music, ambience }: Pick<FilmOptions, 'music' | 'ambience'>,
): Under[] {
  const beds = music === 'auto' ? steadyBeds(scenes) : undefined;
  return scenes.map(({ scene }, index): Under => {
    const bed = beds ? beds[index]! : music === 'off' || music === 'auto' ? undefined : music;
    const around = ambienceOf(scene, ambience);
    return { ...(bed ? { music: bed } : {}), ...(around ? { ambience: around } : {}) };
  });
}

/** The mood's bed for each scene; a run of scenes too short to be music of its own takes its neighbour's. */
function steadyBeds(scenes: readonly SoundScene[]): Bed[] {
  const beds = scenes.map(({ scene }) => BED_OF[scene.graph.mood]);
  for (;;) {
    const runs = runsOf(beds);
    const lengths = runs.map(({ first, end }) =>
      scenes.slice(first, end).reduce((sum, { seconds }) => sum + seconds, 0),
    );
    const shortest = lengths.indexOf(Math.min(...lengths));
    if (runs.length < 2 || lengths[shortest]! >= SHORTEST_MUSIC) return beds;
    const neighbour = runs[shortest - 1] ?? runs[shortest + 1]!;
    beds.fill(neighbour.value, runs[shortest]!.first, runs[shortest]!.end);
  }
}

const AROUND_SETTING: Readonly<Partial<Record<Setting, Ambience>>> = {
  sea: 'sea',
  shore: 'sea',
  ship: 'sea',
  island: 'sea',
  lighthouse: 'sea',
  forest: 'forest',
  jungle: 'forest',
  mountain: 'wind',
  snow: 'wind',
  desert: 'wind',
};

/** Under the open sky, and heard at night. Neither is space. */
const SILENT: ReadonlySet<Setting> = new Set(['space', 'moon', 'underwater', 'cave', 'station']);
const HEARTH = /\b(?:fireplace|hearth|campfire|bonfire)\b/;
/** Where a mere 'fire' is one to sit at, and not a dragon's. */
const FIRESIDES: ReadonlySet<Setting> = new Set([...INDOOR_SETTINGS, 'cave', 'forest']);

function ambienceOf({ graph, overrides }: SoundScene['scene'], wished: FilmOptions['ambience']): Ambience | undefined {
  const choice = overrides.ambience ?? wished;
  if (choice === 'off') return undefined;
  if (choice !== 'auto') return choice;
  const { setting, time, season, weather, entities } = graph;
  const words = entities.map(({ word }) => word.toLowerCase());
  if (words.some((word) => HEARTH.test(word) || (word === 'fire' && FIRESIDES.has(setting)))) return 'fire';
  if (INDOOR_SETTINGS.has(setting) || SILENT.has(setting)) return undefined;
  if (weather === 'rain' || weather === 'storm') return 'rain';
  const around = AROUND_SETTING[setting];
  if (around === 'sea') return around;
  if (time === 'night') return 'night';
  if (around) return around;
  return weather === 'wind' || weather === 'snow' || season === 'winter' ? 'wind' : undefined;
}

/** A sound that lies under a part of the film. Seconds from the film's start; the fades are within. */
export interface Span<Name extends string = string> {
  readonly name: Name;
  readonly start: number;
  readonly end: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
}

/** From one sound to another, or to none. */
const CROSS_FADE = 2;
/** At the film's own start and end. */
const OPENING = 1.5;
const ENDING = 2.5;

/**
 * Scenes' names to spans: the same name goes on from scene to scene; another one comes in while the first one goes.
 * @param scenes where each begins, in order, and what is under it; `seconds` is the whole film's length
 */
export function spansOf<Name extends string>(
  scenes: readonly { readonly start: number; readonly name: Name | undefined }[],
  seconds: number,
): Span<Name>[] {
  const runs = runsOf(scenes.map(({ name }) => name));
  return runs.flatMap(({ value: name, first, end }): Span<Name>[] => {
    if (name === undefined) return [];
    const begins = scenes[first]!.start;
    const ends = scenes[end]?.start ?? seconds;
    const isFirst = first === 0;
    const isLast = end === scenes.length;
    // Half of a cross-fade lies in either scene.
    const from = isFirst ? begins : Math.max(0, begins - CROSS_FADE / 2);
    const to = isLast ? ends : Math.min(seconds, ends + CROSS_FADE / 2);
    const half = (to - from) / 2;
    return [
      {
        name,
        start: from,
        end: to,
        fadeIn: Math.min(isFirst ? OPENING : CROSS_FADE, half),
        fadeOut: Math.min(isLast ? ENDING : CROSS_FADE, half),
      },
    ];
  });
}

interface Run<Value> {
  readonly value: Value;
  readonly first: number;
  /** The index after its last. */
  readonly end: number;
}

function runsOf<Value>(values: readonly Value[]): Run<Value>[] {
  const runs: Run<Value>[] = [];
  values.forEach((value, index) => {
    const last = runs.at(-1);
    if (last?.value === value) runs[runs.length - 1] = { ...last, end: index + 1 };
    else runs.push({ value, first: index, end: index + 1 });
  });
  return runs;
}
