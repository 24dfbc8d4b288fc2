/** The pictures that the benchmarks move. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examplePath, resourcePath } from '../paths.ts';
import { createStorybookIllustrator } from '../providers/local/storybook-illustrator.ts';
import type { ShotPicture } from '../render/shot.ts';
import { loadLexicon } from '../story/lexicon/lexicon.ts';
import { planStory } from '../story/plan-story.ts';
import { readStory } from '../story/read/read-story.ts';
import { type ComposeLab, PICTURE } from './compose-lab.ts';

/** A picture with what storybook drawings have: shading, soft light, hard edges, small things. */
export async function drawPicture({ tools, folder }: ComposeLab): Promise<ShotPicture> {
  const path = join(folder, 'picture.png');
  const { width, height } = PICTURE;
  const sky = `gradients=s=${String(width)}x${String(height)}:c0=0x1a2a6c:c1=0x2e8b57:x0=0:y0=0:x1=0:y1=${String(height)}:seed=1`;
  const glow = '90*exp(-(pow(X-1600,2)+pow(Y-250,2))/40000)';
  const light = `geq=r='r(X,Y)+${glow}':g='g(X,Y)+${glow}':b='b(X,Y)'`;
  const boxes = Array.from({ length: 60 }, (_, index) => {
    const place = `x=${String((index * 397) % 2100)}:y=${String(400 + ((index * 211) % 760))}`;
    const side = String(12 + ((index * 53) % 110));
    const colour = (((index * 2_654_435_761) >>> 8) & 0xffffff).toString(16).padStart(6, '0');
    return `drawbox=${place}:w=${side}:h=${side}:t=fill:c=0x${colour}`;
  });
  const filter = ['format=gbrp', light, ...boxes].join(',');
  await tools.run(['-v', 'error', '-y', '-f', 'lavfi', '-i', sky, '-vf', filter, '-frames:v', '1', path]);
  return { path, digest: 'bench', ...PICTURE, focus: { x: 0.35, y: 0.45, width: 0.3, height: 0.4 } };
}

/** A real drawing with all that moves by itself: a scene of a story, in the rain. */
export async function drawInLayers({ pool, folder, signal }: ComposeLab): Promise<ShotPicture> {
  const document = readStory(await readFile(examplePath('peter-rabbit.txt')), 'peter-rabbit.txt');
  const { scenes, cast } = planStory(document, loadLexicon(resourcePath('lexicon.json')));
  const graph = { ...scenes[2]!.graph, setting: 'meadow', weather: 'rain', time: 'day' } as const;
  const request = { graph, cast, story: cast[0]?.id ?? '', style: 'day-storybook', seed: 1, ...PICTURE } as const;
  const drawn = await createStorybookIllustrator(pool).draw(request, { signal });
  const place = join(folder, 'layers');
  mkdirSync(place, { recursive: true });
  const path = join(place, 'picture.png');
  writeFileSync(path, drawn.picture);
  const layers = drawn.layers.map(({ png, ...layer }) => {
    const file = join(place, `${layer.name}.png`);
    writeFileSync(file, png);
    return { ...layer, path: file };
  });
  const { focus, heads, live } = drawn;
  return { path, digest: 'bench', ...PICTURE, focus, heads, layers, live };
}
