/** A picture of a camera or a long story, with room; bytes. */
export const LARGEST_UPLOAD = 200e6;

/** What POST /uploads answers: the id is good for a day, in a request that takes one. */
export interface Upload {
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
}
