import { useMemo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/select.tsx';
import { STYLE_STRENGTHS } from '../../../../shared/pictures.ts';
import { percentText } from '../../../i18n/format.ts';
import { CHOICES } from '../parts/choices.ts';
import { PaintingTrouble, useNamedModel, usePaintingModel, usePictureModels } from '../pictures/picture-models.tsx';
import { useEditor } from '../state/context.tsx';
import { AdvisedSlider } from './advised-slider.tsx';
import { LivePreview } from './live-preview.tsx';
import { UpscalerChoice } from './upscaler-choice.tsx';
import { useSetFilm } from './use-film.ts';

/** Who makes the pictures of all scenes, and how; the scene on the stage beside it, as it is painted. */
export function PicturesTab() {
  const hasModel = usePictureModels()?.length !== 0;
  const pictures = useEditor((state) => state.document.pictures);
  const isAnyPainted = useEditor(({ document: { pictures, scenes } }) =>
    [pictures, ...scenes.map((scene) => scene.pictures)].some(
      (engine) => engine !== undefined && engine !== 'storybook',
    ),
  );
  return (
    <div className="look-look">
      <div className="look-seen">
        <LivePreview />
      </div>
      <div className="look-choices">
        <EngineChoice />
        {hasModel ? <ModelChoice /> : null}
        <PaintingTrouble engine={pictures} />
        {isAnyPainted && hasModel ? (
          <>
            <StepsChoice />
            <StrengthChoice />
            <UpscalerChoice />
          </>
        ) : null}
      </div>
    </div>
  );
}

function EngineChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const pictures = useEditor((state) => state.document.pictures);
  return (
    <RadioGroup
      className="engines"
      value={pictures}
      onChange={(id) => {
        const chosen = CHOICES.engine.find((engine) => engine === id);
        if (chosen) set({ pictures: chosen });
      }}
    >
      <Label className="field-label">{t('editor.look.engine')}</Label>
      {CHOICES.engine.map((engine) => (
        <Radio key={engine} value={engine} className="engine">
          <span className="compare-dot" aria-hidden />
          <span className="engine-words">
            <span>{t(`editor.engine.${engine}`)}</span>
            <span className="field-note">{t(`editor.look.engineNotes.${engine}`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

const BEST = '';

/** Of those that are here; one that the film names and that is not here stays in the list. */
function ModelChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const models = usePictureModels();
  const named = useEditor((state) => state.document.pictureModel);
  const title = useNamedModel();
  const choices = useMemo(() => {
    const here = (models ?? []).map(({ id, title, licence }) => ({ id, label: title, note: licence.name }));
    const best = models?.find(({ picture }) => picture?.isDefault);
    const isHere = named === null || here.some(({ id }) => id === named);
    return [
      { id: BEST, label: best ? t('editor.look.bestModelIs', { title: best.title }) : t('editor.look.bestModel') },
      ...here,
      ...(isHere ? [] : [{ id: named, label: title ?? named, note: t('editor.look.notHere') }]),
    ];
  }, [models, named, title, t]);
  return (
    <Select
      label={t('editor.look.model')}
      choices={choices}
      value={named ?? BEST}
      onChange={(chosen) => {
        set({ pictureModel: chosen === BEST ? null : chosen });
      }}
    />
  );
}

/** Few models need more; a film that asks for more keeps it. */
const MOST_STEPS = 50;
/** Where the slider stands while nobody knows how many the model wants. */
const FIRST_STEPS = 4;

function StepsChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const steps = useEditor((state) => state.document.pictureSteps);
  const usual = usePaintingModel()?.picture?.steps;
  return (
    <AdvisedSlider
      label={t('editor.look.steps')}
      advised={usual === undefined ? t('editor.look.byModel') : t('editor.look.stepsByModel', { steps: usual })}
      bounds={{ minimum: 1, maximum: MOST_STEPS, step: 1 }}
      first={usual ?? FIRST_STEPS}
      value={steps}
      say={(value) => t('editor.look.stepCount', { count: value })}
      onSet={(pictureSteps) => {
        set({ pictureSteps });
      }}
    />
  );
}

function StrengthChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const strength = useEditor((state) => state.document.pictureStrength);
  const usual = STYLE_STRENGTHS[useEditor((state) => state.document.style)];
  const isOver = useEditor(({ document: { pictures, scenes } }) =>
    [pictures, ...scenes.map((scene) => scene.pictures)].includes('over-storybook'),
  );
  if (!isOver) return null;
  return (
    <AdvisedSlider
      label={t('editor.look.strength')}
      advised={t('editor.look.strengthByStyle', { strength: percentText(usual) })}
      bounds={{ minimum: 0, maximum: 1, step: 0.05 }}
      first={usual}
      value={strength}
      say={percentText}
      onSet={(pictureStrength) => {
        set({ pictureStrength });
      }}
    />
  );
}
