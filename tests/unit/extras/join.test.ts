import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/build/canonical-json.ts';
import { joinFilm } from '../../../src/core/media/arguments.ts';
import type { MediaTools } from '../../../src/core/media/tools.ts';
import { exportKey } from '../../../src/core/render/film/exported.ts';

const parts = { segments: [{ digest: 'a' }, { digest: 'b' }], sound: { digest: 's' } };
const tools = { ffmpeg: { version: '7.0' } } as MediaTools;
const request = {
  ...{ totalFrames: 48, fps: 24, title: 'The Film', comment: 'Made with Storyloom', chapters: [], language: 'eng' },
  tools,
};
const files = { list: '/l', sound: '/s', metadata: '/m', language: 'eng', output: '/o' };

describe('a film without cover and subtitles', () => {
  it('would catch one that is joined anew, or otherwise, because of options that are off', () => {
    const identity = {
      ...{ version: 1, segments: ['a', 'b'], sound: 's', totalFrames: 48, fps: 24 },
      ...{ title: 'The Film', comment: 'Made with Storyloom', language: 'eng', chapters: [], ffmpeg: '7.0' },
    };
    expect(exportKey(request, parts)).toBe(hash('sha256', canonicalJson(identity)));
    expect(joinFilm(files).join(' ')).toBe(
      '-hide_banner -v warning -y -nostdin -xerror -f concat -safe 0 -i /l -i file:/s -f ffmetadata -i /m ' +
        '-map 0:v -map 1:a -map_metadata 2 -map_chapters 2 -c copy -metadata:s:a:0 language=eng ' +
        '-video_track_timescale 90000 -movflags +faststart -fflags +bitexact -flags +bitexact -f mp4 file:/o',
    );
  });

  it('would catch a cover or subtitles that change and leave the old ones in the film', () => {
    const keys = [
      exportKey(request, parts),
      exportKey({ ...request, cover: { path: '/1', digest: '1' } }, parts),
      exportKey({ ...request, cover: { path: '/1', digest: '2' } }, parts),
      exportKey({ ...request, subtitles: 'one' }, parts),
      exportKey({ ...request, subtitles: 'two' }, parts),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(exportKey({ ...request, cover: { path: '/elsewhere', digest: '1' } }, parts)).toBe(keys[1]);
    const within = joinFilm({ ...files, subtitles: '/w', cover: '/c' }).join(' ');
    expect(within).toContain('-i file:/w -f mjpeg -i file:/c -map 0:v -map 1:a');
    expect(within).toContain(
      '-map 3:s -c:s mov_text -metadata:s:s:0 language=eng -map 4:v -disposition:v:1 attached_pic',
    );
    expect(joinFilm({ ...files, cover: '/c' }).join(' ')).toContain('-map 3:v -disposition:v:1 attached_pic');
  });
});
