import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { CHOICES } from './choices.ts';
import { FactRow } from './fact-row.tsx';
import { Section } from './section.tsx';

/** How the picture is painted and whether the camera moves. */
export const LookFacts = memo(function LookFacts({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const style = useEditor((state) => sceneOf(state, sceneId)?.style);
  const filmStyle = useEditor((state) => state.document.style);
  const motion = useEditor((state) => sceneOf(state, sceneId)?.motion);
  const filmMotion = useEditor((state) => state.document.motion);
  const styles = useMemo(() => CHOICES.style.map((id) => ({ id, label: t(`editor.style.${id}`) })), [t]);
  const motions = useMemo(() => CHOICES.motion.map((id) => ({ id, label: t(`editor.motion.${id}`) })), [t]);
  return (
    <Section title={t('editor.facts.look')}>
      <div className="facts">
        <FactRow
          sceneId={sceneId}
          fact="style"
          label={t('editor.facts.style')}
          value={style}
          automatic={t('editor.facts.asFilm', { value: t(`editor.style.${filmStyle}`) })}
          choices={styles}
        />
        <FactRow
          sceneId={sceneId}
          fact="motion"
          label={t('editor.facts.motion')}
          value={motion}
          automatic={t('editor.facts.asFilm', { value: t(`editor.motion.${filmMotion}`) })}
          choices={motions}
        />
      </div>
    </Section>
  );
});
