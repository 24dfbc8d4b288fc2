import { useTranslation } from 'react-i18next';
import { SettableSlider, type SliderBounds } from '../parts/settable-slider.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { ApplyToAll } from './fact-row.tsx';

export interface NumberFactProps {
  readonly sceneId: string;
  readonly fact: 'speed' | 'pauseAfter';
  readonly label: string;
  /** What it is while the author sets nothing; absent when only the narrator knows. */
  readonly automatic: number | undefined;
  readonly bounds: SliderBounds;
  readonly say: (value: number) => string;
}

/** Where a number that only the narrator knows begins when it is first set, seconds. */
const FIRST = 0.6;

/** A number of a scene. */
export function NumberFact({ sceneId, fact, label, automatic, bounds, say }: NumberFactProps) {
  const { t } = useTranslation();
  const session = useSession();
  const value = useEditor((state) => sceneOf(state, sceneId)?.[fact]);
  return (
    <div className="fact fact-number" data-set={value !== undefined}>
      <SettableSlider
        label={label}
        bounds={bounds}
        first={automatic ?? FIRST}
        value={value}
        say={(shown, set) => (set === undefined && automatic === undefined ? t('editor.facts.automatic') : say(shown))}
        onSet={(chosen) => {
          void session.edit({ type: 'set-scene', sceneId, set: { [fact]: chosen } });
        }}
      />
      <ApplyToAll fact={fact} value={value} label={label} />
    </div>
  );
}
