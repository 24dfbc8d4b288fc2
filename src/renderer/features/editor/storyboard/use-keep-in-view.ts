import { useEffect, type RefObject } from 'react';
import { useEditor } from '../state/context.tsx';
import { CARD, CARD_WIDTHS } from './card-sizes.ts';

/** The shown scene stays in view when it is changed from elsewhere: the player, the keys, undo. */
export function useKeepInView(list: RefObject<HTMLDivElement | null>, view: 'strip' | 'grid'): void {
  const place = useEditor((state) => state.places.get(state.shown) ?? 0);
  const count = useEditor((state) => state.document.scenes.length);
  const width = useEditor((state) => CARD_WIDTHS[state.document.output.shape]);
  useEffect(() => {
    const cards = list.current;
    if (!cards) return undefined;
    if (view === 'strip') {
      scrollStrip(cards, place, width);
      return undefined;
    }
    // A grid that has just been opened measures itself first: its cards are there in the next frame.
    const frame = requestAnimationFrame(() => {
      scrollGrid(cards, place);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [list, view, place, count, width]);
}

/**
 * Just as far as the card and half of its neighbour need. By arithmetic: a card that is far away is not in the page and has
 * no place to be asked for.
 */
function scrollStrip(list: HTMLElement, place: number, width: number): void {
  const step = width + CARD.gap;
  const start = CARD.gap + place * step;
  const margin = step / 2;
  const { scrollLeft, clientWidth } = list;
  const last = start + width + margin;
  if (start - margin < scrollLeft) list.scrollLeft = start - margin;
  else if (last > scrollLeft + clientWidth) list.scrollLeft = last - clientWidth;
}

/** By the rows that are in the page: all of them are equally high. */
function scrollGrid(list: HTMLElement, place: number): void {
  const cards = [...list.querySelectorAll<HTMLElement>('[data-scene]')].map((card) => card.getBoundingClientRect());
  const [first] = cards;
  if (!first) return;
  const columns = Math.max(1, new Set(cards.map((card) => Math.round(card.left))).size);
  const top = CARD.gap + Math.floor(place / columns) * (first.height + CARD.gap);
  const { scrollTop, clientHeight } = list;
  if (top < scrollTop) list.scrollTop = top - CARD.gap;
  else if (top + first.height > scrollTop + clientHeight) list.scrollTop = top + first.height + CARD.gap - clientHeight;
}
