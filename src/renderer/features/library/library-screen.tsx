import './library-screen.css';
import { useQuery } from '@tanstack/react-query';
import { BookOpen, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '../../../shared/views.ts';
import { useStudio } from '../../client/studio.tsx';
import { useDesktopCommand } from '../../shell/commands.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { endNewStory, useShell } from '../../shell/shell-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { arrange, type Order } from './arrange.ts';
import { LibraryHead } from './library-head.tsx';
import { NewStoryDialog } from './new-story-dialog.tsx';
import { ProjectGrid } from './project-grid.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SampleButton } from './sample-button.tsx';
import { useProjectActions } from './use-library.ts';
import { Ways } from './ways.tsx';

export default function LibraryScreen() {
  const { t, i18n } = useTranslation();
  const { queries } = useStudio();
  const library = useQuery(queries.library.list.queryOptions());
  const actions = useProjectActions();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('edited');
  const startingText = useShell((shell) => shell.startingText);
  const [isCreating, setCreating] = useState(false);
  const [renaming, setRenaming] = useState<ProjectCard>();
  const sought = useDeferredValue(search);
  const projects = library.data;
  const found = useMemo(
    () => arrange(projects ?? [], { search: sought, order, language: i18n.language }),
    [projects, sought, order, i18n.language],
  );
  usePageTitle(t('library.title'));
  const startNew = (): void => {
    setCreating(true);
  };
  useDesktopCommand('new-project', startNew);
  return (
    <div className="library">
      {projects === undefined ? (
        <QueryState query={library} />
      ) : projects.length === 0 ? (
        <div className="library-body">
          <EmptyState
            icon={<BookOpen />}
            title={t('library.emptyTitle')}
            level={1}
            actions={
              <>
                <Button look="primary" onPress={startNew}>
                  {t('library.new')}
                </Button>
                <SampleButton />
                <Ways />
              </>
            }
          >
            {t('library.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <div className="library-body">
          <LibraryHead
            projects={projects}
            found={found.length}
            search={search}
            onSearch={setSearch}
            order={order}
            onOrder={setOrder}
            onNew={startNew}
            actions={actions}
          />
          {found.length === 0 ? (
            <EmptyState
              icon={<SearchX />}
              title={t('library.nothingFound')}
              actions={
                <Button
                  onPress={() => {
                    setSearch('');
                  }}
                >
                  {t('library.showAll')}
                </Button>
              }
            >
              {t('library.nothingFoundText', { search: sought })}
            </EmptyState>
          ) : (
            <ProjectGrid projects={found} actions={actions} onRename={setRenaming} />
          )}
        </div>
      )}
      {isCreating || startingText !== undefined ? (
        <NewStoryDialog
          startingText={startingText}
          onClose={() => {
            endNewStory();
            setCreating(false);
          }}
        />
      ) : null}
      {renaming ? (
        <RenameDialog
          project={renaming}
          onClose={() => {
            setRenaming(undefined);
          }}
        />
      ) : null}
    </div>
  );
}
