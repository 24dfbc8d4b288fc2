import type { MediaFacts, StreamFacts } from './probe.ts';

/**
 * Reads what ffmpeg says about its first input when it opens it: the only source of facts where there is no ffprobe.
 *
 *   Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'film.mp4':
 *     Metadata:
 *       title           : The Otter
 *     Duration: 00:00:03.40, start: 0.000000, bitrate: 2855 kb/s
 *     Chapters:
 *       Chapter #0:0: start 0.000000, end 0.900000
 *     Stream #0:0[0x1](und): Video: h264 (Main) (avc1 / 0x31637661), yuv420p(tv, bt709), 1920x1080, 2661 kb/s, 30 fps
 *     Stream #0:1[0x2](eng): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, mono, fltp, 179 kb/s
 */
export function parseDescription(text: string): MediaFacts {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.startsWith('Input #0'));
  const after = lines.findIndex((line, index) => index > first && /^(?:Output #|Stream mapping:|Input #1)/.test(line));
  const input = lines.slice(Math.max(0, first), after < 0 ? undefined : after);
  const streamsFrom = input.findIndex((line) => /^ *Stream #/.test(line));
  const head = input.slice(0, streamsFrom < 0 ? undefined : streamsFrom);
  return {
    container: /^Input #0, (.+), from /.exec(input[0] ?? '')?.[1] ?? 'unknown',
    seconds: readClock(find(head, /Duration: (\d+:\d+:\d+(?:\.\d+)?)/)),
    startSeconds: readNumber(find(head, /, start: (-?[\d.]+)/)),
    title: find(head, /^ {4}title +: (.*)$/),
    chapters: head.filter((line) => /^ +Chapter #/.test(line)).length,
    streams: input.filter((line) => /^ *Stream #/.test(line)).map(readStream),
  };
}

function readStream(line: string): StreamFacts {
  const [, kind = 'other', codec = 'unknown', rest = ''] = /: (\w+): ([\w-]+)(.*)$/.exec(line) ?? [];
  const kilobits = readNumber(/ (\d+) kb\/s/.exec(rest)?.[1]);
  const bitRate = kilobits === undefined ? undefined : kilobits * 1000;
  if (kind === 'Video') {
    const size = /, (\d+)x(\d+)(?:[ ,]|$)/.exec(rest);
    return {
      kind: 'video',
      codec,
      bitRate,
      width: readNumber(size?.[1]),
      height: readNumber(size?.[2]),
      fps: readNumber(/ ([\d.]+) fps/.exec(rest)?.[1]),
      pixelFormat: /, ([a-z]+\d*[a-z\d]*)[(,]/.exec(rest)?.[1],
    };
  }
  if (kind !== 'Audio') return { kind: 'other', codec };
  const layout = / Hz, ([^,]+)/.exec(rest)?.[1];
  return {
    kind: 'audio',
    codec,
    bitRate,
    sampleRate: readNumber(/ (\d+) Hz/.exec(rest)?.[1]),
    channels: channelCount(layout),
  };
}

function channelCount(layout: string | undefined): number | undefined {
  if (layout === 'mono') return 1;
  if (layout === 'stereo') return 2;
  return readNumber(/^(\d+) channels/.exec(layout ?? '')?.[1]);
}

function find(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return match[1];
  }
  return undefined;
}

/** '00:01:02.50' in seconds. */
function readClock(text: string | undefined): number | undefined {
  return text?.split(':').reduce((seconds, piece) => seconds * 60 + Number(piece), 0);
}

function readNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
