import { Clock3, FolderOpen, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '../../../shared/views.ts';
import { agoText } from '../../i18n/format.ts';
import { STORY_TYPES, useOpenStories } from '../../shell/open-story.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { ORDERS, type Order } from './arrange.ts';
import type { ProjectActions } from './use-library.ts';

const MOST_RECENT = 8;

export interface LibraryHeadProps {
  readonly projects: readonly ProjectCard[];
  readonly found: number;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onNew: () => void;
  readonly actions: ProjectActions;
}

export function LibraryHead(props: LibraryHeadProps) {
  const { projects, found, search, onSearch, order, onOrder, onNew, actions } = props;
  const { t } = useTranslation();
  const openStories = useOpenStories();
  const recent = [...projects].sort((a, b) => b.openedAt - a.openedAt).slice(0, MOST_RECENT);
  return (
    <div className="library-head">
      <div className="library-line">
        <h1 className="library-title">{t('library.title')}</h1>
        <p className="library-count numbers" role="status">
          {search.trim() === '' ? t('library.count', { count: found }) : t('library.found', { count: found })}
        </p>
        <span className="library-space" />
        <FileButton accept={STORY_TYPES} isMultiple icon={<FolderOpen aria-hidden />} onFiles={openStories}>
          {t('library.open')}
        </FileButton>
        <Button look="primary" icon={<Plus aria-hidden />} onPress={onNew}>
          {t('library.new')}
        </Button>
      </div>
      <div className="library-line">
        <div className="library-search">
          <SearchField label={t('library.search')} clearLabel={t('library.clear')} value={search} onChange={onSearch} />
        </div>
        <span className="library-space" />
        <Menu
          trigger={
            <Button look="quiet" icon={<Clock3 aria-hidden />}>
              {t('library.recent')}
            </Button>
          }
        >
          {recent.map(({ id, title, openedAt }) => (
            <MenuItem
              key={id}
              label={title}
              keys={agoText(openedAt)}
              onAction={() => {
                actions.open(id);
              }}
            />
          ))}
        </Menu>
        <div className="library-order">
          <Select
            label={t('library.sort')}
            isLabelHidden
            choices={ORDERS.map((id) => ({ id, label: t(`library.sorts.${id}`) }))}
            value={order}
            onChange={onOrder}
          />
        </div>
      </div>
    </div>
  );
}
