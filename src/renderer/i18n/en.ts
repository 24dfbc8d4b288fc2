/** Every word that the studio shows, by screen; German is typed by it. */
import { common } from './en/common.ts';
import { editor } from './en/editor.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { films } from './en/films.ts';
import { library } from './en/library.ts';
import { listen } from './en/listen.ts';
import { models } from './en/models.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { time } from './en/time.ts';
import { write } from './en/write.ts';

export const en = { common, editor, errors, exports, films, library, listen, models, settings, shell, time, write };
