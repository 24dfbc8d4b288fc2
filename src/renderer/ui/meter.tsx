import './meter.css';
import { Label, Meter as AriaMeter } from 'react-aria-components';

export interface MeterProps {
  readonly label: string;
  /** 0..1 */
  readonly value: number;
  readonly valueText: string;
  /** Worth a look from here on. */
  readonly highFrom?: number;
}

/** How much of something is in use. */
export function Meter({ label, value, valueText, highFrom = 1.1 }: MeterProps) {
  return (
    <AriaMeter className="meter" value={Math.min(1, value)} maxValue={1} valueLabel={valueText}>
      {({ percentage }) => (
        <>
          <Label className="meter-label">{label}</Label>
          <span className="meter-value numbers">{valueText}</span>
          <span className="meter-track">
            <span
              className={value >= highFrom ? 'meter-fill meter-high' : 'meter-fill'}
              style={{ width: `${String(percentage)}%` }}
            />
          </span>
        </>
      )}
    </AriaMeter>
  );
}
