import type { Gender } from '../types.ts';

export interface Pronouns {
  readonly they: string;
  readonly them: string;
  readonly their: string;
  readonly theirs: string;
  readonly self: string;
}

export const PRONOUNS: Readonly<Record<Gender, Pronouns>> = {
  she: { they: 'she', them: 'her', their: 'her', theirs: 'hers', self: 'herself' },
  he: { they: 'he', them: 'him', their: 'his', theirs: 'his', self: 'himself' },
  it: { they: 'it', them: 'it', their: 'its', theirs: 'its', self: 'itself' },
  they: { they: 'they', them: 'them', their: 'their', theirs: 'theirs', self: 'themselves' },
};
