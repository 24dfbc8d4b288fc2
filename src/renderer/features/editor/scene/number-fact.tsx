import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { ApplyToAll } from './fact-row.tsx';

export interface NumberFactProps {
  readonly sceneId: string;
  readonly fact: 'speed' | 'pauseAfter';
  readonly label: string;
  /** What it is while the author sets nothing; absent when only the narrator knows. */
  readonly automatic: number | undefined;
  readonly bounds: { readonly minimum: number; readonly maximum: number; readonly step: number };
  readonly say: (value: number) => string;
}

/** Where a number that only the narrator knows begins when it is first set, seconds. */
const FIRST = 0.6;

/** A number of a scene, saved when the slider is let go. */
export function NumberFact({ sceneId, fact, label, automatic, bounds, say }: NumberFactProps) {
  const { t } = useTranslation();
  const session = useSession();
  const value = useEditor((state) => sceneOf(state, sceneId)?.[fact]);
  const [sliding, setSliding] = useState<number | undefined>(undefined);
  const set = sliding ?? value;
  return (
    <div className="fact fact-number" data-set={value !== undefined}>
      <Slider
        label={label}
        {...bounds}
        maximum={Math.max(bounds.maximum, set ?? 0)}
        minimum={bounds.minimum}
        value={set ?? automatic ?? FIRST}
        say={(shown) => (set === undefined && automatic === undefined ? t('editor.facts.automatic') : say(shown))}
        onChange={setSliding}
        onChangeEnd={(chosen) => {
          setSliding(undefined);
          void session.edit({ type: 'set-scene', sceneId, set: { [fact]: Math.round(chosen * 100) / 100 } });
        }}
      />
      {value === undefined ? null : (
        <IconButton
          size="small"
          label={t('editor.facts.reset', { fact: label })}
          icon={<RotateCcw aria-hidden />}
          onPress={() => {
            void session.edit({ type: 'set-scene', sceneId, set: { [fact]: null } });
          }}
        />
      )}
      <ApplyToAll fact={fact} value={value} label={label} />
    </div>
  );
}
