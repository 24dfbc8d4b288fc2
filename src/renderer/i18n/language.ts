import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Settings } from '../../shared/views.ts';
import { en } from './en.ts';
import './words.ts';

const KEY = 'storyloom.language';

type Language = Exclude<Settings['language'], 'system'>;

/** Before anything is shown: in the language of last time, since the settings are not here yet. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  await showLanguage(asSetting(localStorage.getItem(KEY)));
}

/** Shows everything in it, and remembers it for the next start. */
export async function showLanguage(setting: Settings['language']): Promise<void> {
  localStorage.setItem(KEY, setting);
  const language = setting === 'system' ? systemLanguage() : setting;
  if (language === 'de' && !i18next.hasResourceBundle('de', 'translation')) {
    const { de } = await import('./de.ts');
    i18next.addResourceBundle('de', 'translation', de);
  }
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function systemLanguage(): Language {
  return navigator.languages
    .find((tag) => /^(en|de)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('de')
    ? 'de'
    : 'en';
}

function asSetting(value: string | null): Settings['language'] {
  return value === 'en' || value === 'de' ? value : 'system';
}
