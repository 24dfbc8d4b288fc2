/** A word as the author wrote it, with the marks around it, and when it is said: seconds from the scene's first frame. */
export interface CaptionWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** No space before it: 'well—' and 'no' of "well—no", or the pieces of a word that no line can hold. */
  readonly glued?: true | undefined;
  /** The first of a paragraph. */
  readonly opens?: true | undefined;
}

/** One caption: one after another on the screen, none over another. */
export interface Cue {
  /** Seconds from the scene's first frame. */
  readonly start: number;
  readonly end: number;
  /** Two at most; a page of a picture book has more. */
  readonly lines: readonly (readonly CaptionWord[])[];
}
