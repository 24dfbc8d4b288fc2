import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePicture, resizePicture } from '../../src/core/media/raster.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import { createOnnxUpscaler } from '../../src/core/providers/local/onnx-upscaler.ts';
import type { Painter } from '../../src/core/providers/painter.ts';
import type { Upscaler } from '../../src/core/providers/upscaler.ts';
import { drawTake } from '../../src/core/render/project/draw-take.ts';
import { openProjectFilm, type ProjectFilm, type ProjectPlace } from '../../src/core/render/project/project-film.ts';
import { lookForScene, surveyScene } from '../../src/core/render/project/survey-scene.ts';
import { Workplace } from '../../src/core/workplace.ts';
import { LANCZOS } from '../../src/shared/pictures.ts';
import { PRIORITIES } from '../../src/shared/priority.ts';
import type { ProjectDocument } from '../../src/shared/project.ts';
import { DIFFUSION } from '../fixtures/diffusion/read.ts';
import { calm, documentOf, KITE, scene, useProjectLab } from '../helpers/project-lab.ts';
import { tinyUpscaler } from '../helpers/tiny-upscalers.ts';

const lab = useProjectLab();
const hooks = { signal: calm, priority: PRIORITIES.shown };
const OWL = scene('owl', 'An old owl sat in a tree in the forest.');

let painter: Painter;
beforeAll(async () => {
  const model = 'turbo-tiny';
  const directory = join(DIFFUSION, 'models', model);
  const facts = { id: model, title: model, directory, sha256: model, threads: 1 };
  painter = await createDiffusionPainter({ pool: lab.place.pool(), ...facts });
});

/** A workplace on which there is one picture model, and one upscaler at most. */
function placeWith(own: Painter, upscaler?: Upscaler): ProjectPlace {
  const { place } = lab;
  return {
    ...{ cores: place.cores, paths: place.paths, composing: place.composing, planner: place.planner },
    store: () => place.store(),
    builder: () => place.builder(),
    media: () => place.media(),
    pool: () => place.pool(),
    illustrator: () => place.illustrator(),
    narratorHere: (kind) => place.narratorHere(kind),
    narrator: (kind, more) => place.narrator(kind, more),
    projects: () => place.projects(),
    painterHere: () => Promise.resolve(own),
    painter: () => Promise.resolve(own),
    enlargerHere: (choice = LANCZOS) =>
      Promise.resolve(choice === LANCZOS ? LANCZOS : choice === upscaler?.id ? upscaler : undefined),
    enlarger: (choice = LANCZOS, more) =>
      choice === upscaler?.id ? Promise.resolve(upscaler) : place.enlarger(choice, more),
  };
}

function open(
  document: Partial<ProjectDocument>,
  own: Painter = painter,
  scenes = [OWL],
  upscaler?: Upscaler,
): Promise<ProjectFilm> {
  const request = { projectId: lab.projectId, document: documentOf(scenes, document), narrator: 'tone' } as const;
  return openProjectFilm(placeWith(own, upscaler), request, { signal: calm });
}

/** What of the scene's picture is not there. */
async function lacking(film: ProjectFilm): Promise<string[]> {
  const { steps } = await lookForScene(film, film.units.get('owl')!);
  const pictures = steps.filter(({ stage }) => /^(?:illustrate|paint|upscale|enlarge)$/u.test(stage));
  return pictures.filter(({ cached }) => !cached).map(({ stage }) => stage);
}

/** 0..255, the mean difference of two pictures seen from far. */
async function difference(one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map(async (path) => (await resizePicture(await decodePicture(path), 48, 27)).pixels),
  );
  return a!.reduce((sum, value, index) => sum + Math.abs(value - b![index]!), 0) / a!.length;
}

async function meanOf(path: string): Promise<number> {
  const { pixels } = await decodePicture(path);
  return pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
}

describe('a film whose pictures are painted', () => {
  it('would catch a scene that is drawn in silence where no model is here, or one that says nothing of what to do', async () => {
    // Its models are in a folder of its own: whoever runs the tests may have them.
    const place = new Workplace({ data: join(lab.folder, 'bare'), models: join(lab.folder, 'none'), cores: 2 });
    try {
      const document = documentOf([OWL], { pictures: 'diffusion', pictureModel: 'sd-turbo' });
      const film = await openProjectFilm(place, { projectId: 'p', document, narrator: 'tone' }, { signal: calm });
      expect(await lacking(film)).toEqual(['paint', 'enlarge']);
      await expect(drawTake(film, 'owl', 'first', hooks)).rejects.toMatchObject({
        code: 'missing',
        hint: expect.stringContaining('storyloom models fetch sd-turbo') as unknown,
      });
    } finally {
      await place.close();
    }
  });

  it('would catch a painting that is not in the film’s shape, that is made twice for two sizes, or whose steps nobody hears', async () => {
    const steps: string[] = [];
    const small = await openProjectFilm(
      placeWith(painter),
      { projectId: lab.projectId, document: documentOf([OWL], { pictures: 'diffusion' }), narrator: 'tone' },
      { signal: calm, onPainting: (...told) => steps.push(`${told[0]} ${told[1]} ${String(told[2]?.step)}`) },
    );
    const { picture } = await drawTake(small, 'owl', 'first', hooks);
    expect(await decodePicture(picture.path)).toMatchObject({ width: 1440, height: 810, channels: 3 });
    expect(steps).toEqual(['owl first 1', 'owl first undefined']);
    expect((await surveyScene(small, 'owl')).picture).toEqual(picture);
    const { output } = small.document;
    expect(await lacking(await open({ pictures: 'diffusion', output: { ...output, size: '1080p' } }))).toEqual([
      'enlarge',
    ]);
    // It is painted in another shape, by another number of steps, in another style; each is another painting.
    for (const other of [
      { output: { ...output, shape: '1:1' as const } },
      { pictureSteps: 2 },
      { style: 'paper' as const },
    ]) {
      expect(await lacking(await open({ pictures: 'diffusion', ...other }))).toEqual(['paint', 'enlarge']);
    }
    expect(
      await lacking(await open({ pictures: 'diffusion' }, { ...painter, identity: () => 'a new version' })),
    ).toEqual(['paint', 'enlarge']);
  });

  it('would catch painting over the storybook that begins with something else, forgets where the heads are, or heeds no strength', async () => {
    // At the size that is painted over whatever the film's: it is drawn once.
    const plain = await open({ output: { ...documentOf([OWL]).output, size: '1080p' } });
    const drawn = await drawTake(plain, 'owl', 'first', hooks);
    const paintedWith = async (pictureStrength: number) => {
      const film = await open({ pictures: 'over-storybook', pictureStrength });
      const take = await drawTake(film, 'owl', 'first', hooks);
      const { pieces } = await lookForScene(film, film.units.get('owl')!);
      return { path: take.picture.path, output: pieces.picture!.output };
    };
    const [untouched, new_] = [await paintedWith(0), await paintedWith(1)];
    expect(await difference(untouched.path, drawn.picture.path)).toBeLessThan(6);
    expect(await difference(new_.path, drawn.picture.path)).toBeGreaterThan(20);
    const drawing = (await lookForScene(plain, plain.units.get('owl')!)).pieces.picture!.output;
    expect(untouched.output.heads).toHaveLength(1);
    for (const part of ['x', 'y', 'width', 'height'] as const) {
      expect(untouched.output.heads[0]![part]).toBe(drawing.heads[0]![part]);
      expect(untouched.output.focus[part]).toBe(drawing.focus[part]);
    }
    expect(untouched.output.layers).toEqual([]);
  });

  it('would catch a painting that is enlarged otherwise than asked for, in silence too, or once more for each size of the film', async () => {
    const directory = mkdtempSync(join(lab.folder, 'upscaler-'));
    writeFileSync(join(directory, 'model.onnx'), tinyUpscaler({ range: 0.5 }));
    const facts = { scale: 3, reach: 0 } as const;
    const made = { id: 'blocks', title: 'Blocks', directory, sha256: 'blocks', facts, threads: 1 };
    const upscaler = await createOnnxUpscaler({ pool: lab.place.pool(), ...made });
    const openWith = (choice: string | null, size: '720p' | '1080p' = '720p') => {
      const output = { ...documentOf([OWL]).output, size };
      return open({ pictures: 'diffusion', output, upscaler: choice }, painter, [OWL], upscaler);
    };
    const plain = await drawTake(await openWith(null), 'owl', 'first', hooks);
    const film = await openWith('blocks');
    expect(await lacking(film)).toEqual(['upscale', 'enlarge']);
    const dark = await drawTake(film, 'owl', 'first', hooks);
    expect(await decodePicture(dark.picture.path)).toMatchObject({ width: 1440, height: 810, channels: 3 });
    // It halves all it is given, so that what went through it is seen.
    const [bright, half] = await Promise.all([plain, dark].map(({ picture }) => meanOf(picture.path)));
    expect(half! / bright!).toBeCloseTo(0.5 * 0.92, 1);
    expect(await lacking(film)).toEqual([]);
    expect(await lacking(await openWith('blocks', '1080p'))).toEqual(['enlarge']);
    const renewed = { ...upscaler, identity: () => 'a new version' };
    expect(await lacking(await open({ ...film.document }, painter, [OWL], renewed))).toEqual(['upscale', 'enlarge']);
    expect(await lacking(await openWith(LANCZOS))).toEqual([]);
    const gone = await openWith('sharp');
    expect(await lacking(gone)).toEqual(['upscale', 'enlarge']);
    await expect(drawTake(gone, 'owl', 'first', hooks)).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no upscaler named "sharp".',
      hint: expect.stringContaining('lanczos') as unknown,
    });
  });

  it('would catch a scene that does not have the engine of its own, or takes its words for those of the film', async () => {
    const document = { pictures: 'diffusion' as const };
    const film = await open(document, painter, [{ ...KITE[0], pictures: 'storybook' }, { ...OWL }]);
    expect([...film.units.values()].map(({ picture }) => picture.kind)).toEqual(['drawn', 'painted']);
    const other = await open({}, painter, [{ ...KITE[0], pictures: 'over-storybook' }, { ...OWL }]);
    expect([...other.units.values()].map(({ picture }) => picture.kind)).toEqual(['painted', 'drawn']);
  });

  it('would catch paintings whose uses are not counted: they would be dropped before what nobody looks at', async () => {
    const film = await open({ pictures: 'diffusion' });
    const builder = await lab.place.builder();
    const uses = () => builder.stats().stages.find(({ stage }) => stage === 'paint')!.hits;
    await drawTake(film, 'owl', 'first', hooks);
    const before = uses();
    await drawTake(film, 'owl', 'first', hooks);
    expect(uses()).toBe(before + 1);
  });
});
