import { Blocks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PictureEngine } from '../../../../shared/pictures.ts';
import type { ModelView } from '../../../../shared/views.ts';
import { useModels } from '../../../client/hooks.ts';
import { paths } from '../../../shell/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { useEditor } from '../state/context.tsx';

/** The picture models that are here; undefined until that is known. */
export function usePictureModels(): readonly ModelView[] | undefined {
  return useModels().data?.filter(({ picture, installed }) => picture !== undefined && installed);
}

/** The one that paints this film, where it is here: the film's own, or the best of all. */
export function usePaintingModel(): ModelView | undefined {
  const models = usePictureModels();
  const named = useEditor((state) => state.document.pictureModel);
  return models?.find(({ id, picture }) => (named === null ? picture?.isDefault : id === named));
}

/** What the model that the film names is called, here or not; undefined where it names none. */
export function useNamedModel(): string | undefined {
  const { data } = useModels();
  const named = useEditor((state) => state.document.pictureModel);
  return named === null ? undefined : (data?.find(({ id }) => id === named)?.title ?? named);
}

/** Why nothing can be painted: the film's model is not here. Undefined where one is, and while that is not known. */
export function useLackOfModel(): string | undefined {
  const { t } = useTranslation();
  const named = useNamedModel();
  const models = usePictureModels();
  const model = usePaintingModel();
  if (models === undefined || model !== undefined) return undefined;
  return named === undefined ? t('editor.painting.noModel') : t('editor.painting.notHere', { model: named });
}

/** Why an engine cannot paint, and what to do; nothing where it can. */
export function PaintingTrouble({ engine }: { readonly engine: PictureEngine }) {
  const { t } = useTranslation();
  const lack = useLackOfModel();
  const model = usePaintingModel();
  if (engine === 'storybook') return null;
  if (lack !== undefined) {
    return (
      <Message tone="warn" title={lack} hint={t('editor.painting.noModelHint')}>
        <ToModels />
      </Message>
    );
  }
  if (engine === 'diffusion' || model?.picture?.over !== false) return null;
  const { title } = model;
  return (
    <Message tone="warn" title={t('editor.painting.notOver', { title })} hint={t('editor.painting.notOverHint')} />
  );
}

export function ToModels() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (
    <Button
      size="small"
      icon={<Blocks aria-hidden />}
      onPress={() => {
        navigate(paths.models);
      }}
    >
      {t('editor.painting.toModels')}
    </Button>
  );
}
