/** The one place that knows how large cards are, in CSS pixels: the virtual lists lay them out by it. */
export const CARD = { width: 208, height: 172, gap: 12 } as const;
