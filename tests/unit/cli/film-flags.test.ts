import { resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addFilmFlags, askedOptions, type AskedOptions } from '../../../src/cli/commands/render/film-flags.ts';
import { EXTRAS, filmOptionsSchema, PLAIN_FILM } from '../../../src/shared/film.ts';

function asked(...words: string[]): AskedOptions {
  const command = addFilmFlags(new Command('render'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return askedOptions(command.parse(words, { from: 'user' }));
}

describe('the options of render', () => {
  it('would catch a default that overrules what a project says, because nobody typed it', () => {
    expect(asked()).toEqual({});
    expect(asked('--music', 'calm')).toEqual({ music: 'calm' });
  });

  it('would catch an option of a film that cannot be typed', () => {
    const flags = addFilmFlags(new Command('render')).options.map((option) => option.attributeName());
    const standFor: Readonly<Record<string, string>> = {
      volumes: 'volumeMusic',
      musicFile: 'music',
      onlyScene: 'preview',
    };
    for (const name of Object.keys(filmOptionsSchema.shape)) expect(flags).toContain(standFor[name] ?? name);
  });

  it('would catch a default in the help that is not the one that holds', () => {
    const { volumes, ...defaults } = filmOptionsSchema.parse({});
    const options = addFilmFlags(new Command('render')).options.filter(({ negate }) => !negate);
    const told = new Map(options.map((each) => [each.attributeName(), each]));
    for (const [name, value] of Object.entries(defaults)) {
      if (name !== 'extras') expect(told.get(name)?.defaultValue).toBe(value);
    }
    expect(told.get('volumeAmbience')?.defaultValue).toBe(volumes.ambience);
  });

  it('would catch --plain that leaves something on, or that wins over what is named beside it', () => {
    expect(asked('--plain')).toEqual(PLAIN_FILM);
    const all = { ...PLAIN_FILM, captions: 'karaoke', cover: true, extras: ['srt'] };
    expect(asked('--captions', 'karaoke', '--plain', '--cover', '--srt')).toEqual(all);
    expect(asked('--no-cover', '--no-title-card')).toEqual({ cover: false, titleCard: false });
  });

  it('would catch a sound file taken for a name, or a slip in a name taken for a file', () => {
    expect(asked('--music', 'own')).toEqual({ music: 'own' });
    expect(asked('--music', './calm')).toEqual({ music: 'own', musicFile: resolve('calm') });
    expect(asked('--music', 'songs/a.mp3')).toEqual({ music: 'own', musicFile: resolve('songs/a.mp3') });
    expect(() => asked('--music', 'clam')).toThrow(/"clam".*auto, off, own, calm/);
  });

  it('would catch one volume that resets the others', () => {
    expect(asked('--volume-music', '0.5')).toEqual({ volumes: { music: 0.5 } });
  });

  it('would catch extras that are lost, doubled or misspelt', () => {
    expect(asked('--extras', 'srt, pdf', '--srt', '--vtt')).toEqual({ extras: ['srt', 'pdf', 'vtt'] });
    expect(asked('--extras', 'all')).toEqual({ extras: EXTRAS });
    expect(asked('--extras', 'none')).toEqual({ extras: [] });
    expect(() => asked('--extras', 'srt,pfd')).toThrow(/"pfd" is none of srt/);
  });

  it('would catch a number that is none, or loudness that can only be a number', () => {
    expect(asked('--loudness', 'off')).toEqual({ loudness: 'off' });
    expect(asked('--loudness', '-14')).toEqual({ loudness: -14 });
    expect(() => asked('--loudness', 'loud')).toThrow(/has to be a number/);
    expect(() => asked('--crf', '')).toThrow(/has to be a number/);
  });
});
