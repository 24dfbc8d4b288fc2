import type { FileProblem } from '../../core/studio.ts';

const PROBLEMS: Readonly<Record<FileProblem['problem'], string>> = {
  missing: 'is missing',
  length: 'has the wrong length',
  checksum: 'has the wrong checksum',
};

/** What became of a model's files, and what to do. @param isOwn the user has imported it: it cannot be fetched */
export function healthLines(id: string, problems: readonly FileProblem[], isOwn: boolean): readonly string[] {
  if (problems.length === 0) return [`${id} is whole.`];
  const next = isOwn ? `import FOLDER --id ${id} --replace` : `fetch ${id}`;
  const first = isOwn ? '' : `storyloom models remove ${id}, then `;
  return [
    ...problems.map(({ file, problem }) => `${file} of ${id} ${PROBLEMS[problem]}.`),
    `Next step: ${first}storyloom models ${next}`,
  ];
}
