import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Slider } from '../../../ui/slider.tsx';

export interface AdvisedSliderProps {
  readonly label: string;
  /** Who decides while the author does not, in words. */
  readonly advised: string;
  readonly bounds: { readonly minimum: number; readonly maximum: number; readonly step: number };
  /** Where the thumb stands while somebody else decides. */
  readonly first: number;
  /** Null while somebody else decides. */
  readonly value: number | null;
  readonly say: (value: number) => string;
  readonly onSet: (value: number | null) => void;
}

/** A number of the film that follows from something else until the author sets it; saved when the slider is let go. */
export function AdvisedSlider({ label, advised, bounds, first, value, say, onSet }: AdvisedSliderProps) {
  const { t } = useTranslation();
  const [sliding, setSliding] = useState<number>();
  const set = sliding ?? value;
  return (
    <div className="advised">
      <Slider
        label={label}
        {...bounds}
        value={set ?? first}
        say={(shown) => (set === null ? advised : say(shown))}
        onChange={setSliding}
        onChangeEnd={(chosen) => {
          setSliding(undefined);
          onSet(Math.round(chosen * 100) / 100);
        }}
      />
      {value === null ? null : (
        <IconButton
          size="small"
          label={t('editor.facts.reset', { fact: label })}
          icon={<RotateCcw aria-hidden />}
          onPress={() => {
            onSet(null);
          }}
        />
      )}
    </div>
  );
}
