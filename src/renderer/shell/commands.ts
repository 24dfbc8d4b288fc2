import { useEffect, useEffectEvent } from 'react';
import type { DesktopCommand } from '../../shared/desktop.ts';
import { desktop } from '../client/connect.ts';

type CommandOf<T extends DesktopCommand['type']> = Extract<DesktopCommand, { readonly type: T }>;

/** Does what the application's menu, or the system, asks this window for, while the component is there. */
export function useDesktopCommand<const T extends DesktopCommand['type']>(
  type: T,
  run: (command: CommandOf<T>) => void,
): void {
  const onCommand = useEffectEvent(run);
  useEffect(
    () =>
      desktop?.onCommand((command) => {
        if (command.type === type) onCommand(command as CommandOf<T>);
      }),
    [type],
  );
}
