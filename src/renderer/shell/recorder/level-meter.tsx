import { useStore } from 'zustand';
import { useTranslation } from 'react-i18next';
import type { Microphone } from './microphone.ts';

/** Steps of the meter: a hand's breadth that is told from afar. */
const STEPS = 24;
/** A voice below is hard to hear, and one above is cut off. */
const QUIET = 0.35;
const LOUD = 0.94;

/** How loud the microphone hears just now, in bars and in a word. */
export function LevelMeter({ microphone }: { readonly microphone: Microphone }) {
  const { t } = useTranslation();
  const lit = useStore(microphone.store, ({ level }) => Math.round(level * STEPS));
  const isPaused = useStore(microphone.store, ({ phase }) => phase !== 'recording');
  const level = lit / STEPS;
  const word = isPaused ? 'still' : level < QUIET ? 'quiet' : level > LOUD ? 'loud' : 'good';
  return (
    <div className="level">
      <div className="level-bars" role="img" aria-label={t('listen.level')}>
        {Array.from({ length: STEPS }, (_, step) => (
          <span key={step} className="level-bar" data-lit={step < lit} data-loud={step / STEPS > LOUD - 0.03} />
        ))}
      </div>
      <span className="level-word">{t(`listen.levels.${word}`)}</span>
    </div>
  );
}
