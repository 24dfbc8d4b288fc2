import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './app/app.tsx';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { connectStudio } from './client/connect.ts';
import { createStudio, StudioProvider } from './client/studio.tsx';
import { startLanguage } from './i18n/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The line is opened while the words are still being loaded.
const studio = createStudio(connectStudio());
await startLanguage();

createRoot(root).render(
  <StrictMode>
    <StudioProvider studio={studio}>
      <Router hook={useHashLocation}>
        <ErrorBoundary resetKey="">
          <App />
        </ErrorBoundary>
      </Router>
    </StudioProvider>
  </StrictMode>,
);
