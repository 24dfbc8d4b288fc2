import { processTreeMemory } from '../machine.ts';

/**
 * The most memory that the whole process tree holds while `work` runs, in bytes; undefined where it cannot be read.
 */
export async function withPeakMemory<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; peak: number | undefined }> {
  let peak: number | undefined;
  const look = (): void => {
    const now = processTreeMemory();
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  };
  const timer = setInterval(look, 250);
  try {
    const result = await work();
    look();
    return { result, peak };
  } finally {
    clearInterval(timer);
  }
}
