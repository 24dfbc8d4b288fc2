/** Bounds that the page tells the user of before the studio would; apart from the schemas, which the page does not carry. */

/** UTF-16 units of one scene's text. */
export const LONGEST_SCENE = 20_000;
export const MOST_SCENES = 10_000;
