/** A word as the author wrote it, with the marks around it, and when it is said: seconds from the scene's first frame. */
export interface CaptionWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One caption: at most two lines, one after another on the screen, none over another. */
export interface Cue {
  /** Seconds from the scene's first frame. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly (readonly CaptionWord[])[];
}

/** What ffmpeg burns into a segment: an ASS document, and the folder with the fonts that it names. */
export interface BurnIn {
  readonly ass: string;
  /** Absolute. */
  readonly fonts: string;
  /** Of the fonts' bytes: for the segment's key. */
  readonly fontsDigest: string;
}
