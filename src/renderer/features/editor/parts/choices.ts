import { editor } from '../../../i18n/en/editor.ts';
import type { PictureEngine } from '../../../../shared/pictures.ts';
import type {
  AMBIENCE_CHOICES,
  Mood,
  MOTIONS,
  Season,
  Setting,
  Style,
  TimeOfDay,
  TRANSITION_CHOICES,
  Weather,
} from '../../../../shared/story.ts';

type Motion = (typeof MOTIONS)[number];
type TransitionChoice = (typeof TRANSITION_CHOICES)[number];
type AmbienceChoice = (typeof AMBIENCE_CHOICES)[number];

/** Every value that a fact of a scene or of the film may have, in the order it is offered in: the words that the studio has for them. */
export const CHOICES = {
  setting: Object.keys(editor.setting satisfies Record<Setting, string>) as Setting[],
  time: Object.keys(editor.time satisfies Record<TimeOfDay, string>) as TimeOfDay[],
  season: Object.keys(editor.season satisfies Record<Season, string>) as Season[],
  weather: Object.keys(editor.weather satisfies Record<Weather, string>) as Weather[],
  mood: Object.keys(editor.mood satisfies Record<Mood, string>) as Mood[],
  motion: Object.keys(editor.motion satisfies Record<Motion, string>) as Motion[],
  transition: Object.keys(editor.transition satisfies Record<TransitionChoice, string>) as TransitionChoice[],
  ambience: Object.keys(editor.ambience satisfies Record<AmbienceChoice, string>) as AmbienceChoice[],
  engine: Object.keys(editor.engine satisfies Record<PictureEngine, string>) as PictureEngine[],
  style: Object.keys(editor.style satisfies Record<Style, string>) as Style[],
};
