import { Pause, Play, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agoText, clockText } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { soundOf, type Take } from './kept-takes.ts';
import { removeTake } from './takes.ts';

export interface TakeRowProps {
  readonly take: Take;
  /** What becomes of it: 'Make a film of it'. */
  readonly action: string;
  readonly isPending?: boolean;
  readonly isPrimary?: boolean;
  readonly onUse: () => void;
}

/** One recording: hear it, use it, or throw it away. It stays until it is thrown away. */
export function TakeRow({ take, action, isPending = false, isPrimary = false, onUse }: TakeRowProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const name = t('listen.takeOf', { ago: agoText(take.startedAt) });
  return (
    <div className="take-row" role="group" aria-label={name}>
      <Hear take={take} />
      <span className="take-row-words">
        <span>{name}</span>
        <span className="take-row-length numbers">{clockText(take.seconds)}</span>
      </span>
      <IconButton
        size="small"
        label={t('listen.throwAway')}
        icon={<Trash2 aria-hidden />}
        onPress={() => {
          setAsking(true);
        }}
      />
      <Button size="small" look={isPrimary ? 'primary' : 'plain'} isPending={isPending} onPress={onUse}>
        {action}
      </Button>
      <ConfirmDialog
        title={t('listen.throwAwayTitle')}
        isOpen={isAsking}
        action={t('listen.throwAway')}
        cancel={t('common.cancel')}
        isDangerous
        onConfirm={() => void removeTake(take.id)}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('listen.throwAwayText')}</p>
      </ConfirmDialog>
    </div>
  );
}

function Hear({ take }: { readonly take: Take }) {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [url, setUrl] = useState<string>();
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (url === undefined) return undefined;
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [url]);
  return (
    <>
      <IconButton
        size="small"
        look="plain"
        label={isPlaying ? t('listen.pause') : t('listen.hear')}
        icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        onPress={() => {
          if (isPlaying) audio.current?.pause();
          else if (url === undefined) void soundOf(take).then((sound) => setUrl(URL.createObjectURL(sound)));
          else void audio.current?.play();
        }}
      />
      {url === undefined ? null : (
        <audio
          ref={audio}
          src={url}
          autoPlay
          onPlay={() => {
            setPlaying(true);
          }}
          onPause={() => {
            setPlaying(false);
          }}
        />
      )}
    </>
  );
}
