import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHOICES } from '../parts/choices.ts';
import { useEditor } from '../state/context.tsx';
import { neighbour, sceneOf } from '../state/store.ts';
import { FactRow } from './fact-row.tsx';
import { Section } from './section.tsx';

const FACTS = ['style', 'motion', 'transition', 'ambience'] as const;

/** How the picture is painted and moves, how the next scene comes, and what the place sounds like. */
export const LookFacts = memo(function LookFacts({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  // Nothing comes after the last scene but the closing card.
  const isFollowed = useEditor((state) => state.document.closingCard || neighbour(state, sceneId, 1) !== undefined);
  return (
    <Section title={t('editor.facts.look')}>
      <div className="facts">
        {FACTS.filter((fact) => fact !== 'transition' || isFollowed).map((fact) => (
          <LookFact key={fact} sceneId={sceneId} fact={fact} />
        ))}
      </div>
    </Section>
  );
});

/** As the film, unless the author says otherwise. */
function LookFact({ sceneId, fact }: { readonly sceneId: string; readonly fact: (typeof FACTS)[number] }) {
  const { t } = useTranslation();
  const value = useEditor((state) => sceneOf(state, sceneId)?.[fact]);
  const film = useEditor((state) => state.document[fact]);
  const say = (word: string): string => t(`editor.${fact}.${word}` as 'editor.motion.gentle');
  const choices = useMemo(
    () => CHOICES[fact].map((id) => ({ id, label: t(`editor.${fact}.${id}` as 'editor.motion.gentle') })),
    [fact, t],
  );
  return (
    <FactRow
      sceneId={sceneId}
      fact={fact}
      label={t(`editor.facts.${fact}`)}
      value={value}
      automatic={t('editor.facts.asFilm', { value: say(film) })}
      choices={choices}
    />
  );
}
