/** What ffmpeg burns into a segment: an ASS document, and the folder with the fonts that it names. */
export interface BurnIn {
  readonly ass: string;
  /** Absolute. */
  readonly fonts: string;
  /** Of the fonts' bytes: for the segment's key. */
  readonly fontsDigest: string;
}
