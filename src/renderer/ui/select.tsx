import './field.css';
import './popover.css';
import './menu.css';
import './select.css';
import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
  /** One line more about it, in the list only. */
  readonly note?: string | undefined;
  /** Shown, with the note to say why it cannot be chosen. */
  readonly isDisabled?: boolean;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** What the label says stands to the left, as in a list of facts. */
  readonly isRow?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  readonly note?: string;
}

/** One of a few, or of many: typing finds a choice by its first letters. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden = false, isRow = false, choices, value, onChange, isDisabled = false, note } = props;
  return (
    <AriaSelect
      className={isRow ? 'field field-row' : 'field'}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-input select-button">
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      {note === undefined ? null : (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      )}
      <Popover className="popover select-popover" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              className="menu-item select-item"
              isDisabled={choice.isDisabled ?? false}
            >
              {({ isSelected }) => (
                <>
                  <Text slot="label" className="menu-item-text">
                    {choice.label}
                    {choice.note === undefined ? null : <span className="select-note"> {choice.note}</span>}
                  </Text>
                  {isSelected ? <Check aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
