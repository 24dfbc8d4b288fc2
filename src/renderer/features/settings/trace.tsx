import { percentText } from '../../i18n/format.ts';

const WIDTH = 200;
const HEIGHT = 36;

export interface TraceProps {
  readonly label: string;
  /** 0..1, the oldest first. */
  readonly values: readonly number[];
}

/** A line of how something went; in words for who cannot see it: its lowest, highest and last. */
export function Trace({ label, values }: TraceProps) {
  if (values.length < 2) return <div className="trace" />;
  const step = WIDTH / (values.length - 1);
  const points = values.map(
    (value, index) => `${(index * step).toFixed(1)},${(HEIGHT - 1 - value * (HEIGHT - 2)).toFixed(1)}`,
  );
  const words = [Math.min(...values), Math.max(...values)].map(percentText).join('–');
  return (
    <svg
      className="trace"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: ${words}`}
    >
      <polygon
        className="trace-area"
        points={`0,${String(HEIGHT)} ${points.join(' ')} ${String(WIDTH)},${String(HEIGHT)}`}
      />
      <polyline className="trace-line" points={points.join(' ')} />
    </svg>
  );
}
