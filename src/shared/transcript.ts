/** What was said in a recording, word by word. */
import { z } from 'zod';

export const spokenWordSchema = z.object({
  /** With the punctuation that belongs to it ('home.'); without white space. */
  text: z.string().min(1),
  /** Seconds from the beginning of the recording. They rise, and no two words overlap. */
  start: z.number().min(0),
  end: z.number().min(0),
});
export type SpokenWord = Readonly<z.infer<typeof spokenWordSchema>>;

/** Where somebody speaks, and where it is still or music plays; seconds. */
export const voicedSpanSchema = z.object({ start: z.number().min(0), end: z.number().min(0) });
export type VoicedSpan = Readonly<z.infer<typeof voicedSpanSchema>>;

export const transcriptSchema = z.object({
  /** BCP 47. */
  language: z.string(),
  /** Length of the recording. */
  seconds: z.number().positive(),
  words: z.array(spokenWordSchema),
  voiced: z.array(voicedSpanSchema),
  /** Model and version that heard it, for keys and reports. */
  model: z.string(),
  notices: z.array(z.string()),
});
export type Transcript = Readonly<z.infer<typeof transcriptSchema>>;
