import './file-drop.css';
import { BookOpen } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStories } from '../shell/open-story.ts';

/** A story may be dropped anywhere on the window. Pictures are left to the scene they are dropped on. */
export function FileDrop() {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const openStories = useOpenStories();
  const open = useEffectEvent(openStories);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Whatever is dropped, the browser must not leave the studio to show it.
      event.preventDefault();
      // A picture has its scene to go to, music its own place in a project: neither wants a curtain over it.
      const isMusic = areAll(event, 'audio') && window.location.hash.startsWith('#/projects/');
      setOver(!areAll(event, 'image') && !isMusic);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (!areAll(event, 'image')) open([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="file-drop">
      <div className="file-drop-card">
        <BookOpen aria-hidden />
        <p className="file-drop-title">{t('shell.dropHere')}</p>
        <p>{t('shell.dropNote')}</p>
      </div>
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** While something is dragged only its type is known, not its name. */
function areAll(event: DragEvent, kind: 'image' | 'audio'): boolean {
  const items = [...(event.dataTransfer?.items ?? [])];
  return items.length > 0 && items.every(({ type }) => type.startsWith(`${kind}/`));
}
