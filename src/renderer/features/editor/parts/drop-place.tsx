import type { ReactNode } from 'react';
import { DropZone, Text, type FileDropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/views.ts';
import { Message } from '../../../ui/message.tsx';

/** Files that are stories: the window takes them, wherever they are dropped. */
const STORIES = ['text/plain', 'text/markdown', 'application/json'];

export interface DropPlaceProps {
  readonly className: string;
  /** What dropping a file here does. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onFile: (file: File) => void;
  /** Name of the file that is under way. */
  readonly adding?: string | undefined;
  readonly refusal?: Failure | undefined;
  readonly children: ReactNode;
}

/** A place that takes a file which is dropped or pasted on it. What is wrong with a file is said on it. */
export function DropPlace({ className, label, icon, onFile, adding, refusal, children }: DropPlaceProps) {
  const { t } = useTranslation();
  return (
    <DropZone
      className={`drop-place ${className}`}
      aria-label={label}
      getDropOperation={(types) => (STORIES.some((type) => types.has(type)) ? 'cancel' : 'copy')}
      onDrop={({ items }) => {
        const file = items.find((item): item is FileDropItem => item.kind === 'file');
        if (file) void file.getFile().then(onFile);
      }}
    >
      {children}
      <span className="drop-place-here" aria-hidden>
        {icon}
        <Text slot="label">{label}</Text>
      </span>
      {adding === undefined ? null : (
        <div className="drop-place-said">
          <Message title={t('editor.adding', { name: adding })} />
        </div>
      )}
      {refusal === undefined ? null : (
        <div className="drop-place-said">
          <Message tone="danger" title={refusal.message} hint={refusal.hint} />
        </div>
      )}
    </DropZone>
  );
}
