import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Slider } from '../../../ui/slider.tsx';

export interface SliderBounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

export interface SettableSliderProps {
  readonly label: string;
  readonly bounds: SliderBounds;
  /** Where the thumb stands while the author sets nothing. */
  readonly first: number;
  /** Undefined while the author sets nothing. */
  readonly value: number | undefined;
  /** @param set undefined while the author sets nothing */
  readonly say: (shown: number, set: number | undefined) => string;
  /** With null what was set is given up. */
  readonly onSet: (value: number | null) => void;
}

/** A number that follows from something else until the author sets it, with a way back; saved when the slider is let go. */
export function SettableSlider({ label, bounds, first, value, say, onSet }: SettableSliderProps) {
  const { t } = useTranslation();
  const [sliding, setSliding] = useState<number>();
  const set = sliding ?? value;
  return (
    <>
      <Slider
        label={label}
        {...bounds}
        maximum={Math.max(bounds.maximum, set ?? 0)}
        value={set ?? first}
        say={(shown) => say(shown, set)}
        onChange={setSliding}
        onChangeEnd={(chosen) => {
          setSliding(undefined);
          onSet(Math.round(chosen * 100) / 100);
        }}
      />
      {value === undefined ? null : (
        <IconButton
          size="small"
          label={t('editor.facts.reset', { fact: label })}
          icon={<RotateCcw aria-hidden />}
          onPress={() => {
            onSet(null);
          }}
        />
      )}
    </>
  );
}
