import { GrowingText } from '../../ui/growing-text.tsx';

const LONGEST_TITLE = 200;

export interface GrowingTitleProps {
  readonly label: string;
  readonly placeholder: string;
  readonly className: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A heading that is edited where it stands: one line of text, though it may be broken to fit. */
export function GrowingTitle({ onChange, ...props }: GrowingTitleProps) {
  return (
    <GrowingText
      {...props}
      maxLength={LONGEST_TITLE}
      onChange={(value) => {
        onChange(value.replace(/\s*\n\s*/gu, ' '));
      }}
    />
  );
}
