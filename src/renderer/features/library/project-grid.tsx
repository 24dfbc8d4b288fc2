import './project-grid.css';
import { GridLayout, GridList, Size, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '../../../shared/views.ts';
import { ProjectItem } from './project-item.tsx';
import type { ProjectActions } from './use-library.ts';

/** A card's least size: a 16:9 cover and two lines. */
const LEAST = new Size(236, 196);
const MOST = new Size(340, Infinity);
const BETWEEN = new Size(24, 28);

export interface ProjectGridProps {
  readonly projects: readonly ProjectCard[];
  readonly actions: ProjectActions;
  readonly onRename: (project: ProjectCard) => void;
}

/** Only what is in view is in the page, so a thousand stories scroll as ten do. Arrow keys go from card to card. */
export function ProjectGrid({ projects, actions, onRename }: ProjectGridProps) {
  const { t, i18n } = useTranslation();
  return (
    <Virtualizer
      layout={GridLayout}
      layoutOptions={{ minItemSize: LEAST, maxItemSize: MOST, minSpace: BETWEEN, maxHorizontalSpace: 28 }}
    >
      <GridList
        aria-label={t('library.title')}
        layout="grid"
        className="project-grid"
        items={projects}
        dependencies={[actions, i18n.language]}
      >
        {(project) => <ProjectItem project={project} actions={actions} onRename={onRename} />}
      </GridList>
    </Virtualizer>
  );
}
