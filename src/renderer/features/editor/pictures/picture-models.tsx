import { Blocks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ModelView } from '../../../../shared/views.ts';
import { useModels } from '../../../client/hooks.ts';
import { paths } from '../../../shell/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { useEditor } from '../state/context.tsx';

/** The picture models that are here; undefined until that is known. */
export function usePictureModels(): readonly ModelView[] | undefined {
  return useModels().data?.filter(({ task, installed }) => task === 'illustrate' && installed);
}

/** Why nothing can be painted, and what to do; nothing where it can be. */
export function NoPictureModel() {
  const { t } = useTranslation();
  const models = usePictureModels();
  const named = useEditor((state) => state.document.pictureModel);
  if (models === undefined || models.some(({ id }) => named === null || id === named)) return null;
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
