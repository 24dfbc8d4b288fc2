import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANCZOS } from '../../../../shared/pictures.ts';
import { useModels } from '../../../client/hooks.ts';
import { Select } from '../../../ui/select.tsx';
import { useEditor } from '../state/context.tsx';
import { useSetFilm } from './use-film.ts';

const USUAL = '';

/** What enlarges paintings to the film's size; nothing while there is nothing to choose from. */
export function UpscalerChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const models = useModels().data;
  const named = useEditor((state) => state.document.upscaler);
  const choices = useMemo(() => {
    const here = (models ?? []).filter(({ upscaler, installed }) => upscaler !== undefined && installed);
    const usual = here.find(({ upscaler }) => upscaler?.isDefault);
    const plain = { id: LANCZOS, label: t('editor.look.lanczos') };
    const known = [
      { id: USUAL, label: usual ? t('editor.look.usualUpscaler', { title: usual.title }) : plain.label },
      ...(usual || named === LANCZOS ? [plain] : []),
      ...here.map(({ id, title, upscaler }) => ({
        id,
        label: title,
        note: t('editor.look.scale', { scale: upscaler?.scale }),
      })),
    ];
    const isKnown = named === null || known.some(({ id }) => id === named);
    return isKnown ? known : [...known, { id: named, label: named, note: t('editor.look.notHere') }];
  }, [models, named, t]);
  if (choices.length === 1) return null;
  return (
    <Select
      label={t('editor.look.upscaler')}
      choices={choices}
      value={named ?? USUAL}
      onChange={(chosen) => {
        set({ upscaler: chosen === USUAL ? null : chosen });
      }}
    />
  );
}
