import './field.css';
import './check-list.css';
import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';

export interface CheckListProps<T extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly { readonly id: T; readonly label: string; readonly note: string }[];
  readonly value: readonly T[];
  /** In the order of `choices`, whichever was ticked first. */
  readonly onChange: (value: T[]) => void;
}

/** Any of several, each with a line about what it is. */
export function CheckList<T extends string>({ label, isLabelHidden, choices, value, onChange }: CheckListProps<T>) {
  return (
    <CheckboxGroup
      className="check-list"
      value={[...value]}
      onChange={(ids) => {
        onChange(choices.map(({ id }) => id).filter((id) => ids.includes(id)));
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="check-list-items">
        {choices.map((choice) => (
          <Checkbox key={choice.id} value={choice.id} className="check">
            <span className="check-box" aria-hidden>
              <Check />
            </span>
            <span className="check-words">
              <span>{choice.label}</span>
              <span className="field-note">{choice.note}</span>
            </span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
