import { describe, expect, it } from 'vitest';
import { missingParts, NEEDED, readNames, readVersion } from '../../../src/core/media/capabilities.ts';

describe('readVersion', () => {
  it.each([
    [
      'ffmpeg version n7.0-7-gd38bf5e08e-20240407 Copyright (c) 2000-2024 the FFmpeg developers',
      'n7.0-7-gd38bf5e08e-20240407',
    ],
    ['ffprobe version 5.1.9-0+deb12u1 Copyright (c) 2007-2026 the FFmpeg developers', '5.1.9-0+deb12u1'],
    ['ffmpeg version 9.0 Copyright (c) 2000-2026 the FFmpeg developers\r\nbuilt with gcc', '9.0'],
    ['bash: ffmpeg: not found', undefined],
  ])('would catch a version of some builder misread: %s', (text, version) => {
    expect(readVersion(text)).toBe(version);
  });
});

describe('readNames', () => {
  it('would catch the legend read as names, and lists of versions with other marks', () => {
    const encoders = `Encoders:
 V..... = Video
 .....D = Supports direct rendering method 1
 ------
 V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC (codec h264)
 A....D aac                  AAC (Advanced Audio Coding)
`;
    expect([...readNames(encoders)]).toEqual(expect.arrayContaining(['libx264', 'aac']));
    expect(readNames(encoders).has('=')).toBe(false);
    const filters7 = `Filters:
  T.. = Timeline support
  | = Source or sink filter
 ..C scale             V->V       Scale the input video size.
 TSC aap               AA->A      Apply Affine Projection.
`;
    const filters8 = filters7.replace('..C scale', '.. scale').replace('TSC aap', 'TS aap');
    for (const text of [filters7, filters8])
      expect([...readNames(text)]).toEqual(expect.arrayContaining(['scale', 'aap']));
    const demuxers = ` D   matroska,webm   Matroska / WebM
 D d x11grab         X11 screen capture
 DE  mov,mp4,m4a     QuickTime / MOV
`;
    expect([...readNames(demuxers)]).toEqual(['matroska', 'webm', 'x11grab', 'mov', 'mp4', 'm4a']);
  });
});

describe('missingParts', () => {
  it('would catch an ffmpeg without x264 that is found out only after an hour of narration', () => {
    const whole = {
      encoders: new Set<string>(NEEDED.encoders),
      filters: new Set<string>(NEEDED.filters),
      muxers: new Set<string>(NEEDED.muxers),
      demuxers: new Set<string>(NEEDED.demuxers),
    };
    expect(missingParts(whole)).toEqual([]);
    expect(missingParts({ ...whole, encoders: new Set(['aac', 'pcm_s16le']) })).toEqual(['encoder libx264']);
  });
});
