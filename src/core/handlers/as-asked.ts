/** What is asked for goes before what a project says. */
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { ProjectDocument } from '../../shared/project.ts';
import { OWN_VOICE, type FilmRequest } from './film-request.ts';

/** @param name the file's, for people. @throws StudioError `option` for what only a recording can have */
export function asAsked(document: ProjectDocument, given: FilmRequest['options'], name: string): ProjectDocument {
  const { speed, style, motion, pictures, pictureModel, pictureSteps, pictureStrength, upscaler } = given;
  const { captions, transition, titleCard, closingCard, music, ambience, volumes, loudness } = given;
  const { shape, size, fps, codec, encoder, preset, crf, cover, softSubtitles, extras } = given;
  if (!document.recording) refuseTelling(given, name);
  const voice = given.voice === OWN_VOICE ? undefined : given.voice;
  return {
    ...document,
    ...asGiven({ voice, speed, style, motion, pictures, pictureModel, pictureSteps, pictureStrength, upscaler }),
    ...asGiven({ captions, transition, titleCard, closingCard, music, ambience, loudness }),
    volumes: { ...document.volumes, ...asGiven({ ...volumes }) },
    ...(document.recording ? { recording: toldAsAsked(document.recording, given) } : {}),
    output: {
      ...document.output,
      ...asGiven({ shape, size, fps, codec, encoder, preset, crf, cover, softSubtitles, extras }),
    },
  };
}

type Recording = NonNullable<ProjectDocument['recording']>;

function toldAsAsked(recording: Recording, { voice, clean, shortenPauses }: FilmRequest['options']): Recording {
  return {
    ...recording,
    ...(voice === undefined ? {} : { voice: voice === OWN_VOICE ? 'own' : 'narrated' }),
    ...asGiven({ clean, longestPause: shortenPauses }),
  };
}

/** @throws StudioError `option` when something is asked for that only a recording can have */
export function refuseTelling({ voice, clean, shortenPauses }: FilmRequest['options'], name: string): void {
  const flag =
    voice === OWN_VOICE
      ? '--voice own'
      : clean
        ? '--clean'
        : shortenPauses === undefined
          ? undefined
          : '--shorten-pauses';
  if (flag === undefined) return;
  throw new StudioError(ErrorCode.option, `${name} is not told in a recording: ${flag} does not go with it.`, {
    hint: `Leave ${flag} out, or film the recording itself.`,
    data: { flag },
  });
}

export function asGiven<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}
