/** German. */
import type { Translation } from './words.ts';
import { common } from './de/common.ts';
import { editor } from './de/editor.ts';
import { errors } from './de/errors.ts';
import { exports } from './de/exports.ts';
import { films } from './de/films.ts';
import { library } from './de/library.ts';
import { listen } from './de/listen.ts';
import { models } from './de/models.ts';
import { settings } from './de/settings.ts';
import { shell } from './de/shell.ts';
import { time } from './de/time.ts';
import { write } from './de/write.ts';

export const de = {
  common,
  editor,
  errors,
  exports,
  films,
  library,
  listen,
  models,
  settings,
  shell,
  time,
  write,
} satisfies Translation;
