import { FileTrigger } from 'react-aria-components';
import type { ButtonProps } from './button.tsx';
import { Button } from './button.tsx';

export interface FileButtonProps extends Omit<ButtonProps, 'onPress'> {
  /** Endings or media types, such as '.txt'. */
  readonly accept: readonly string[];
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the host's own file dialog. */
export function FileButton({ accept, isMultiple = false, onFiles, ...props }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={accept}
      allowsMultiple={isMultiple}
      onSelect={(files) => {
        if (files) onFiles([...files]);
      }}
    >
      <Button {...props} />
    </FileTrigger>
  );
}
