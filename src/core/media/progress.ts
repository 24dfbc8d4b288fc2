/** How far ffmpeg is, as its option `-progress` tells it (ffmpeg manual, "Main options"). */
export interface ToolProgress {
  /** Frames written; absent when there is no picture. */
  readonly frame?: number;
  /** Seconds of the output that are written; 0 when ffmpeg does not know or says something before 0. */
  readonly seconds: number;
  /** Bytes written; absent when ffmpeg does not know. */
  readonly bytes?: number;
  /** Times real time; absent when ffmpeg does not know. */
  readonly speed?: number;
  readonly ended: boolean;
}

/**
 * Reads what comes out of `-progress pipe:`, in pieces cut anywhere: lines `key=value`, a report ended by `progress=`.
 * Returns a function from a piece to the reports that it completes.
 */
export function createProgressParser(): (piece: string) => ToolProgress[] {
  let rest = '';
  let fields = new Map<string, string>();
  return (piece) => {
    const lines = (rest + piece).split(/\r?\n|\r/);
    rest = lines.pop() ?? '';
    const reports: ToolProgress[] = [];
    for (const line of lines) {
      const equals = line.indexOf('=');
      if (equals < 1) continue;
      const key = line.slice(0, equals).trim();
      fields.set(key, line.slice(equals + 1).trim());
      if (key !== 'progress') continue;
      reports.push(toReport(fields));
      fields = new Map();
    }
    return reports;
  };
}

function toReport(fields: ReadonlyMap<string, string>): ToolProgress {
  const frame = readNumber(fields.get('frame'));
  const bytes = readNumber(fields.get('total_size'));
  const speed = readNumber(fields.get('speed')?.replace(/x$/, ''));
  return {
    ...(frame === undefined ? {} : { frame }),
    // Before the first packet is written it is N/A, or far below zero.
    seconds: Math.max(0, readNumber(fields.get('out_time_us')) ?? 0) / 1e6,
    ...(bytes === undefined ? {} : { bytes }),
    ...(speed === undefined ? {} : { speed }),
    ended: fields.get('progress') === 'end',
  };
}

function readNumber(text: string | undefined): number | undefined {
  const number = text ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
