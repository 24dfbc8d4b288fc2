/** What a scene does not say, it takes from the scene before. */
import type { SceneGraph, SceneOverrides, Season, Setting, TimeOfDay, Weather } from '../../../shared/story.ts';
import type { Cues } from './cues.ts';
import { ENOUGH, ENOUGH_AT_FIRST, type PlaceGuess } from './setting.ts';

export interface SceneCues extends Cues {
  readonly place: PlaceGuess | undefined;
  readonly overrides: SceneOverrides;
  readonly part: number;
}

export type Surroundings = Pick<SceneGraph, 'setting' | 'time' | 'season' | 'weather' | 'mood'>;

/** Rough weather does not last for ever when nobody speaks of it any more. */
const WEATHER_LASTS = 5;
/** How far ahead the first scenes may look for a place, and what they need to find. */
const LOOK_AHEAD = 3;

export function carryOn(scenes: readonly SceneCues[], fallback: Partial<Surroundings>): Surroundings[] {
  let setting: Setting = firstSetting(scenes) ?? fallback.setting ?? 'meadow';
  let time: TimeOfDay = fallback.time ?? 'day';
  let season: Season = scenes.find((scene) => scene.season)?.season ?? fallback.season ?? 'summer';
  let weather: Weather = 'clear';
  let weatherAge = 0;
  return scenes.map((scene) => {
    if (scene.place && scene.place.score >= ENOUGH) setting = scene.place.setting;
    setting = scene.overrides.setting ?? setting;
    const isNewDay = scene.time !== undefined && isLight(scene.time) && !isLight(time);
    time = scene.overrides.time ?? scene.time ?? time;
    season = scene.overrides.season ?? scene.season ?? season;
    weatherAge++;
    if (scene.weather && !(scene.weather === 'wind' && isRough(weather) && !isNewDay)) {
      weather = scene.weather;
      weatherAge = 0;
    } else if (isNewDay || weatherAge > WEATHER_LASTS) weather = 'clear';
    weather = scene.overrides.weather ?? weather;
    return { setting, time, season, weather, mood: scene.overrides.mood ?? scene.mood };
  });
}

function firstSetting(scenes: readonly SceneCues[]): Setting | undefined {
  return scenes.slice(0, LOOK_AHEAD).find((scene) => scene.place && scene.place.score >= ENOUGH_AT_FIRST)?.place
    ?.setting;
}

function isLight(time: TimeOfDay): boolean {
  return time === 'day' || time === 'dawn';
}

function isRough(weather: Weather): boolean {
  return weather === 'storm' || weather === 'rain' || weather === 'snow';
}
