import './shape-choice.css';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SHAPES, type Shape } from '../../shared/film.ts';

const NAMES = { '16:9': 'wide', '9:16': 'tall', '1:1': 'square', '4:5': 'upright' } as const satisfies Record<
  Shape,
  string
>;

export interface ShapeChoiceProps {
  readonly value: Shape;
  readonly onChange: (shape: Shape) => void;
}

/** The film's shape, each drawn as what it is. */
export function ShapeChoice({ value, onChange }: ShapeChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="shapes"
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const chosen = SHAPES.find((shape) => shape === id);
        if (chosen) onChange(chosen);
      }}
    >
      <Label className="field-label">{t('shell.shape')}</Label>
      <div className="shapes-row">
        {SHAPES.map((shape) => (
          <Radio key={shape} value={shape} className="shape" data-shape={shape}>
            <span className="shape-frame" aria-hidden />
            <span className="numbers">{shape}</span>
            <span className="shape-note">{t(`shell.shapes.${NAMES[shape]}`)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
