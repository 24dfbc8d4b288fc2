import './progress-bar.css';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';

export interface ProgressBarProps {
  /** What is going on: the accessible name. */
  readonly label: string;
  /** 0..1; absent while nothing can be said, when the bar only moves. */
  readonly value?: number | undefined;
  /** Read in place of the percentage, such as 'scene 7 of 11, 18 s left'. */
  readonly valueText?: string | undefined;
}

export function ProgressBar({ label, value, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      aria-label={label}
      className="progress"
      maxValue={1}
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
    >
      {({ percentage, isIndeterminate }) => (
        <span
          className={isIndeterminate ? 'progress-fill progress-moving' : 'progress-fill'}
          {...(isIndeterminate ? {} : { style: { translate: `${String((percentage ?? 0) - 100)}%` } })}
        />
      )}
    </AriaProgressBar>
  );
}
