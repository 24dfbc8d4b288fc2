import type { z } from 'zod';

/** What a value that a schema turned away may be, in a user's words rather than the schema's. */
export function explainIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `it may ${measure(issue.origin, issue.maximum)} at most`;
    case 'too_small':
      return `it has to ${measure(issue.origin, issue.minimum)} at least`;
    case 'not_multiple_of':
      return `it has to be a multiple of ${String(issue.divisor)}`;
    case 'invalid_value':
      return `it may be ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'it has to be a whole number' : `it has to be a ${issue.expected}`;
    case 'unrecognized_keys':
      return `there is no ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_union':
      return issue.errors.map(([first]) => (first ? explainIssue(first) : issue.message)).join(', or ');
    default:
      return issue.message;
  }
}

/** An option that a schema turned away. @param shown the value as people know it; as JSON by default */
export function refusedOption(issue: z.core.$ZodIssue, shown = JSON.stringify(issue.input ?? null)): string {
  return `The option "${issue.path.join('.')}" cannot be ${shown}: ${explainIssue(issue)}.`;
}

function measure(origin: string, amount: number | bigint): string {
  if (origin === 'string') return `have ${String(amount)} ${amount === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `have ${String(amount)} ${amount === 1 ? 'entry' : 'entries'}`;
  return `be ${String(amount)}`;
}
