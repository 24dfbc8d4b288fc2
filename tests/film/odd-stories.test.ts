import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { probeMedia } from '../../src/core/media/probe.ts';
import { openMediaTools, type MediaTools } from '../../src/core/media/tools.ts';
import type { FilmPlan } from '../../src/shared/film.ts';
import { lastEvent, startCli } from '../helpers/cli.ts';
import { film, renderArguments, scenes, useCliLab } from '../helpers/film-cli.ts';
import { decodeWarnings } from '../helpers/film-lab.ts';

const lab = useCliLab();
let tools: MediaTools;
beforeAll(async () => {
  tools = await openMediaTools();
});

/** Everything that has a say in how long a scene is. */
const FINISHED = ['--captions', 'karaoke', '--transition', 'dissolve', '--title-card', '--closing-card'];

async function expectSound(path: string, frames: number): Promise<void> {
  const facts = await probeMedia(tools, path);
  expect(facts.streams[0]).toMatchObject({ kind: 'video', frames, startSeconds: 0 });
  expect(await decodeWarnings({ tools, folder: lab.folder } as never, path)).toBe('');
}

describe('a story that is odd', () => {
  it('would catch a scene of nothing to say that flashes by in a frame, ends the film, or goes unmentioned', async () => {
    const words = 'A fox ran up the hill.';
    const shown = {
      story: lab.story('silent.md', scenes(words, '\\*\\*\\*', '🦊🎉', words)),
      data: lab.data('silent'),
    };
    const spoken = { story: lab.story('spoken.md', scenes(words, words)), data: shown.data };
    const plain = await film({ ...shown, film: join(lab.folder, 'silent.mp4') });
    const without = await film({ ...spoken, film: join(lab.folder, 'spoken.mp4') });
    expect(plain.frames - without.frames).toBe(2 * 2 * 30);
    expect(plain.notices).toEqual([
      'Scene 2 has no words to say: its picture is shown for 2 seconds.',
      'Scene 3 has no words to say: its picture is shown for 2 seconds.',
    ]);
    await expectSound(plain.film, plain.frames);
  });

  it('would catch scenes shorter than what comes in over them, and a title that fills the card', async () => {
    const long = `# ${'W'.repeat(100)} ${'a long title '.repeat(8)}`.slice(0, 202);
    const story = lab.story('short.md', `${long}\n\nGo.\n\n---\n\n\\*\\*\\*\n\n---\n\nI.\n\n---\n\nA 🦊.\n`);
    const report = await film({ story, film: join(lab.folder, 'short.mp4'), data: lab.data('short'), more: FINISHED });
    expect(report.scenes).toBe(4);
    expect(report.notices.join('\n')).toMatch(/🦊/u);
    await expectSound(report.film, report.frames);
  });

  it('would catch words of 400 characters that are lost, or that no narrator and no caption can take', async () => {
    const words = ['a'.repeat(400), 'Donaudampfschiff'.repeat(25)];
    const story = lab.story('words.md', `# Words\n\nThe fox said ${words[0]!} and ran. ${words[1]!}.\n`);
    const asked = { story, film: join(lab.folder, 'words.mp4'), data: lab.data('words'), more: ['--srt', ...FINISHED] };
    const report = await film(asked);
    const captions = readFileSync(join(lab.folder, 'words.srt'), 'utf8').replace(
      /^\d+$|-->|\d\d:\d\d:\d\d,\d+|\s/gmu,
      '',
    );
    for (const word of words) expect(captions).toContain(word);
    await expectSound(report.film, report.frames);
  });

  it('would catch a text of three hours that takes minutes or gigabytes to plan, or whose plan lacks a word', async () => {
    const rabbit = readFileSync(resolve(import.meta.dirname, '../../examples/peter-rabbit.txt'), 'utf8');
    const text = `${rabbit}\n\n`.repeat(Math.ceil(160_000 / rabbit.length));
    const story = lab.story('three-hours.txt', text);
    const options = { story, film: join(lab.folder, 'three-hours.mp4'), data: lab.data('three-hours') };
    const started = performance.now();
    const { child, done } = startCli([...renderArguments(options), '--dry-run'], options);
    const most = mostMemory(child.pid!, done);
    const { code, stdout } = await done;
    expect(code).toBe(0);
    // 3 s on two quiet cores.
    expect(performance.now() - started).toBeLessThan(60_000);
    const plan = lastEvent(stdout, 'result') as unknown as FilmPlan;
    expect(plan.scenes.length).toBeGreaterThan(500);
    expect(wordsIn(plan.scenes.map((scene) => scene.text).join('\n'))).toEqual(
      wordsIn(text).slice(wordsIn(plan.title).length),
    );
    expect(plan.steps.filter(({ stage }) => stage === 'compose')).toHaveLength(plan.scenes.length);
    expect(await most).toBeLessThan(1_000_000);
  });
});

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Resident kB of a process at its height; 0 where the system does not tell. */
async function mostMemory(pid: number, done: Promise<unknown>): Promise<number> {
  let most = 0;
  let isOver = false;
  void done.finally(() => (isOver = true));
  while (!isOver) {
    try {
      const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
      most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended, or this is no Linux.
    }
    await delay(100);
  }
  return most;
}
