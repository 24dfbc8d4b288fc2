import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodePicture, encodePng, type RawPicture } from '../../src/core/media/raster.ts';
import { placeStage, type OwnPicture } from '../../src/core/render/place.ts';
import { drawTake } from '../../src/core/render/project/draw-take.ts';
import { makeScene } from '../../src/core/render/project/make-scene.ts';
import { surveyScene } from '../../src/core/render/project/survey-scene.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import { stageContext } from '../helpers/film-lab.ts';
import { calm, documentOf, KITE, scene, useProjectLab } from '../helpers/project-lab.ts';

const lab = useProjectLab();
const hooks = { signal: calm, priority: PRIORITIES.shown };
/** What a 720p film's pictures are drawn at. */
const SIZE = { width: 1440, height: 810 };

type Colour = readonly [number, number, number];
const GREY: Colour = [120, 130, 140];
const RED: Colour = [220, 30, 30];
const BLUE: Colour = [30, 40, 210];

async function paint(
  name: string,
  width: number,
  height: number,
  colour: (x: number, y: number) => Colour,
): Promise<string> {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set(colour(x, y), (y * width + x) * 3);
  }
  const path = join(lab.folder, name);
  writeFileSync(path, await encodePng({ width, height, channels: 3, pixels }));
  return path;
}

async function place(path: string, fit: OwnPicture['fit'], name: string) {
  const directory = join(lab.folder, `${name}-${fit}`);
  const input = { picture: { path, asset: `${name}.png`, fit }, ...SIZE };
  const output = await placeStage.run(input, stageContext(directory));
  return { output, picture: await decodePicture(join(directory, output.picture)) };
}

/** At parts of the picture. */
function at({ width, height, channels, pixels }: RawPicture, x: number, y: number): Colour {
  const offset = (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))) * channels;
  return [pixels[offset]!, pixels[offset + 1]!, pixels[offset + 2]!];
}

function looksLike(colour: Colour, wanted: Colour): boolean {
  return colour.every((value, index) => Math.abs(value - wanted[index]!) < 12);
}

describe("a picture of the author's own", () => {
  it('would catch a whole picture that is cut, stretched or not in the middle', async () => {
    const upper = (y: number) => y < 900;
    const portrait = await paint('portrait.png', 600, 1800, (_, y) => (upper(y) ? RED : BLUE));
    const { output, picture } = await place(portrait, 'blur', 'portrait');
    expect(picture).toMatchObject(SIZE);
    const { x, y, width, height } = output.focus;
    // A third as wide as it is high, as before.
    expect((width * SIZE.width) / (height * SIZE.height)).toBeCloseTo(1 / 3, 2);
    expect(x + width / 2).toBeCloseTo(0.5, 2);
    expect(looksLike(at(picture, 0.5, y + 0.01), RED)).toBe(true);
    expect(looksLike(at(picture, 0.5, y + height - 0.01), BLUE)).toBe(true);
    // Beside it a darker copy, which is no part of the picture itself.
    const [red, green, blue] = at(picture, x / 2, 0.1);
    expect(red).toBeGreaterThan(2 * Math.max(green, blue));
    expect(red).toBeLessThan(RED[0] * 0.9);
  });

  it('would catch a crop that loses what draws the eye, or a camera that looks elsewhere', async () => {
    const isSpot = (x: number, y: number) => Math.hypot(x - 2600, y - 300) < 90;
    const wide = await paint('wide.png', 3000, 600, (x, y) => (isSpot(x, y) ? RED : GREY));
    const { output, picture } = await place(wide, 'crop', 'wide');
    expect(picture).toMatchObject(SIZE);
    const { x, y, width, height } = output.focus;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    expect(looksLike(at(picture, middleX, middleY), RED)).toBe(true);
    expect([x, y, 1 - x - width, 1 - y - height].every((room) => room >= 0)).toBe(true);
  });

  it('would catch an own picture that is not in the film, or that makes the scene told again', async () => {
    const portrait = await paint('own.png', 600, 900, () => RED);
    const asset = await lab.keep(portrait);
    const drawn = { kind: 'drawn', id: 'first', seed: 1 } as const;
    const own = { kind: 'own', id: 'mine', asset, name: 'own.png', fit: 'blur' } as const;
    const takes = [drawn, own];
    const film = await lab.open(documentOf([{ ...KITE[0], takes }]));
    const before = await makeScene(film, 'hill', hooks);
    const chosen = await lab.open(documentOf([{ ...KITE[0], takes, take: 'mine' }]));
    // Until it is placed, the drawing is what there is.
    expect(await surveyScene(chosen, 'hill')).toMatchObject({ state: 'changed', picture: before.picture });
    const after = await makeScene(chosen, 'hill', hooks);
    expect(after).toMatchObject({ state: 'ready', seconds: before.seconds });
    const { tools } = chosen.parts;
    const frame = join(lab.folder, 'frame.png');
    await tools.run(['-v', 'error', '-y', '-ss', '1', '-i', after.preview!.path, '-frames:v', '1', frame]);
    const [red, green] = at(await decodePicture(frame), 0.5, 0.5);
    expect(red - green).toBeGreaterThan(150);
    expect((await drawTake(chosen, 'hill', 'mine', hooks)).picture).toEqual(after.picture);
    // A scene without a word may have one already.
    const empty = await lab.open(documentOf([KITE[1], scene('new', '', { takes, take: 'mine' })]));
    const shown = await drawTake(empty, 'new', 'mine', hooks);
    expect(await surveyScene(empty, 'new')).toMatchObject({ state: 'empty', ...shown });
  });

  it('would catch a lost picture file that is called a bug', async () => {
    const own = { kind: 'own', id: 'mine', asset: `${'0'.repeat(64)}.png`, name: 'gone.png', fit: 'crop' } as const;
    const film = await lab.open(documentOf([scene('gone', 'Nobody was there.', { takes: [own], take: 'mine' })]));
    await expect(makeScene(film, 'gone', hooks)).rejects.toMatchObject({ code: 'corrupt' });
  });
});
