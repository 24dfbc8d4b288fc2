import './field.css';
import './switch.css';
import { Switch as AriaSwitch } from 'react-aria-components';

export interface SwitchProps {
  readonly label: string;
  /** One line more about it. */
  readonly note?: string | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Something that is on or off, and is so at once. */
export function Switch({ label, note, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="switch-words">
        {label}
        {note === undefined ? null : <span className="field-note">{note}</span>}
      </span>
      <span className="switch-track" aria-hidden>
        <span className="switch-thumb" />
      </span>
    </AriaSwitch>
  );
}
