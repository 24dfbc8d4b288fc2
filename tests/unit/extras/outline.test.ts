import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bestShots } from '../../../src/core/extras/best-shots.ts';
import { keepForeign } from '../../../src/core/extras/keep-foreign.ts';
import { extraPath, numberedName } from '../../../src/core/extras/names.ts';
import { toOtio } from '../../../src/core/extras/otio.ts';
import { teaserClips } from '../../../src/core/extras/teaser.ts';
import { outlineOf, shotOf } from '../../helpers/outline.ts';

describe('the shots that show most', () => {
  it('would catch the best of a film’s beginning alone, a card, or a glimpse taken for it', () => {
    const interest = [0.9, 0.8, 0.1, 0.2, 0.3, 0.7];
    const shots = interest.map((each, index) => shotOf(index + 1, { interest: each }));
    expect(bestShots(outlineOf(shots), 3).map(({ number }) => number)).toEqual([1, 4, 6]);
    expect(bestShots(outlineOf(shots), 1).map(({ number }) => number)).toEqual([1]);
    const card = { ...shotOf(1, { interest: 1 }), number: undefined };
    const glimpse = shotOf(7, { interest: 1, frames: 6 });
    expect(bestShots(outlineOf([card as never, ...shots, glimpse]), 1)).toMatchObject([{ number: 1, interest: 0.9 }]);
    expect(bestShots(outlineOf([glimpse]), 4)).toEqual([glimpse]);
    expect(bestShots(outlineOf([]), 4)).toEqual([]);
  });
});

describe('a teaser', () => {
  it('would catch clips outside of their scenes, between frames, or longer in all than a teaser is', () => {
    const shots = Array.from({ length: 20 }, (_, index) =>
      shotOf(index + 1, { frames: 40 + index, startFrame: index * 60 }),
    );
    const clips = teaserClips(outlineOf(shots));
    expect(clips).toHaveLength(4);
    for (const { start, seconds } of clips) {
      const shot = shots.findLast(({ startFrame }) => startFrame / 24 <= start + 1e-9)!;
      expect(start + seconds).toBeLessThanOrEqual((shot.startFrame + shot.frames) / 24 + 1e-9);
      expect(Math.abs(start * 24 - Math.round(start * 24))).toBeLessThan(1e-9);
    }
    expect(clips.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(7.1);
    expect(teaserClips(outlineOf([shotOf(1)]))).toEqual([{ start: 0, seconds: 2 }]);
  });
});

describe('a timeline for editors', () => {
  it('would catch clips that point into a folder of assets that nobody asked for', () => {
    const speech = [{ path: '/s.wav', digest: 's', startSample: 0, samples: 10 }];
    const film = outlineOf([shotOf(1, { speech, transition: { kind: 'wipe', frames: 12 } }), shotOf(2)]);
    const text = JSON.stringify(toOtio(film));
    expect(text).toContain('"target_url":"the%20film.mp4"');
    expect(text).not.toContain('assets');
    // Within the film itself the transition is there already.
    expect(text).not.toContain('Transition.1');
    expect(text.match(/Gap\.1/g)).toHaveLength(1);
    const apart = JSON.stringify(toOtio({ ...film, extras: ['assets'] }));
    expect(apart).toContain('"target_url":"the%20film-assets/scene-001.png"');
    expect(apart).toContain('"name":"wipe"');
  });
});

describe('the names of what lies beside a film', () => {
  it('would catch names that do not sort, or that stand apart from their film', () => {
    expect(extraPath('/films/otter.v2.mp4', 'srt')).toBe('/films/otter.v2.srt');
    expect(extraPath('/films/otter.mov', 'assets')).toBe('/films/otter-assets');
    expect([numberedName(7, 9), numberedName(7, 12_000)]).toEqual(['scene-007', 'scene-00007']);
  });
});

describe('a file in the place of what is written', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-kept-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('would catch the user’s own file overwritten, or copies kept of what is ours or the same', async () => {
    const [target, fresh] = [join(folder, 'otter.srt'), join(folder, 'fresh')];
    writeFileSync(fresh, 'new');
    expect(await keepForeign(target, fresh, undefined)).toBeUndefined();
    writeFileSync(target, 'old');
    const { size, mtimeMs } = statSync(target);
    expect(await keepForeign(target, fresh, { bytes: size, changedAt: mtimeMs })).toBeUndefined();
    expect(await keepForeign(target, fresh, { bytes: size, changedAt: mtimeMs - 1 })).toBe(
      join(folder, 'otter.kept-1.srt'),
    );
    writeFileSync(target, 'its');
    expect(await keepForeign(target, fresh, undefined)).toBe(join(folder, 'otter.kept-2.srt'));
    expect(readFileSync(join(folder, 'otter.kept-1.srt'), 'utf8')).toBe('old');
    writeFileSync(target, 'new');
    expect(await keepForeign(target, fresh, undefined)).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(4);
  });
});
