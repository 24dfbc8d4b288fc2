const isMac = navigator.platform.startsWith('Mac');

/** A shortcut as its platform writes it: 'Ctrl+Shift+Z', on a Mac '⌘⇧Z'. */
export function keysLabel(keys: string): string {
  return isMac ? keys.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥') : keys;
}
