import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHOICES } from '../parts/choices.ts';
import { FactRow } from '../scene/fact-row.tsx';
import { useEditor } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { PaintingTrouble } from './picture-models.tsx';

/** Who makes the scene's pictures: as the film, unless the author says otherwise. */
export function EngineFact({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const value = useEditor((state) => sceneOf(state, sceneId)?.pictures);
  const film = useEditor((state) => state.document.pictures);
  const choices = useMemo(() => CHOICES.engine.map((id) => ({ id, label: t(`editor.engine.${id}`) })), [t]);
  return (
    <>
      <div className="facts">
        <FactRow
          sceneId={sceneId}
          fact="pictures"
          label={t('editor.facts.engine')}
          value={value}
          automatic={t('editor.facts.asFilm', { value: t(`editor.engine.${film}`) })}
          choices={choices}
        />
      </div>
      <PaintingTrouble engine={value ?? film} />
      <Unpainted sceneId={sceneId} />
    </>
  );
}

/** What the picture may lack, and why: nothing is left out unsaid. */
function Unpainted({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const untaught = useEditor((state) => state.states[sceneId]?.untaught?.join(', '));
  const untold = useEditor((state) => state.states[sceneId]?.untold?.join(', '));
  return (
    <>
      {untaught === undefined ? null : (
        <p className="field-note">{t('editor.painting.untaught', { words: untaught })}</p>
      )}
      {untold === undefined ? null : <p className="field-note">{t('editor.painting.untold', { words: untold })}</p>}
    </>
  );
}
