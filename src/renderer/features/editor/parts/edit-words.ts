import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditLabel } from '../../../../shared/views.ts';

/** What an edit did, in words: 'Split scene 3'. */
export function useEditWords(): (label: EditLabel) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ type, scene, scenes, field = 'several', words }) => {
      const facts = { scene, scenes, words, field: t(`editor.didField.${field}`) };
      if (scenes !== undefined && type === 'move-scenes') return t('editor.did.moveSeveral', facts);
      if (scenes !== undefined && type === 'delete-scenes') return t('editor.did.deleteSeveral', facts);
      return t(`editor.did.${type}`, facts);
    },
    [t],
  );
}
