import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock, and of the processor's time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface LongestTask {
  /** Milliseconds of the processor's time: what the page itself had to do. */
  readonly work: number;
  /** Milliseconds on the clock: also what it waited for its turn while others had the processor. */
  readonly clock: number;
}

/** The longest task of the pages' main threads while something is done. One at a time in a browser. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<LongestTask> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const isPage = new Set(events.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf));
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && isPage.has(threadOf(event)));
  return { work: longest(tasks.map(({ tdur }) => tdur)), clock: longest(tasks.map(({ dur }) => dur)) };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)}.${String(tid)}`;

function longest(microseconds: readonly (number | undefined)[]): number {
  return Math.round(microseconds.reduce<number>((most, each) => Math.max(most, each ?? 0), 0) / 1000);
}
