import './growing-text.css';

export interface GrowingTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly className?: string;
}

/** A field as high as its text, which looks like text until it is pointed at. The mirror behind it gives it its height. */
export function GrowingText({ label, value, onChange, className = '', ...rest }: GrowingTextProps) {
  return (
    <div className={`growing ${className}`}>
      <div className="growing-mirror" aria-hidden>
        {value}{' '}
      </div>
      <textarea
        {...rest}
        className="growing-field"
        aria-label={label}
        value={value}
        spellCheck
        rows={1}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
