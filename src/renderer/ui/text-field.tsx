import './field.css';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  composeRenderProps,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import type { Ref } from 'react';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'isInvalid'> {
  readonly label: string;
  /** The label is for screen readers only, where the place says what it is. */
  readonly isLabelHidden?: boolean;
  readonly note?: string | undefined;
  /** What is wrong with the value and what to do about it. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** In the story's type: for the author's own words. */
  readonly isStory?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ placeholder, inputRef, ...props }: TextFieldProps) {
  const { isStory, frame, before, after } = parts(props);
  return (
    <AriaTextField {...frame}>
      {before}
      <Input className={inputClass(isStory)} {...given({ placeholder, ref: inputRef })} />
      {after}
    </AriaTextField>
  );
}

export interface TextAreaProps extends Omit<TextFieldProps, 'inputRef'> {
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ placeholder, rows = 4, inputRef, ...props }: TextAreaProps) {
  const { isStory, frame, before, after } = parts(props);
  return (
    <AriaTextField {...frame}>
      {before}
      <AriaTextArea className={inputClass(isStory)} rows={rows} {...given({ placeholder, ref: inputRef })} />
      {after}
    </AriaTextField>
  );
}

function parts(props: Omit<TextFieldProps, 'placeholder' | 'inputRef'>) {
  const { label, isLabelHidden = false, note, error, isStory = false, className, ...rest } = props;
  return {
    isStory,
    frame: {
      ...rest,
      isInvalid: error !== undefined,
      className: composeRenderProps(className, (own) => `field ${own ?? ''}`),
    },
    before: <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>,
    after: (
      <>
        {note === undefined || error !== undefined ? null : (
          <Text slot="description" className="field-note">
            {note}
          </Text>
        )}
        <FieldError className="field-error">{error}</FieldError>
      </>
    ),
  };
}

const inputClass = (isStory: boolean) => (isStory ? 'field-input story' : 'field-input');

/** Without the keys whose value is undefined, which optional properties may not be given. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
