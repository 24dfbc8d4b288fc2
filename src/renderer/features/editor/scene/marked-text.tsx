import { Fragment, memo } from 'react';
import type { Marks } from '../state/ui-store.ts';

export interface MarkedTextProps {
  readonly text: string;
  readonly marks: Marks;
}

/**
 * The same words as the field above it, letter on letter: it makes the field as high as its text, and shows what was looked
 * for without taking the cursor out of the search.
 */
export const MarkedText = memo(function MarkedText({ text, marks }: MarkedTextProps) {
  return (
    <div className="narration-mirror story" aria-hidden>
      {marks.places.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(index === 0 ? 0 : marks.places[index - 1]!.end, start)}
          <mark data-current={index === marks.current}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.places.at(-1)?.end ?? 0)}
      {'\u200b'}
    </div>
  );
});
