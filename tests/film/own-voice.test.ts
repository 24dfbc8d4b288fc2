import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctWord } from '../../src/core/project/edit/told.ts';
import { isNarrated } from '../../src/core/render/film/told.ts';
import { SPEECH_FILE } from '../../src/core/render/narrate.ts';
import { ownVoiceStage } from '../../src/core/render/own-voice.ts';
import { hashFile } from '../../src/core/media/hash-file.ts';
import { fromStory } from '../../src/core/project/from-story.ts';
import { heardStory, projectFileText, toProjectFile } from '../../src/core/recording/heard-story.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import { renderProjectFilm } from '../../src/core/render/project/whole-film.ts';
import { decodeWav } from '../../src/core/runtime/speech/wav.ts';
import type { FilmReport } from '../../src/shared/film.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import type { ProjectDocument } from '../../src/shared/project.ts';
import { runCli } from '../helpers/cli.ts';
import { film as filmOf, madeIn, renderArguments } from '../helpers/film-cli.ts';
import { stageContext, writeWave } from '../helpers/film-lab.ts';
import { PLAIN_LOOK, PLAIN_OUTPUT } from '../helpers/plain.ts';
import { calm, useProjectLab } from '../helpers/project-lab.ts';
import { onsets, RATE, record } from '../helpers/recorded.ts';

const lab = useProjectLab();
const hooks = { signal: calm, priority: PRIORITIES.shown };
const TALE =
  'Nib the otter swam far out to the cold grey sea in the rain. [1.4] A storm came over the old lighthouse. [0.5] Nib hid in a cave.';

/** The recording as a project of the lab, its file among the project's. */
async function told(name: string, text = TALE): Promise<{ document: ProjectDocument; samples: Int16Array }> {
  const { samples, transcript } = record(text);
  const path = writeWave(join(lab.folder, `${name}.wav`), samples);
  const asset = `${await hashFile(path)}.wav`;
  const target = lab.place.projects().assetPath(lab.projectId, asset);
  mkdirSync(join(target, '..'), { recursive: true });
  copyFileSync(path, target);
  const story = heardStory(transcript, { file: `${name}.wav`, title: 'Nib' });
  let count = 0;
  const document = fromStory(
    story,
    { voice: 'tone-low', file: { asset, name: `${name}.wav`, seconds: transcript.seconds, language: 'en' } },
    () => `id${String((count += 1))}`,
  );
  return { document: { ...document, ...PLAIN_LOOK, motion: 'none', output: PLAIN_OUTPUT }, samples };
}

/** The narration of a film that was made with --extras wav, at the recording's rate. */
function narration(film: string): { samples: Int16Array; sampleRate: number } {
  return decodeWav(readFileSync(film.replace(/\.mp4$/u, '.wav')));
}

describe('a film in the teller’s own voice', () => {
  it('would catch sound that is not the recording’s, a word that is lost or doubled, and pictures that change within one', async () => {
    const { document, samples } = await told('own');
    const film = join(lab.folder, 'own.mp4');
    const project = await lab.open(document);
    expect(project.units.size).toBe(2);
    const output = { ...document.output, extras: ['wav' as const] };
    const report = await lab.asJob(film, (jobId) =>
      renderProjectFilm(project, output, film, { signal: calm, jobId, onProgress: () => undefined }),
    );
    // Nobody narrates: no voice is needed, and no other voice says the title.
    expect(report.stages.map(({ stage }) => stage)).not.toContain('narrate');

    const heard = narration(film);
    const [before, after] = [onsets(samples, RATE), onsets(heard.samples, heard.sampleRate)];
    expect(after).toHaveLength(before.length);
    // One after the other as they were told; less than a frame is put in where the picture changes.
    const shift = after[0]! - before[0]!;
    before.forEach((at, index) => expect(Math.abs(after[index]! - at - shift)).toBeLessThan(1 / document.output.fps));

    const states = [];
    for (const id of project.units.keys()) states.push(await makeScene(project, id, hooks));
    const [first, second] = states;
    // Every word of a scene is in it whole: the picture changes in a gap.
    expect(first!.words!.map(({ text }) => text).join(' ')).toBe(
      'Nib the otter swam far out to the cold grey sea in the rain.',
    );
    for (const { words, seconds } of [first!, second!]) {
      expect(words![0]!.start).toBeGreaterThanOrEqual(0);
      expect(words!.at(-1)!.end).toBeLessThanOrEqual(seconds);
    }
  });

  it('would catch a corrected word that moves its sound, and a pause that is shortened by a part of a word', async () => {
    const { document } = await told('word');
    const cut = async (name: string, one: ProjectDocument) => {
      const project = await lab.open(one);
      const [chunk] = [...project.units.values()][0]!.chunks;
      if (!chunk || isNarrated(chunk)) throw new Error('The scene is not told.');
      const { path, sha256 } = chunk.stretch.file;
      const recording = { path, digest: sha256 };
      const folder = join(lab.folder, name);
      const output = await ownVoiceStage.run({ ...chunk.stretch, recording, frame: 800 }, stageContext(folder));
      return { output, sound: decodeWav(readFileSync(join(folder, SPEECH_FILE))).samples };
    };
    const plain = await cut('plain', document);
    const [scene, ...rest] = document.scenes;
    const corrected = correctWord(document, scene!.id, 0, 'Nibs');
    const other = await cut('corrected', corrected);
    expect(other.sound).toEqual(plain.sound);
    expect(other.output.words).toEqual(plain.output.words.with(0, { ...plain.output.words[0]!, text: 'Nibs' }));

    const brief = await cut('brief', {
      ...document,
      recording: { ...document.recording!, longestPause: 0.3 },
      scenes: [scene!, ...rest],
    });
    expect(plain.output.samples - brief.output.samples).toBeGreaterThan(0.9 * RATE);
    expect(onsets(brief.sound, RATE)).toHaveLength(plain.output.words.length);
    const seconds = ({ output }: typeof plain): number[] =>
      output.words.map(({ start, end }) => Math.round((end - start) * 1000));
    expect(seconds(brief)).toEqual(seconds(plain));
  });

  it('would catch a choice to have it narrated anew that still plays the recording', async () => {
    const { document } = await told('anew');
    const { units } = await lab.open({ ...document, recording: { ...document.recording!, voice: 'narrated' } });
    expect([...units.values()].flatMap(({ chunks }) => chunks).every(isNarrated)).toBe(true);
  });
});

describe('a project file that names its recording', () => {
  it('would catch a film from the command line that is not told in it, and options that do not go with it', async () => {
    const { samples, transcript } = record('Nib swam out to the sea.');
    const folder = join(lab.folder, 'cli');
    mkdirSync(folder);
    writeWave(join(folder, 'nib.wav'), samples);
    const story = join(folder, 'story.json');
    writeFileSync(story, projectFileText(toProjectFile(heardStory(transcript, { file: 'nib.wav' }))));
    const options = { story, film: join(folder, 'nib.mp4'), data: join(lab.folder, 'cli-data') };
    const report: FilmReport = await filmOf({ ...options, more: ['--extras', 'wav,srt', '--motion', 'none'] });
    expect(madeIn(report)).toContain('recording: nib.wav');
    expect(onsets(narration(options.film).samples, narration(options.film).sampleRate)).toHaveLength(
      transcript.words.length,
    );
    expect(readFileSync(join(folder, 'nib.srt'), 'utf8')).toMatch(/00:00:00,6\d\d -->/u);

    const text = join(folder, 'plain.txt');
    writeFileSync(text, 'Nib swam.');
    for (const flags of [['--voice', 'own'], ['--clean'], ['--shorten-pauses', '1']]) {
      const wrong = { ...options, story: text, more: flags };
      const { code, stdout } = await runCli(renderArguments(wrong), wrong);
      expect([code, stdout]).toEqual([expect.any(Number), expect.stringMatching(/not told in a recording/u)]);
    }
    const lost = { ...options, story: join(folder, 'lost.json') };
    writeFileSync(lost.story, readFileSync(story, 'utf8').replace('nib.wav', 'gone.wav'));
    expect((await runCli(renderArguments(lost), lost)).stdout).toMatch(/There is no recording .*gone\.wav/u);
  });
});
