/** What the tests of whole films share: small stories, the real command line, and its report and log. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { FilmPlan, FilmReport } from '../../src/shared/film.ts';
import { lastEvent, runCli, type CliResult } from './cli.ts';

export interface CliLab {
  readonly folder: string;
  /** The path of a new story file. */
  story(name: string, text: string): string;
  /** A new data folder. */
  data(name: string): string;
}

export function useCliLab(): CliLab {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-cli-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    story: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    data: (name) => {
      const path = join(folder, `data-${name}`);
      mkdirSync(path, { recursive: true });
      return path;
    },
  };
}

/** Small, without a model and with nothing added: what is tested here is neither the voice nor the finish. */
export const QUICK = ['--narrator', 'tone', '--size', '720p', '--plain'] as const;

/** Three scenes, two sentences each. */
export const KITE = scenes(
  'A girl named Mia slowly carried her red kite up the green hill behind the house. She had waited all week for a good strong wind to blow.',
  'Dark clouds came over the sea, and heavy rain began to fall on the beach. The kite flew high above the tall old tree and got caught in it.',
  'An old owl in the tree gently pulled the string out of the twigs. Mia thanked the owl and happily took the kite home to her mother.',
);

export function scenes(...texts: readonly string[]): string {
  return `# The Kite\n\n${texts.join('\n\n---\n\n')}\n`;
}

export interface RenderOptions {
  readonly story: string;
  readonly film: string;
  readonly data: string;
  readonly more?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export function renderArguments({ story, film, more = [] }: RenderOptions): string[] {
  return ['render', story, '-o', film, ...QUICK, '--json', ...more];
}

/** Films it; fails the test with what was said when it does not end well. */
export async function film(options: RenderOptions): Promise<FilmReport> {
  const result = await runCli(renderArguments(options), options);
  return reportOf<FilmReport>(result);
}

export async function dryRun(options: RenderOptions): Promise<FilmPlan> {
  const result = await runCli([...renderArguments(options), '--dry-run'], options);
  return reportOf<FilmPlan>(result);
}

function reportOf<Report>({ code, stdout, stderr }: CliResult): Report {
  expect(stderr + (code === 0 ? '' : stdout)).toBe('');
  return lastEvent(stdout, 'result') as Report;
}

interface LoggedStep {
  readonly msg: string;
  readonly stage: string;
  readonly unit: string;
  readonly cached: boolean;
}

/** 'narrate: scene 2, sentence 1' for every step that the run has made, sorted; from its log. */
export function madeIn(report: { readonly log: string }): string[] {
  return stepsOf(report.log)
    .filter(({ cached }) => !cached)
    .map(nameOf)
    .sort();
}

function stepsOf(log: string): LoggedStep[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LoggedStep)
    .filter(({ msg }) => msg === 'step');
}

/** The same, of what a dry run says that would be made; reading and planning are done by the dry run itself. */
export function plannedIn(plan: FilmPlan): string[] {
  return plan.steps
    .filter(({ cached }) => !cached)
    .map(nameOf)
    .sort();
}

function nameOf({ stage, unit }: { readonly stage: string; readonly unit: string }): string {
  return `${stage}: ${unit}`;
}

/** Every event of `--json`, in order; throws when there is anything else on the line. */
export function eventsOf(stdout: string): (Record<string, unknown> & { readonly type: string })[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown> & { readonly type: string });
}

/** What killed or failed runs must not leave: folders of half-made artefacts. */
export function halfMade(data: string): string[] {
  return readdirSync(join(data, 'cache', 'tmp'));
}
