import type { Settings } from '../../shared/views.ts';

const KEY = 'storyloom.theme';

/** As last time, before the settings are here: nothing flashes. */
export function startTheme(): void {
  const kept = localStorage.getItem(KEY);
  showTheme(kept === 'light' || kept === 'dark' ? kept : 'system');
}

/** styles/tokens.css has both; 'system' follows the desktop, also when it changes. */
export function showTheme(theme: Settings['theme']): void {
  localStorage.setItem(KEY, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
