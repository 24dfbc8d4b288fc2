import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../client/studio.tsx';
import { hearLine, keyOf } from '../hearing/hearing.ts';
import { ListenButton } from '../hearing/listen-button.tsx';
import { useEditor } from '../state/context.tsx';
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

/** Says a line in a voice, with the project's own pronunciations. */
export function HearButton({ voice, text, speed, respelled, label, isSmall = false }: HearButtonProps) {
  const { t } = useTranslation();
  const { client } = useStudio();
  const nameOf = useVoiceNames();
  const known = useEditor((state) => state.document.pronunciations);
  const line = { voice, text, speed, pronunciations: { ...known, ...respelled } };
  return (
    <ListenButton
      label={label ?? t('editor.voices.hear', { name: nameOf(voice) })}
      hearingKey={keyOf(line)}
      onHear={() => hearLine(client, line)}
      isSmall={isSmall}
      isDisabled={text.trim() === ''}
    />
  );
}
