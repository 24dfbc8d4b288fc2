import './field.css';
import './segmented.css';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import type { Choice } from './select.tsx';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Two to five. */
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly note?: string | undefined;
}

/** One of a few, all of them in view: a radio group that looks like one control. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, isLabelHidden = false, choices, value, onChange, note } = props;
  return (
    <RadioGroup
      className="segmented"
      orientation="horizontal"
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="segmented-track">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="segmented-choice">
            {choice.label}
          </Radio>
        ))}
      </div>
      {note === undefined ? null : (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
    </RadioGroup>
  );
}
