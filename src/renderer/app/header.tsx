import './header.css';
import { BookOpen, Boxes, Clapperboard, LayoutGrid, Settings2 } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import icon from '../icon.svg';
import { paths } from '../shell/paths.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { JobIndicator } from '../features/export/job-indicator.tsx';

const SCREENS = [
  { id: 'library', path: paths.library, icon: <BookOpen aria-hidden /> },
  { id: 'films', path: paths.films, icon: <Clapperboard aria-hidden /> },
  { id: 'models', path: paths.models, icon: <Boxes aria-hidden /> },
  { id: 'settings', path: paths.settings, icon: <Settings2 aria-hidden /> },
] as const;

export interface HeaderProps {
  readonly titleRef: Ref<HTMLDivElement>;
  readonly actionsRef: Ref<HTMLDivElement>;
}

/** The window's head: where one is, what is at work, and what can be done. Within a project the screens become a menu. */
export function Header({ titleRef, actionsRef }: HeaderProps) {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const isProject = location.startsWith('/projects/');
  return (
    <header className="header">
      <Link href={paths.library} className="header-home" aria-label={t('shell.home')}>
        <img src={icon} alt="" width={26} height={26} />
        <span className="header-name">Storyloom</span>
      </Link>
      {isProject ? null : (
        <nav className="header-nav" aria-label={t('shell.screens')}>
          {SCREENS.map(({ id, path }) => (
            <Link key={id} href={path} className="header-link" aria-current={currentOf(path, location)}>
              {t(`shell.${id}`)}
            </Link>
          ))}
        </nav>
      )}
      <div ref={titleRef} className="header-title" />
      <span className="header-space" />
      <JobIndicator />
      <div ref={actionsRef} className="header-actions" />
      {isProject ? (
        <Menu trigger={<IconButton label={t('shell.menu')} icon={<LayoutGrid aria-hidden />} />}>
          {SCREENS.map(({ id, path, icon: screenIcon }) => (
            <MenuItem
              key={id}
              icon={screenIcon}
              label={t(`shell.${id}`)}
              onAction={() => {
                navigate(path);
              }}
            />
          ))}
        </Menu>
      ) : null}
    </header>
  );
}

/** The desk is a part of the stories. */
function currentOf(path: string, location: string): 'page' | 'true' | undefined {
  if (location === path) return 'page';
  return path === paths.library && location.startsWith(paths.write()) ? 'true' : undefined;
}
