import type { en } from './en.ts';

/** The same keys with any words. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** What a language has to say; a key that is missing or too many does not compile. */
export type Translation = Words<typeof en>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}
