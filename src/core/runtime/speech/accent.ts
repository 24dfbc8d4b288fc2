/** The accents that the voices were taught, BCP 47. */
export type Accent = 'en-US' | 'en-GB';
