import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgressParser, type ToolProgress } from '../../../src/core/media/progress.ts';

/** As ffmpeg 7.0 wrote them; the first report of a run says mostly N/A, and some builds begin below zero. */
const REAL = `frame=0
fps=0.00
stream_0_0_q=0.0
bitrate=N/A
total_size=48
out_time_us=N/A
out_time_ms=N/A
out_time=N/A
dup_frames=0
drop_frames=0
speed=N/A
progress=continue
frame=57
fps=0.00
stream_0_0_q=27.0
bitrate=   0.2kbits/s
total_size=48
out_time_us=-66666
out_time_ms=-66666
out_time=-00:00:00.066666
dup_frames=0
drop_frames=0
speed=1.79x
progress=continue
frame=300
fps=291.10
stream_0_0_q=-1.0
bitrate=2637.4kbits/s
total_size=3286252
out_time_us=9933333
out_time_ms=9933333
out_time=00:00:09.933333
dup_frames=0
drop_frames=0
speed=9.64x
progress=end
`;

const EXPECTED: readonly ToolProgress[] = [
  { frame: 0, seconds: 0, bytes: 48, ended: false },
  { frame: 57, seconds: 0, bytes: 48, speed: 1.79, ended: false },
  { frame: 300, seconds: 9.933333, bytes: 3286252, speed: 9.64, ended: true },
];

describe('createProgressParser', () => {
  it('would catch N/A read as a number, time before zero, or a report that is lost', () => {
    expect(createProgressParser()(REAL)).toEqual(EXPECTED);
    expect(createProgressParser()(REAL.replaceAll('\n', '\r\n'))).toEqual(EXPECTED);
  });

  it('would catch lines that a pipe has cut in two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: REAL.length }), { maxLength: 20 }), (cuts) => {
        const parse = createProgressParser();
        const places = [0, ...cuts.sort((a, b) => a - b), REAL.length];
        const reports = places.slice(1).flatMap((end, index) => parse(REAL.slice(places[index], end)));
        expect(reports).toEqual(EXPECTED);
      }),
    );
  });

  it('would catch a crash on anything that is no progress', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const report of createProgressParser()(`${text}\nprogress=continue\n`)) {
          expect(report.seconds).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
