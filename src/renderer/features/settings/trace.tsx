import { percentText } from '../../i18n/format.ts';

const WIDTH = 240;
const HEIGHT = 36;

export interface TraceProps {
  readonly label: string;
  /** Where in the time shown, and how much: each 0..1, the oldest first. */
  readonly points: readonly { readonly place: number; readonly value: number }[];
}

/** A line of how something went; in words for who cannot see it: from its lowest to its highest. */
export function Trace({ label, points }: TraceProps) {
  const [first] = points;
  if (!first || points.length < 2) return <div className="trace" />;
  const line = points.map(({ place, value }) => `${x(place)},${y(value)}`).join(' ');
  const values = points.map(({ value }) => value);
  const words = [Math.min(...values), Math.max(...values)].map(percentText).join('–');
  return (
    <svg
      className="trace"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: ${words}`}
    >
      <polygon className="trace-area" points={`${x(first.place)},${y(0)} ${line} ${x(1)},${y(0)}`} />
      <polyline className="trace-line" points={line} />
    </svg>
  );
}

const x = (place: number): string => (place * WIDTH).toFixed(1);
/** Half a line's width from either edge, so that 0 and 1 are seen whole. */
const y = (value: number): string => (HEIGHT - 1 - Math.min(1, value) * (HEIGHT - 2)).toFixed(1);
