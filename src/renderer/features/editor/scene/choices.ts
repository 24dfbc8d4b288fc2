import { editor } from '../../../i18n/en/editor.ts';
import type { Mood, MOTIONS, Season, Setting, Style, TimeOfDay, Weather } from '../../../../shared/story.ts';

type Motion = (typeof MOTIONS)[number];

/** Every value that a fact of a scene may have, in the order it is offered in: the words that the studio has for them. */
export const CHOICES = {
  setting: Object.keys(editor.setting satisfies Record<Setting, string>) as Setting[],
  time: Object.keys(editor.time satisfies Record<TimeOfDay, string>) as TimeOfDay[],
  season: Object.keys(editor.season satisfies Record<Season, string>) as Season[],
  weather: Object.keys(editor.weather satisfies Record<Weather, string>) as Weather[],
  mood: Object.keys(editor.mood satisfies Record<Mood, string>) as Mood[],
  motion: Object.keys(editor.motion satisfies Record<Motion, string>) as Motion[],
  style: Object.keys(editor.style satisfies Record<Style, string>) as Style[],
};
