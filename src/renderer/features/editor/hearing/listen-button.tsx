import { LoaderCircle, Square, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showFailure } from '../../../client/query-client.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { hush, useHearing } from './hearing.ts';

export interface ListenButtonProps {
  readonly label: string;
  /** Of what is heard; one sound of a page has it. */
  readonly hearingKey: string;
  /** Makes it and plays it. */
  readonly onHear: () => Promise<void>;
  readonly isSmall?: boolean;
  readonly isDisabled?: boolean;
}

const ICONS = {
  making: <LoaderCircle aria-hidden className="turning" />,
  playing: <Square aria-hidden />,
  still: <Volume2 aria-hidden />,
};

/** Plays something; pressed again it stops. */
export function ListenButton({ label, hearingKey, onHear, isSmall = false, isDisabled = false }: ListenButtonProps) {
  const { t } = useTranslation();
  const state = useHearing((hearing) => (hearing.key === hearingKey ? hearing.state : undefined));
  return (
    <IconButton
      size={isSmall ? 'small' : 'normal'}
      label={state === undefined ? label : t('editor.stopSound')}
      icon={ICONS[state ?? 'still']}
      isDisabled={isDisabled}
      onPress={() => {
        if (state === undefined) onHear().catch(showFailure);
        else hush();
      }}
    />
  );
}
