import './app.css';
import { useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { HeaderPlacesContext } from '../shell/header-slots.tsx';
import { Toasts } from '../ui/toast.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { useFirstStart } from './first-start.ts';
import { Header } from './header.tsx';
import { Overlays } from './overlays.tsx';
import { Screens } from './screens.tsx';
import { VoiceBanner } from './voice-banner.tsx';
import { useShownSettings } from './shown-settings.ts';
import { useDesktop } from './desktop.ts';

export function App() {
  const { t, i18n } = useTranslation();
  const [title, setTitle] = useState<HTMLElement | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const places = useMemo(() => ({ title, actions }), [title, actions]);
  useShownSettings();
  useFirstStart();
  useDesktop();
  return (
    <I18nProvider locale={i18n.language}>
      <HeaderPlacesContext value={places}>
        <div className="app">
          <div className="app-head">
            <a
              className="app-skip"
              href="#main"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById('main')?.focus();
              }}
            >
              {t('shell.skip')}
            </a>
            <Header titleRef={setTitle} actionsRef={setActions} />
          </div>
          <div className="app-banner">
            <ConnectionBanner />
            <VoiceBanner />
          </div>
          <main id="main" tabIndex={-1} className="app-main">
            <Screens />
          </main>
        </div>
        <Overlays />
        <Toasts />
      </HeaderPlacesContext>
    </I18nProvider>
  );
}
