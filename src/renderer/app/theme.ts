import type { Settings } from '../../shared/views.ts';

/** Also read by public/assets/theme.js, which shows it before the first paint. */
const KEY = 'storyloom.theme';

/** styles/tokens.css has both; 'system' follows the desktop, also when it changes. */
export function showTheme(theme: Settings['theme']): void {
  localStorage.setItem(KEY, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
