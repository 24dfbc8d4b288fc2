import type { Accent } from './accent.ts';

/**
 * espeak-ng's names. Not 'en-gb': after 'en-us' that name silently keeps the American voice (phonemizer 1.2.1), and it
 * says "bath" in the northern way. Received Pronunciation is what Kokoro's British voices were taught.
 */
const ACCENTS = { 'en-US': 'en-us', 'en-GB': 'gmw/en-GB-x-rp' } as const satisfies Record<Accent, string>;

/** A text's words to IPA, words parted by spaces. Words that are spoken as one ("in the") may be written as one. */
export type Phonemize = (text: string, language: Accent) => Promise<string>;

/** Loads espeak-ng (GPL-3.0, WebAssembly, 0.4 s, 30 MB); about 0.7 ms a word afterwards. */
export async function loadEspeak(): Promise<Phonemize> {
  const before = EVENTS.map((event) => process.listeners(event as 'uncaughtException'));
  const { phonemize } = await import('phonemizer');
  // Its loader rethrows every uncaught error of the whole process; errors are ours to handle.
  EVENTS.forEach((event, index) => {
    for (const listener of process.listeners(event as 'uncaughtException')) {
      if (!before[index]!.includes(listener)) process.off(event, listener);
    }
  });
  return async (text, language) => (await phonemize(text, ACCENTS[language])).join(' ').trim();
}

const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;
