import { ImageDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropZone, Text, type FileDropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Message } from '../../../ui/message.tsx';
import { useOwnPicture } from './use-own-picture.ts';

/** Files that are stories: the window takes them, wherever they are dropped. */
const STORIES = ['text/plain', 'text/markdown', 'application/json'];

/** A place that takes a picture file which is dropped or pasted on it. What is wrong with a file is said on it. */
export function PictureDrop({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { add, name, refusal } = useOwnPicture();
  return (
    <DropZone
      className={`picture-drop ${className}`}
      aria-label={t('editor.pictures.drop')}
      getDropOperation={(types) => (STORIES.some((type) => types.has(type)) ? 'cancel' : 'copy')}
      onDrop={({ items }) => {
        const file = items.find((item): item is FileDropItem => item.kind === 'file');
        if (file) void file.getFile().then(add);
      }}
    >
      {children}
      <span className="picture-drop-here" aria-hidden>
        <ImageDown />
        <Text slot="label">{t('editor.pictures.drop')}</Text>
      </span>
      {name === undefined ? null : (
        <div className="picture-drop-said">
          <Message title={t('editor.pictures.adding', { name })} />
        </div>
      )}
      {refusal === undefined ? null : (
        <div className="picture-drop-said">
          <Message tone="danger" title={refusal.message} hint={refusal.hint} />
        </div>
      )}
    </DropZone>
  );
}
