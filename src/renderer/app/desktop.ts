import { useLocation } from 'wouter';
import { useDesktopCommand } from '../shell/commands.ts';
import { paths } from '../shell/paths.ts';
import { showToast } from '../ui/toast.tsx';

/** What the desktop's menu and icon ask of any screen; the rest is heard where it can be done. */
export function useDesktop(): void {
  const [, navigate] = useLocation();
  useDesktopCommand('settings', () => {
    navigate(paths.settings);
  });
  useDesktopCommand('show-project', ({ projectId }) => {
    navigate(paths.project(projectId));
  });
  useDesktopCommand('show-job', () => {
    navigate(paths.films);
  });
  useDesktopCommand('failure', ({ message, hint }) => {
    showToast({ tone: 'danger', title: message, hint });
  });
}
