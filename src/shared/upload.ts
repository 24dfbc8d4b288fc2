import { isRecording } from './recording.ts';

/** A picture of a camera or a long story, with room; bytes. */
const LARGEST_UPLOAD = 200e6;
/** A project with a thousand photographs, or three hours of sound as it was recorded. */
const LARGEST_PROJECT = 4e9;

/** Bytes that a file of that name may have. */
export function largestUpload(name: string): number {
  return name.toLowerCase().endsWith('.storyloom') || isRecording(name) ? LARGEST_PROJECT : LARGEST_UPLOAD;
}

/** What POST /uploads answers: the id is good for a day, in a request that takes one. */
export interface Upload {
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
}
