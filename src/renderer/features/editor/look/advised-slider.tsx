import { SettableSlider, type SliderBounds } from '../parts/settable-slider.tsx';

export interface AdvisedSliderProps {
  readonly label: string;
  /** Who decides while the author does not, in words. */
  readonly advised: string;
  readonly bounds: SliderBounds;
  /** Where the thumb stands while somebody else decides. */
  readonly first: number;
  /** Null while somebody else decides. */
  readonly value: number | null;
  readonly say: (value: number) => string;
  readonly onSet: (value: number | null) => void;
}

/** A number of the film. */
export function AdvisedSlider({ advised, value, say, ...rest }: AdvisedSliderProps) {
  return (
    <div className="advised">
      <SettableSlider
        {...rest}
        value={value ?? undefined}
        say={(shown, set) => (set === undefined ? advised : say(shown))}
      />
    </div>
  );
}
