import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voice } from '../../../../shared/views.ts';
import { useVoices } from '../../../client/hooks.ts';
import type { Choice } from '../../../ui/select.tsx';

const NONE: readonly Voice[] = [];

/** 'Heart, American', or in short 'Heart'; a voice that is not known is called by its id. */
export function useVoiceNames(): (id: string, isShort?: boolean) => string {
  const { t } = useTranslation();
  const { data: voices = NONE } = useVoices();
  return useCallback(
    (id, isShort = false) => {
      const voice = voices.find((known) => known.id === id);
      if (!voice) return id;
      if (isShort || !isAccent(voice.language)) return voice.name;
      return t('editor.voices.name', { name: voice.name, accent: t(`editor.voices.accent.${voice.language}`) });
    },
    [t, voices],
  );
}

/** Every voice, to be chosen from by its name. */
export function useVoiceChoices(): readonly Choice<string>[] {
  const { data: voices = NONE } = useVoices();
  const nameOf = useVoiceNames();
  return useMemo(() => voices.map(({ id }) => ({ id, label: nameOf(id) })), [voices, nameOf]);
}

function isAccent(language: string): language is 'en-US' | 'en-GB' {
  return language === 'en-US' || language === 'en-GB';
}
