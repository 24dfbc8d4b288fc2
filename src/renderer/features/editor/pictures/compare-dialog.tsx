import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectScene } from '../../../../shared/project.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { useTakes } from './use-takes.ts';

/** Two takes of the scene on the stage beside each other, each as large as can be; one of them is chosen. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const scene = useEditor((state) => sceneOf(state, state.shown));
  return scene ? <Compare scene={scene} onClose={onClose} /> : null;
}

function Compare({ scene, onClose }: { readonly scene: ProjectScene; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const { views } = useTakes(scene);
  const shape = useEditor((state) => state.document.output.shape);
  const others = scene.takes.filter((take) => take.id !== scene.take);
  const [sides, setSides] = useState<readonly string[]>([scene.take, others.at(-1)?.id ?? scene.take]);
  const [chosen, setChosen] = useState(scene.take);
  const choices = scene.takes.map((take, index) => ({
    id: take.id,
    label: take.kind === 'own' ? take.name : t('editor.pictures.take', { number: index + 1 }),
  }));
  return (
    <Dialog
      title={t('editor.pictures.compareTitle')}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            onPress={() => {
              if (chosen !== scene.take) {
                void session.edit({ type: 'choose-take', sceneId: scene.id, takeId: chosen });
              }
              onClose();
            }}
          >
            {t('editor.pictures.use')}
          </Button>
        </>
      }
    >
      <RadioGroup
        className="compare"
        data-shape={shape}
        aria-label={t('editor.pictures.choose')}
        orientation="horizontal"
        value={chosen}
        onChange={setChosen}
      >
        {sides.map((takeId, side) => {
          const label = choices.find(({ id }) => id === takeId)?.label ?? '';
          const picture = views.get(takeId)?.picture;
          return (
            <div key={side} className="compare-side">
              {choices.length > 2 ? (
                <Select
                  label={side === 0 ? t('editor.pictures.left') : t('editor.pictures.right')}
                  isLabelHidden
                  choices={choices}
                  value={takeId}
                  onChange={(id) => {
                    setSides(sides.map((known, place) => (place === side ? id : known)));
                  }}
                />
              ) : null}
              <Radio value={takeId} className="compare-choice">
                {picture === undefined ? (
                  <span className="take-blank">{t('editor.pictures.drawing')}</span>
                ) : (
                  <img src={picture} alt="" draggable={false} />
                )}
                <span className="compare-name">
                  <span className="compare-dot" aria-hidden />
                  {label}
                  {takeId === scene.take ? <small>{t('editor.pictures.inFilm')}</small> : null}
                </span>
              </Radio>
            </div>
          );
        })}
      </RadioGroup>
    </Dialog>
  );
}
