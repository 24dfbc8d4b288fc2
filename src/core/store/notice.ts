/** Something that the user should know and that did not stop the work. */
export interface Notice {
  readonly code: 'database-replaced' | 'artefact-damaged';
  /** What happened and what it means, in one or two sentences. */
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
}
