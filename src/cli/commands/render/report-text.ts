import type { FilmReport, Loudness } from '../../../shared/film.ts';
import { clock, seconds, size, table } from '../../output/format.ts';

/** Its last line is the film's path. */
export function reportText(report: FilmReport): string {
  const rows = report.stages.map((stage) => [
    stage.stage,
    `${String(stage.made)} made`,
    `${String(stage.cached)} from the cache`,
    seconds(stage.seconds),
  ]);
  return [
    table(rows, 'lrrr'),
    `${report.title}: ${clock(report.duration)}, ${String(report.scenes)} scenes, ${size(report.bytes)}, made in ${seconds(report.seconds)}`,
    ...(report.loudness ? [loudnessText(report.loudness)] : []),
    ...report.extras,
    report.film,
  ].join('\n');
}

function loudnessText({ integrated, truePeak, range }: Loudness): string {
  return `Loudness ${integrated.toFixed(1)} LUFS, true peak ${truePeak.toFixed(1)} dBTP, range ${range.toFixed(1)} LU`;
}
