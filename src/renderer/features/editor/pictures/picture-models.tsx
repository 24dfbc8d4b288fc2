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

/** Why an engine cannot paint, and what to do; nothing where it can. */
export function PaintingTrouble({ engine }: { readonly engine: PictureEngine }) {
  const { t } = useTranslation();
  const models = usePictureModels();
  const model = usePaintingModel();
  const named = useEditor((state) => state.document.pictureModel);
  if (models === undefined || engine === 'storybook') return null;
  if (model === undefined) {
    return (
      <Message
        tone="warn"
        title={named === null ? t('editor.painting.noModel') : t('editor.painting.notHere', { model: named })}
        hint={t('editor.painting.noModelHint')}
      >
        <ToModels />
      </Message>
    );
  }
  if (engine === 'diffusion' || model.picture?.over !== false) return null;
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
