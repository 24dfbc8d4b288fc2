import { ListLayout, type DropTarget } from 'react-aria-components';
import { CARD } from './card-sizes.ts';

/**
 * A list on its side. React Aria's own one (1.22) asks how high the pointer is to tell before from after, and finds nothing
 * between two cards; here the nearer edge of the nearest card counts.
 */
export class StripLayout extends ListLayout<object> {
  override getDropTargetFromPoint(
    x: number,
    y: number,
    isValidDropTarget: (target: DropTarget) => boolean,
  ): DropTarget | null {
    for (const aside of [0, -CARD.gap, CARD.gap]) {
      const target = super.getDropTargetFromPoint(x + aside, y, isValidDropTarget);
      const rect = target?.type === 'item' ? this.getLayoutInfo(target.key)?.rect : undefined;
      if (target?.type !== 'item' || !rect) continue;
      const isBefore = x + (this.virtualizer?.visibleRect.x ?? 0) <= rect.x + rect.width / 2;
      const nearer: DropTarget = { ...target, dropPosition: isBefore ? 'before' : 'after' };
      return isValidDropTarget(nearer) ? nearer : target;
    }
    return super.getDropTargetFromPoint(x, y, isValidDropTarget);
  }
}
