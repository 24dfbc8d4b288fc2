/** A picture cut into tiles that overlap, along one of its sides at a time. */

/** What of a side one tile takes, and which part of that it answers for. */
export interface Stretch {
  /** Where the tile begins. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

export interface TiledSide {
  /** Of each tile; longer than the picture's where that is short. */
  readonly side: number;
  readonly stretches: readonly Stretch[];
}

/** Pixels along a tile's side at most, where the graph takes any: memory is bounded by it, whatever the picture. */
const MOST_SIDE = 256;
/** Some graphs halve their pictures, or look through windows: sides are whole multiples of it. */
const UNIT = 16;

/**
 * Tiles of one side, all of one length, as few and as short as will do. Between two of them the picture is cut in the middle of what they
 * share, `reach` pixels or more from the end of either.
 * @param fixed the only length that the graph takes
 */
export function tileSide(length: number, reach: number, fixed?: number): TiledSide {
  const most = fixed ?? MOST_SIDE;
  const count = length <= most ? 1 : Math.ceil((length - 2 * reach) / (most - 2 * reach));
  const least = (length + 2 * reach * (count - 1)) / count;
  const side = fixed ?? Math.min(MOST_SIDE, Math.ceil(least / UNIT) * UNIT);
  const starts = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * (length - side)) / (count - 1)),
  );
  const cuts = starts.slice(1).map((start, index) => Math.round((starts[index]! + side + start) / 2));
  const stretches = starts.map((start, index) => ({ start, from: cuts[index - 1] ?? 0, to: cuts[index] ?? length }));
  return { side, stretches };
}
