/** A small film of a kind: split -> part (several) -> join, with files, in steps slow enough to be killed in. */
import { appendFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Builder } from '../../src/core/build/contract.ts';
import { createLimit } from '../../src/core/build/limit.ts';
import type { Artefact, Stage } from '../../src/core/build/stage.ts';

export const PARTS = 6;

export interface ChainOptions {
  /** Another round is another story: nothing of it is in the cache yet. */
  readonly round: number;
  /** Gets a line 'begin ROUND UNIT' when a stage runs and 'done ROUND UNIT' when `make` has answered. */
  readonly log: string;
  readonly jobId?: string;
}

/** Makes everything; the digests of all artefacts, the last one last. */
export async function makeChain(builder: Builder, { round, log, jobId }: ChainOptions): Promise<string[]> {
  const tell = (line: string): void => {
    appendFileSync(log, `${line}\n`);
  };
  const make = async <Input, Output>(stage: Stage<Input, Output>, input: Input, unit: string) => {
    const artefact = await builder.make(stage, input, { unit, jobId });
    tell(`done ${String(round)} ${unit}`);
    return artefact;
  };

  const split: Stage<number, string[]> = {
    name: 'split',
    version: 1,
    identity: (seed) => ({ seed }),
    async run(seed, { directory }) {
      tell(`begin ${String(round)} split`);
      await writeSlowly(join(directory, 'plan.txt'), `plan ${String(seed)}`, 2);
      return Array.from({ length: PARTS }, (_, index) => `part ${String(index)} of ${String(seed)}`);
    },
  };
  const part: Stage<{ text: string; unit: string }, { characters: number }> = {
    name: 'part',
    version: 1,
    identity: ({ text }) => ({ text }),
    async run({ text, unit }, { directory }) {
      tell(`begin ${String(round)} ${unit}`);
      await writeSlowly(join(directory, 'one.txt'), text.repeat(5_000), 4);
      await writeSlowly(join(directory, 'two.txt'), text.repeat(100), 1);
      return { characters: text.length };
    },
  };
  const joined: Stage<readonly Artefact<unknown>[], number> = {
    name: 'join',
    version: 1,
    identity: (parts) => parts.map(({ digest }) => digest),
    async run(parts, { directory }) {
      tell(`begin ${String(round)} join`);
      const texts = await Promise.all(parts.map((one) => readFile(join(one.directory, 'one.txt'), 'utf8')));
      await writeSlowly(join(directory, 'film.txt'), texts.join('\n'), 4);
      return texts.length;
    },
  };

  const plan = await make(split, round, 'split');
  const limit = createLimit(2);
  const parts = await Promise.all(
    plan.output.map((text, index) => {
      const unit = `part-${String(index)}`;
      return limit(() => make(part, { text, unit }, unit));
    }),
  );
  const film = await make(joined, parts, 'join');
  return [plan, ...parts, film].map(({ digest }) => digest);
}

/** One key that each process makes in its own way. */
export function stuckStage(run: () => Promise<number>): Stage<null, number> {
  return { name: 'stuck', version: 1, identity: () => null, run };
}

/** In pieces with pauses between them, so that a kill finds half a file. */
async function writeSlowly(path: string, text: string, pieces: number): Promise<void> {
  const file = await open(path, 'w');
  const size = Math.ceil(text.length / pieces);
  for (let at = 0; at < text.length; at += size) {
    await file.write(text.slice(at, at + size));
    await delay(3);
  }
  await file.close();
}
