import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintToFile, type PictureFileRequest } from '../../src/core/handlers/pictures/paint-file.ts';
import type { PaintStep } from '../../src/core/providers/painter.ts';
import type { PaintEvent } from '../../src/shared/painting.ts';
import type { StudioEvent } from '../../src/shared/views.ts';
import { DIFFUSION } from '../fixtures/diffusion/read.ts';
import { openStudio, until, type StudioLab } from '../helpers/studio-lab.ts';
import { makeSmallProject } from '../helpers/studio-project.ts';
import { asBlocks, mostApart, tinyUpscaler } from '../helpers/tiny-upscalers.ts';

const FOX = { prompt: 'a fox standing, in a forest, at night', width: 96, height: 64, seed: 7 } as const;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'painting-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function openPainting(...models: string[]): Promise<StudioLab> {
  const lab = openStudio();
  for (const name of models) await lab.workplace.models().importOwn(join(DIFFUSION, 'models', name));
  return lab;
}

async function make({ workplace }: StudioLab, request: PictureFileRequest['request'], name: string) {
  const steps: PaintStep[] = [];
  const { signal } = new AbortController();
  const hooks = { signal, onProgress: () => undefined, onStep: (step: PaintStep) => steps.push(step) };
  const made = await paintToFile(workplace, { request, output: join(folder, name) }, hooks);
  return { ...made, told: steps.map(({ step, steps: all }) => `${String(step)}/${String(all)}`) };
}

const pixelsOf = (file: string): Promise<Buffer> => sharp(file).raw().toBuffer();

describe('a picture that is painted into a file', () => {
  it('would catch steps that are not told, a file that does not say how it was made, or one that is painted twice', async () => {
    const lab = await openPainting('lcm-tiny');
    const made = await make(lab, { ...FOX, steps: 3, count: 2 }, 'fox.png');
    expect(made).toMatchObject({ engine: 'diffusion', model: 'lcm-tiny', steps: 3, cached: false, dropped: [] });
    expect(made.told).toEqual(['1/3', '2/3', '3/3']);
    const [first, second] = made.files.map(({ file }) => file) as [string, string];
    expect((await pixelsOf(first)).equals(await pixelsOf(second))).toBe(false);
    expect(readFileSync(second, 'latin1')).toMatch(
      /parameters\0a fox standing, in a forest, at night\nSteps: 3, CFG scale: 8, Seed: 8, Size: 96x64, Model hash: [0-9a-f]{10}, Model: lcm-tiny, Engine: diffusion, Version: Storyloom/,
    );
    // A copy of a model gives the same picture, by its own name.
    await lab.workplace.models().importOwn(join(DIFFUSION, 'models', 'lcm-tiny'), { id: 'copy' });
    const copied = await make(lab, { ...FOX, steps: 3, count: 2, model: 'copy' }, 'copied.png');
    expect(copied).toMatchObject({ cached: true, model: 'copy' });
    const again = await make(lab, { ...FOX, steps: 3, count: 2, model: 'lcm-tiny' }, 'again.png');
    expect(again).toMatchObject({ cached: true, told: [] });
    expect(readFileSync(again.files[0]!.file).equals(readFileSync(first))).toBe(true);
  });

  it('would catch a picture painted over that begins elsewhere, or what the model cannot heed left unsaid', async () => {
    const lab = await openPainting('turbo-tiny');
    const drawn = await make(lab, { ...FOX, engine: 'storybook' }, 'drawn.png');
    const from = drawn.files[0]!.file;
    const { width, height, prompt } = FOX;
    const kept = await make(lab, { prompt, engine: 'over-storybook', width, height, seed: 7, strength: 0 }, 'kept.png');
    expect((await pixelsOf(kept.files[0]!.file)).equals(await pixelsOf(from))).toBe(true);
    const over = await make(lab, { prompt, from, strength: 0.4, negative: 'a bear' }, 'over.png');
    // In the shape of what it begins with, as it is seen, at about the model's own area.
    expect(over).toMatchObject({ width: 120, height: 80 });
    const lying = join(folder, 'lying.jpg');
    await sharp(from).withMetadata({ orientation: 6 }).jpeg().toFile(lying);
    expect(await make(lab, { prompt, from: lying }, 'upright.png')).toMatchObject({ width: 80, height: 120 });
    expect(over.notices).toEqual([expect.stringMatching(/turbo-tiny painted without guidance/)]);
    const long = await make(lab, { ...FOX, prompt: `a fox ${'and a fox '.repeat(40)}` }, 'long.png');
    expect(long.notices).toEqual([expect.stringMatching(/left out: .* words more\.$/)]);
    await expect(make(lab, { ...FOX, model: 'no-such-model' }, 'none.png')).rejects.toMatchObject({
      code: 'not-found',
      hint: expect.stringContaining('turbo-tiny') as string,
    });
  });
});

describe('a picture that is enlarged', () => {
  const upscale = { width: 480, height: 320 };

  it('would catch another size than asked for, another upscaler, or a file that does not say what it was enlarged by', async () => {
    const lab = await openPainting('turbo-tiny');
    const file = join(folder, 'Blocks.onnx');
    writeFileSync(file, tinyUpscaler());
    await lab.workplace.models().importOwn(file);
    const small = await make(lab, { ...FOX, count: 2 }, 'small.png');
    const [plain, sharp_] = [
      await make(lab, { ...FOX, upscale, upscaler: 'lanczos' }, 'plain.png'),
      await make(lab, { ...FOX, count: 2, upscale: { width: 288, height: 192 }, upscaler: 'blocks' }, 'blocks.png'),
    ];
    expect(plain).toMatchObject({ ...upscale, painted: { width: 96, height: 64 }, upscaler: 'lanczos' });
    expect(readFileSync(plain.files[0]!.file, 'latin1')).toMatch(
      /Size: 96x64, .*Hires resize: 480x320, Hires upscaler: lanczos, Engine/,
    );
    const lanczos = sharp(small.files[0]!.file).resize(480, 320, { fit: 'fill' }).raw().toBuffer();
    expect((await pixelsOf(plain.files[0]!.file)).equals(await lanczos)).toBe(true);
    // Three times as large is what it makes, so nothing is scaled after; and each picture is its own.
    for (const [index, { file: larger }] of sharp_.files.entries()) {
      const pixels = await pixelsOf(small.files[index]!.file);
      const blocks = asBlocks({ width: 96, height: 64, pixels });
      const made = { ...blocks, pixels: await pixelsOf(larger) };
      expect(mostApart(made, blocks)).toBeLessThanOrEqual(1);
    }
    expect(sharp_.cached).toBe(false);
    expect(await make(lab, { ...FOX, count: 2, upscale, upscaler: 'blocks' }, 'again.png')).toMatchObject({
      cached: true,
      ...upscale,
    });
    // Painted in the shape that it is enlarged to, where no size is asked for.
    const { prompt } = FOX;
    const tall = { width: 540, height: 960 };
    expect(await make(lab, { prompt, upscale: tall, upscaler: 'lanczos' }, 'tall.png')).toMatchObject({
      ...tall,
      painted: { width: 72, height: 128 },
    });
  });

  it('would catch a picture that is stretched, made smaller, or enlarged by another than was asked for', async () => {
    const lab = await openPainting('turbo-tiny');
    const enlarge = (change: object) => make(lab, { ...FOX, upscale, ...change }, 'refused.png');
    await expect(enlarge({ width: 64 })).rejects.toMatchObject({
      code: 'option',
      message: '64 x 64 would be stretched when it is enlarged to 480 x 320.',
      hint: expect.stringContaining('such as 120 x 80') as string,
    });
    await expect(enlarge({ width: 1024, height: 680 })).rejects.toThrow('480 x 320 is smaller than what is painted');
    await expect(enlarge({ upscaler: 'sharp' })).rejects.toThrow('There is no upscaler named "sharp".');
    await expect(enlarge({ upscale: undefined, upscaler: 'lanczos' })).rejects.toMatchObject({ code: 'option' });
    await expect(enlarge({ engine: 'storybook' })).rejects.toThrow('it takes no upscale');
    await expect(enlarge({ upscale: { width: 9_000, height: 6_000 } })).rejects.toMatchObject({ code: 'option' });
  });
});

describe('a picture that is painted for whoever asks', () => {
  it('would catch steps without a look at them, or painting that goes on for nobody', async () => {
    const { client, workplace } = await openPainting('lcm-tiny');
    const events: PaintEvent[] = [];
    for await (const event of await client.pictures.paint({ ...FOX, steps: 2 })) events.push(event);
    expect(events.map(({ type }) => type)).toEqual(['step', 'step', 'done']);
    const [step] = events as [Extract<PaintEvent, { type: 'step' }>];
    const preview = Buffer.from(step.preview!.split(',')[1]!, 'base64');
    expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 12, height: 8 });

    const large = { ...FOX, width: 256, height: 256, steps: 50 };
    for await (const { type } of await client.pictures.paint(large)) if (type === 'step') break;
    await until(() => workplace.threads().busy === 0, { within: 10_000, what: 'an end of the painting' });
    // Whoever stops it by a signal is not told of a failure; the pool lives on.
    const stop = new AbortController();
    const stopped = async (): Promise<void> => {
      for await (const { type } of await client.pictures.paint(large, { signal: stop.signal })) {
        if (type === 'step') stop.abort();
      }
    };
    await expect(stopped()).rejects.toThrow(/abort|cancel/i);
    // Neither came to its end: only the first picture is kept.
    expect((await workplace.builder()).stats().count).toBe(1);
    const after: string[] = [];
    for await (const { type } of await client.pictures.paint({ ...FOX, seed: 9 })) after.push(type);
    expect(after.at(-1)).toBe('done');
    expect(workplace.pool().stats().killed).toBe(0);
  });
});

describe('a picture that begins with an uploaded one', () => {
  it('would catch an upload that is not begun with, or a refusal that shows where the host keeps it', async () => {
    const { client, workplace } = await openPainting('turbo-tiny');
    const send = async (name: string, bytes: Buffer) =>
      (
        await workplace.uploads().receive(
          name,
          (async function* () {
            yield await Promise.resolve(bytes);
          })(),
        )
      ).uploadId;
    const teal = sharp({ create: { width: 96, height: 64, channels: 3, background: 'teal' } });
    const paint = async (start: string) => {
      for await (const event of await client.pictures.paint({ ...FOX, start, strength: 0 })) {
        if (event.type === 'done') return event.painted;
      }
      return undefined;
    };
    const painted = await paint(await send('teal.png', await teal.png().toBuffer()));
    expect(painted).toMatchObject({ engine: 'diffusion', strength: 0, steps: 0 });
    const [, , , id, name] = painted!.pictures[0]!.url.split('/');
    expect((await pixelsOf(workplace.downloads().path(id!, name!))).equals(await teal.raw().toBuffer())).toBe(true);
    await expect(paint(await send('notes.txt', Buffer.from('no picture')))).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(/^notes\.txt is no picture/) as string,
    });
    await expect(paint('gone')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe("a scene's picture that is painted in the studio", () => {
  const told = (events: readonly StudioEvent[]) => events.filter((event) => event.type === 'painting');

  it('would catch steps that no window hears of, that belong to another take, or that have no end', async () => {
    const lab = await openPainting('turbo-tiny', 'lcm-tiny');
    const { client, events } = lab;
    const { projectId, sceneIds } = await makeSmallProject(lab, 1);
    const [sceneId] = sceneIds as [string];
    const set = { pictures: 'diffusion', pictureModel: 'lcm-tiny', pictureSteps: 3 } as const;
    await client.project.edit({ projectId, edit: { type: 'set-project', set } });
    expect(await client.scenes.takes({ projectId, sceneId })).toHaveLength(1);
    await until(() => told(events).some(({ painting }) => painting === undefined));
    const { document } = await client.project.open({ projectId });
    const first = document.scenes[0]!.take;
    const steps = told(events).map(({ painting, ...of }) => [of, painting?.step]);
    const of = { type: 'painting', projectId, sceneId, takeId: first };
    // Those that come faster than a page can show are passed over, never the last.
    expect(steps.filter(([, step]) => step !== 2)).toEqual([1, 3, undefined].map((step) => [of, step]));
    expect(told(events)[0]?.painting).toMatchObject({ steps: 3, preview: expect.stringContaining('data:image/webp') });

    events.length = 0;
    await client.project.edit({ projectId, edit: { type: 'add-take', sceneId } });
    const chosen = (await client.project.open({ projectId })).document.scenes[0]!.take;
    await client.scenes.takes({ projectId, sceneId });
    await until(() => told(events).some(({ painting }) => painting === undefined));
    expect(new Set(told(events).map(({ takeId }) => takeId))).toEqual(new Set([chosen]));
    expect(told(events).at(-1)?.painting).toBeUndefined();
  });

  it('would catch a picture that is painted to its end after its scene was stopped', async () => {
    const lab = await openPainting('lcm-tiny');
    const { client, events } = lab;
    const { projectId, sceneIds } = await makeSmallProject(lab, 1);
    const [sceneId] = sceneIds as [string];
    const set = { pictures: 'diffusion', pictureSteps: 50 } as const;
    await client.project.edit({ projectId, edit: { type: 'set-project', set } });
    await client.scenes.show({ projectId, sceneId });
    await until(() => told(events).length > 0, { within: 30_000 });
    await client.scenes.stop({ projectId, sceneId });
    await until(() => told(events).at(-1)?.painting === undefined);
    expect(told(events).length).toBeLessThan(50);
    expect(told(events)[0]).toMatchObject({ projectId, sceneId, painting: { step: 1, steps: 50 } });
    expect((await client.scenes.states({ projectId }))[0]).toMatchObject({ state: 'waiting' });
  });
});
