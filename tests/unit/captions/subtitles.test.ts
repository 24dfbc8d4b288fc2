import { describe, expect, it } from 'vitest';
import { toSrt, toVtt } from '../../../src/core/captions/subtitles.ts';
import type { Cue } from '../../../src/shared/captions/types.ts';

const cue = (start: number, end: number, ...lines: string[]): Cue => ({
  start,
  end,
  lines: lines.map((line) => line.split(' ').map((text) => ({ text, start, end }))),
});
const SCENES = [
  { offset: 0, cues: [cue(0.4, 2, 'Far out', 'on a rock 😀')] },
  { offset: 3599.5, cues: [cue(0.25, 2.0004, 'a <b>1 && 2</b> --> {x}')] },
];

describe('toSrt', () => {
  it('is SubRip to the letter: numbers, commas, CR LF, the time of the film', () => {
    expect(toSrt(SCENES.slice(0, 1))).toBe('1\r\n00:00:00,400 --> 00:00:02,000\r\nFar out\r\non a rock 😀\r\n\r\n');
    expect(toSrt(SCENES)).toContain('2\r\n00:59:59,750 --> 01:00:01,500\r\n');
  });

  it('would catch text that players take for markup', () => {
    expect(toSrt(SCENES)).not.toMatch(/<\/?b>/u);
    expect(toSrt(SCENES).replaceAll('\u2060', '')).toContain('a <b>1 && 2</b> --> {x}');
  });
});

describe('toVtt', () => {
  it('is WebVTT: a header, points, LF, character references for what would be a tag or an arrow', () => {
    expect(toVtt(SCENES)).toBe(
      'WEBVTT\n\n00:00:00.400 --> 00:00:02.000\nFar out\non a rock 😀\n\n' +
        '00:59:59.750 --> 01:00:01.500\na &lt;b&gt;1 &amp;&amp; 2&lt;/b&gt; --&gt; {x}\n',
    );
    expect(toVtt([], 'en')).toBe('WEBVTT\nLanguage: en\n');
  });

  it('would catch a line break within a word, which would end the cue', () => {
    expect(toVtt([{ offset: 0, cues: [cue(0, 1, 'a\n\nb')] }])).toContain('\na b\n');
  });
});
