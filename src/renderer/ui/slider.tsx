import './field.css';
import './slider.css';
import { Label, Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

export interface SliderProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
  /** When it is let go, or a key was pressed: the moment to save. */
  readonly onChangeEnd?: (value: number) => void;
  /** The value in words, such as '0.95 ×'. */
  readonly say: (value: number) => string;
  readonly isDisabled?: boolean;
}

export function Slider(props: SliderProps) {
  const { label, isLabelHidden = false, minimum, maximum, step = 1, say, onChangeEnd, value, ...rest } = props;
  return (
    <AriaSlider
      {...rest}
      {...(onChangeEnd ? { onChangeEnd } : {})}
      value={value}
      minValue={minimum}
      maxValue={maximum}
      step={step}
      className="slider"
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <SliderOutput className="slider-output numbers">{() => say(value)}</SliderOutput>
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <span className="slider-fill" style={{ width: `${String(state.getThumbPercent(0) * 100)}%` }} />
            <SliderThumb className="slider-thumb" aria-valuetext={say(value)} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
