import './project-item.css';
import { Clapperboard, Copy, Ellipsis, FileDown, FolderOpen, PencilLine, Trash2 } from 'lucide-react';
import { GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '../../../shared/views.ts';
import { agoText } from '../../i18n/format.ts';
import { openExport } from '../../shell/shell-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { Cover } from './cover.tsx';
import type { ProjectActions } from './use-library.ts';

export interface ProjectItemProps {
  readonly project: ProjectCard;
  readonly actions: ProjectActions;
  readonly onRename: (project: ProjectCard) => void;
}

export function ProjectItem({ project, actions, onRename }: ProjectItemProps) {
  const { t } = useTranslation();
  const { id, title, scenes, editedAt } = project;
  return (
    <GridListItem
      id={id}
      textValue={title}
      className="project"
      onAction={() => {
        actions.open(id);
      }}
    >
      <Cover project={project} />
      <div className="project-facts">
        <div className="project-words">
          <p className="project-title">{title}</p>
          <p className="project-note numbers">
            {t('library.scenes', { count: scenes })} · {agoText(editedAt)}
          </p>
        </div>
        <Menu
          trigger={
            <IconButton
              label={t('library.actions', { title })}
              icon={<Ellipsis aria-hidden />}
              size="small"
              className="project-more"
            />
          }
        >
          <MenuItem
            icon={<FolderOpen aria-hidden />}
            label={t('library.openIt')}
            onAction={() => {
              actions.open(id);
            }}
          />
          <MenuItem
            icon={<Clapperboard aria-hidden />}
            label={t('library.export')}
            onAction={() => {
              openExport(id);
            }}
          />
          <MenuItem
            icon={<PencilLine aria-hidden />}
            label={t('library.rename')}
            onAction={() => {
              onRename(project);
            }}
          />
          <MenuItem
            icon={<Copy aria-hidden />}
            label={t('library.duplicate')}
            onAction={() => {
              actions.duplicate(project);
            }}
          />
          <MenuItem
            icon={<FileDown aria-hidden />}
            label={t('library.pack')}
            onAction={() => {
              actions.pack(project);
            }}
          />
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 aria-hidden />}
            label={t('library.remove')}
            isDangerous
            onAction={() => {
              actions.remove(project);
            }}
          />
        </Menu>
      </div>
    </GridListItem>
  );
}
