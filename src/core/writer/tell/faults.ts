import type { StoryShape, Tale } from '../types.ts';
import { slotFault, slotsOf } from './slots.ts';

/** Slots of a shape that no tale can fill: misspelt ones. Empty when all is well. */
export function faultsOf(shape: StoryShape, tale: Tale): string[] {
  const beats = shape.beats.flatMap((beat) => [
    ...[...beat.titles, beat.what, beat.why].map((text) => ({ where: beat.id, text })),
    ...[...beat.core, ...beat.more].flat().map(({ text }) => ({ where: beat.id, text })),
  ]);
  const all = [
    ...beats,
    ...shape.lastLines.map(({ text }) => ({ where: 'last lines', text })),
    ...[...shape.titles, ...shape.refrains].map((text) => ({ where: 'titles', text })),
  ];
  return all.flatMap(({ where, text }) => {
    const unknown = slotsOf(text).filter((slot) => slotFault(slot, tale) === 'unknown');
    const brackets =
      (text.match(/\[/gu)?.length ?? 0) === (text.match(/\]/gu)?.length ?? 0)
        ? []
        : [`${where}: a bracket is open in “${text}”`];
    return [
      ...unknown.map(
        ({ id, form }) => `${where}: no slot {${id}${form === '' ? '' : `.${form}`}} in “${text.slice(0, 60)}”`,
      ),
      ...brackets,
    ];
  });
}
