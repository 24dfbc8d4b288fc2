import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { GridLayout, GridList, GridListItem, Size, Virtualizer, type Selection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useEditor, useParts } from '../state/context.tsx';
import { CARD, CARD_WIDTHS } from './card-sizes.ts';
import { SceneCard } from './scene-card.tsx';
import { SceneMenu } from './scene-menu.tsx';
import { StripLayout } from './strip-layout.ts';
import { useKeepInView } from './use-keep-in-view.ts';
import { useReorder } from './use-reorder.ts';
import { useSceneActions } from './use-scene-actions.ts';

interface Item {
  readonly id: string;
  readonly number: number;
}

/** Every scene of the film, as a strip under the picture or as a grid in its place; hundreds cost no more than ten. */
export const Storyboard = memo(function Storyboard({ view }: { readonly view: 'strip' | 'grid' }) {
  const { t } = useTranslation();
  const { session, ui } = useParts();
  const ids = useEditor(useShallow((state) => state.document.scenes.map((scene) => scene.id)));
  const items = useItems(ids);
  const picked = useEditor((state) => state.picked);
  const [menu, setMenu] = useState<{ readonly sceneId: string; readonly anchor: Element } | null>(null);
  const { dragAndDropHooks } = useReorder();
  const actions = useSceneActions();
  const list = useRef<HTMLDivElement>(null);
  const width = useEditor((state) => CARD_WIDTHS[state.document.output.shape]);
  const layout = useMemo(() => ({ strip: stripOf(width), grid: gridOf(width) }), [width]);
  useKeepInView(list, view);

  const openMenu = useCallback(
    (sceneId: string, anchor: Element) => {
      if (!session.state.picked.has(sceneId)) session.show(sceneId);
      setMenu({ sceneId, anchor });
    },
    [session],
  );

  const pick = (keys: Selection): void => {
    const now = keys === 'all' ? new Set(ids) : new Set([...keys].map(String));
    const { shown, picked: before } = session.state;
    const added = [...now].filter((id) => !before.has(id));
    const next = added.at(-1) ?? (now.has(shown) ? shown : [...now][0]);
    if (next !== undefined) session.show(next, now);
  };

  const cards = (
    <GridList
      ref={list}
      className="cards"
      aria-label={t('editor.storyboard')}
      items={items}
      layout={view === 'strip' ? 'stack' : 'grid'}
      orientation={view === 'strip' ? 'horizontal' : 'vertical'}
      selectionMode="multiple"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      keyboardNavigationBehavior="tab"
      selectedKeys={picked}
      onSelectionChange={pick}
      onAction={() => {
        ui.setState({ view: 'strip' });
      }}
      dragAndDropHooks={dragAndDropHooks}
      onContextMenu={(event) => {
        const card = (event.target as Element).closest('[data-scene]');
        const sceneId = card?.getAttribute('data-scene');
        if (!card || !sceneId) return;
        event.preventDefault();
        openMenu(sceneId, card.querySelector('.card-menu') ?? card);
      }}
    >
      {(item: Item) => (
        <GridListItem
          id={item.id}
          className="card"
          textValue={t('editor.card.name', { number: item.number })}
          data-scene={item.id}
        >
          <SceneCard sceneId={item.id} number={item.number} onMenu={openMenu} />
        </GridListItem>
      )}
    </GridList>
  );
  return (
    <div className={`storyboard storyboard-${view}`} onKeyDownCapture={actions.onCardKey}>
      {view === 'strip' ? (
        <Virtualizer key="strip" layout={StripLayout} layoutOptions={layout.strip}>
          {cards}
        </Virtualizer>
      ) : (
        <Virtualizer key="grid" layout={GridLayout} layoutOptions={layout.grid}>
          {cards}
        </Virtualizer>
      )}
      <SceneMenu
        target={menu}
        onClose={() => {
          setMenu(null);
        }}
      />
    </div>
  );
});

const stripOf = (width: number) =>
  ({
    orientation: 'horizontal',
    rowSize: width,
    gap: CARD.gap,
    padding: CARD.gap,
    dropIndicatorThickness: CARD.gap,
  }) as const;

const gridOf = (width: number) => ({
  minItemSize: new Size(width * 1.1, CARD.height * 1.1),
  maxItemSize: new Size(width * 1.6, CARD.height * 1.6),
  minSpace: new Size(CARD.gap, CARD.gap),
  preserveAspectRatio: true,
  dropIndicatorThickness: CARD.gap,
});

/** A scene that keeps its place keeps its item: the collection is built again only where something moved. */
function useItems(ids: readonly string[]): Item[] {
  const known = useRef(new Map<string, Item>());
  return useMemo(() => {
    const items = ids.map((id, index) => {
      const item = known.current.get(id);
      return item?.number === index + 1 ? item : { id, number: index + 1 };
    });
    known.current = new Map(items.map((item) => [item.id, item]));
    return items;
  }, [ids]);
}
