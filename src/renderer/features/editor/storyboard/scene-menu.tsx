import { ArrowLeft, ArrowRight, Combine, ListEnd, ListStart, RotateCcw, Scissors, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Menu, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { useEditor, useSession } from '../state/context.tsx';
import { neighbour, textOf } from '../state/store.ts';
import { pickedInOrder, useSceneActions } from './use-scene-actions.ts';

export interface SceneMenuProps {
  /** The scene it is about and the button that it opens at; null when closed. */
  readonly target: { readonly sceneId: string; readonly anchor: Element } | null;
  readonly onClose: () => void;
}

/** One menu for all cards. Moving and deleting mean all that are picked; the rest means the one scene. */
export function SceneMenu({ target, onClose }: SceneMenuProps) {
  const { t } = useTranslation();
  const session = useSession();
  const actions = useSceneActions();
  const anchor = useRef<Element | null>(null);
  const count = useEditor((state) => state.picked.size);
  const total = useEditor((state) => state.document.scenes.length);
  const sceneId = target?.sceneId ?? '';
  const isFailed = useEditor((state) => state.states[sceneId]?.state === 'failed');
  const isLast = useEditor((state) => neighbour(state, sceneId, 1) === undefined);
  if (target) anchor.current = target.anchor;

  const act = (key: string): void => {
    const picked = pickedInOrder(session);
    if (key === 'retry') session.retry(sceneId);
    else if (key === 'split') void actions.split(sceneId, middleOf(textOf(session.state, sceneId)));
    else if (key === 'merge') void actions.merge(sceneId);
    else if (key === 'before') void actions.add(sceneId);
    else if (key === 'after') void actions.add(neighbour(session.state, sceneId, 1) ?? null);
    else if (key === 'left') actions.move(picked, -1);
    else if (key === 'right') actions.move(picked, 1);
    else if (key === 'delete') void actions.remove(picked);
  };

  return (
    <Popover
      className="popover"
      aria-label={t('editor.card.actions')}
      triggerRef={anchor}
      isOpen={target !== null}
      placement="top start"
      offset={6}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        className="menu"
        aria-label={t('editor.card.actions')}
        autoFocus="first"
        onAction={(key) => {
          act(String(key));
        }}
        onClose={onClose}
      >
        {isFailed ? <MenuItem id="retry" icon={<RotateCcw aria-hidden />} label={t('editor.retry')} /> : null}
        <MenuItem id="split" icon={<Scissors aria-hidden />} label={t('editor.scene.splitMiddle')} />
        <MenuItem
          id="merge"
          icon={<Combine aria-hidden />}
          label={t('editor.scene.merge')}
          {...(isLast ? { isDisabled: true } : {})}
        />
        <MenuSeparator />
        <MenuItem id="before" icon={<ListStart aria-hidden />} label={t('editor.scene.addBefore')} />
        <MenuItem id="after" icon={<ListEnd aria-hidden />} label={t('editor.scene.addAfter')} />
        <MenuSeparator />
        <MenuItem
          id="left"
          icon={<ArrowLeft aria-hidden />}
          label={t('editor.scene.moveBack', { count })}
          keys={t('editor.keys.altLeft')}
        />
        <MenuItem
          id="right"
          icon={<ArrowRight aria-hidden />}
          label={t('editor.scene.moveOn', { count })}
          keys={t('editor.keys.altRight')}
        />
        <MenuSeparator />
        <MenuItem
          id="delete"
          icon={<Trash2 aria-hidden />}
          isDangerous
          label={t('editor.scene.delete', { count })}
          keys={t('editor.keys.delete')}
          {...(count >= total ? { isDisabled: true } : {})}
        />
      </Menu>
    </Popover>
  );
}

/** The end of the sentence that is nearest to the middle; of a word where there is only one sentence. */
function middleOf(text: string): number {
  const middle = text.length / 2;
  const nearest = (pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .map((match) => match.index + match[0].length)
      .filter((end) => end < text.trimEnd().length)
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return nearest(/[.!?…]["'”’)\]]*\s/gu) ?? nearest(/\s+/gu) ?? 0;
}
