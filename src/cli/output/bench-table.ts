import type { BenchRow } from '../../shared/bench.ts';
import { table } from './format.ts';

function cells(row: BenchRow): string[] {
  const { baseline, ratio } = row;
  return [
    row.name,
    `${figure(row.value)} ${row.unit}`,
    baseline ? `${baseline.name}: ${figure(baseline.value)}` : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
    row.goal ?? '',
  ];
}

function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}

export function benchTable(rows: readonly BenchRow[]): string {
  return table(rows.map(cells), 'lrlrl');
}

export function benchMarkdown(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => `| ${cells(row).join(' | ')} |`);
  return [
    '| what | measured | beside it, in the same run | ratio | goal on 2 cores |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
