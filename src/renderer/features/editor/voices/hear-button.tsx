import { LoaderCircle, Square, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showFailure } from '../../../client/query-client.ts';
import { useStudio } from '../../../client/studio.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditor } from '../state/context.tsx';
import { hear, hush, keyOf, useHearing } from './hearing.ts';
import { useVoiceNames } from './use-voice-names.ts';

export interface HearButtonProps {
  readonly voice: string;
  readonly text: string;
  readonly speed: number;
  /** One more respelling than the project has, to try it out. */
  readonly respelled?: Readonly<Record<string, string>>;
  readonly label?: string;
  readonly isSmall?: boolean;
}

/** Says a line in a voice, with the project's own pronunciations; pressed again it stops. */
export function HearButton({ voice, text, speed, respelled, label, isSmall = false }: HearButtonProps) {
  const { t } = useTranslation();
  const { client } = useStudio();
  const nameOf = useVoiceNames();
  const known = useEditor((state) => state.document.pronunciations);
  const line = { voice, text, speed, pronunciations: { ...known, ...respelled } };
  const state = useHearing((hearing) => (hearing.line === keyOf(line) ? hearing.state : undefined));
  const icons = {
    making: <LoaderCircle aria-hidden className="turning" />,
    playing: <Square aria-hidden />,
    still: <Volume2 aria-hidden />,
  };
  return (
    <IconButton
      size={isSmall ? 'small' : 'normal'}
      label={
        state === undefined ? (label ?? t('editor.voices.hear', { name: nameOf(voice) })) : t('editor.voices.stop')
      }
      icon={icons[state ?? 'still']}
      isDisabled={text.trim() === ''}
      onPress={() => {
        if (state === undefined) hear(client, line).catch(showFailure);
        else hush();
      }}
    />
  );
}
