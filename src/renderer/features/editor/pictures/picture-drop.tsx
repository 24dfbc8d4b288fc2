import { ImageDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DropPlace } from '../parts/drop-place.tsx';
import { useOwnPicture } from './use-own-picture.ts';

/** A place that takes a picture file for the scene on the stage. */
export function PictureDrop({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { add, name, refusal } = useOwnPicture();
  return (
    <DropPlace
      className={className}
      label={t('editor.pictures.drop')}
      icon={<ImageDown />}
      onFile={(file) => void add(file)}
      adding={name}
      refusal={refusal}
    >
      {children}
    </DropPlace>
  );
}
