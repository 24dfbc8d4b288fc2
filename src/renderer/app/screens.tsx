import { Compass } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { paths } from '../shell/paths.ts';
import { ToLibrary } from '../shell/to-library.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

const LibraryScreen = lazy(() => import('../features/library/library-screen.tsx'));
const EditorScreen = lazy(() => import('../features/editor/editor-screen.tsx'));
const WriteScreen = lazy(() => import('../features/write/write-screen.tsx'));
const ListenScreen = lazy(() => import('../features/listen/listen-screen.tsx'));
const FilmsScreen = lazy(() => import('../features/export/films-screen.tsx'));
const ModelsScreen = lazy(() => import('../features/models/models-screen.tsx'));
const SettingsScreen = lazy(() => import('../features/settings/settings-screen.tsx'));

export function Screens() {
  const [location] = useLocation();
  return (
    <ErrorBoundary resetKey={location}>
      <Suspense>
        <Switch>
          <Route path={paths.library}>
            <LibraryScreen />
          </Route>
          <Route path={paths.project(':projectId')}>
            {({ projectId }: { readonly projectId: string }) => <EditorScreen projectId={projectId} />}
          </Route>
          <Route path={paths.write(':storyId?')}>
            {({ storyId }: { readonly storyId?: string }) => <WriteScreen storyId={storyId} />}
          </Route>
          <Route path={paths.listen}>
            <ListenScreen />
          </Route>
          <Route path={paths.films}>
            <FilmsScreen />
          </Route>
          <Route path={paths.models}>
            <ModelsScreen />
          </Route>
          <Route path={paths.settings}>
            <SettingsScreen />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<Compass />} title={t('errors.notFoundTitle')} level={1} actions={<ToLibrary />}>
      {t('errors.notFoundText')}
    </EmptyState>
  );
}
