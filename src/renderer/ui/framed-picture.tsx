import './framed-picture.css';
import { useState } from 'react';

export interface FramedPictureProps {
  readonly src: string;
  /** Width by height of what it fills; told, for to measure it would have the page laid out at every picture that comes. */
  readonly frame: number;
  readonly alt?: string;
  readonly className?: string;
  /** Not needed before it is scrolled to. */
  readonly isLazy?: boolean;
}

/** The part by which a picture's shape may differ from its frame's and still fill it. */
const ALIKE = 0.3;

/** Fills its frame; a picture of quite another shape is shown whole, over a blurred copy of itself. */
export function FramedPicture({ src, frame, alt = '', className = '', isLazy = false }: FramedPictureProps) {
  const [isOther, setOther] = useState(false);
  const loading = isLazy ? 'lazy' : 'eager';
  return (
    <span className={`framed ${className}`}>
      {isOther ? <img className="framed-ground" src={src} alt="" draggable={false} /> : null}
      <img
        className={isOther ? 'framed-whole' : 'framed-full'}
        src={src}
        alt={alt}
        loading={loading}
        decoding="async"
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          const isNow = Math.abs(naturalWidth / naturalHeight / frame - 1) > ALIKE;
          if (isNow !== isOther) setOther(isNow);
        }}
      />
    </span>
  );
}
