import { useEffect } from 'react';
import { useSettings } from '../client/hooks.ts';
import { showLanguage } from '../i18n/language.ts';
import { showTheme } from './theme.ts';

/** Theme and language follow the settings, in every window at once. */
export function useShownSettings(): void {
  const { data } = useSettings();
  const theme = data?.theme;
  const language = data?.language;
  useEffect(() => {
    if (theme) showTheme(theme);
  }, [theme]);
  useEffect(() => {
    if (language) void showLanguage(language);
  }, [language]);
}
