import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { CHOICES } from '../parts/choices.ts';
import { FactRow } from './fact-row.tsx';
import { Section } from './section.tsx';

const FACTS = ['setting', 'time', 'season', 'weather', 'mood'] as const;

/** Where and when the scene plays: as the reader understood it, unless the author says otherwise. */
export const PlaceFacts = memo(function PlaceFacts({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('editor.facts.place')}>
      <div className="facts">
        {FACTS.map((fact) => (
          <PlaceFact key={fact} sceneId={sceneId} fact={fact} />
        ))}
      </div>
    </Section>
  );
});

function PlaceFact({ sceneId, fact }: { readonly sceneId: string; readonly fact: (typeof FACTS)[number] }) {
  const { t } = useTranslation();
  const value = useEditor((state) => sceneOf(state, sceneId)?.[fact]);
  const understood = useEditor((state) => state.understood.get(sceneId)?.[fact]);
  const say = (word: string): string => t(`editor.${fact}.${word}` as 'editor.setting.meadow');
  const choices = useMemo(
    () => CHOICES[fact].map((id) => ({ id, label: t(`editor.${fact}.${id}` as 'editor.setting.meadow') })),
    [fact, t],
  );
  return (
    <FactRow
      sceneId={sceneId}
      fact={fact}
      label={t(`editor.facts.${fact}`)}
      value={value}
      automatic={
        value === undefined && understood !== undefined
          ? t('editor.facts.understood', { value: say(understood) })
          : t('editor.facts.fromText')
      }
      choices={choices}
    />
  );
}
