/**
 * Paints pictures with one model folder and leaves, for bench.ts to time as a process of its own:
 *   node tools/run.mjs tools/diffusion/paint-once.ts MODEL_FOLDER COUNT SIDE STEPS THREADS OUT_FOLDER
 * prints {"cold", "cpu", "warm"} in seconds as JSON: from the process's start until the pictures are written, what processors worked
 * meanwhile, and the same pictures once more.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePng } from '../../src/core/media/raster.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import { Workplace } from '../../src/core/workplace.ts';

const [directory = '', count, side, steps, threads, out = ''] = process.argv.slice(2);
const workplace = new Workplace({ data: out });
try {
  const pool = workplace.pool();
  const naming = { id: 'bench', title: 'Bench', sha256: 'bench' };
  const painter = await createDiffusionPainter({ ...naming, pool, directory, threads: Number(threads) });
  const paint = async (seed: number): Promise<void> => {
    const size = { width: Number(side), height: Number(side) };
    const asked = { prompt: 'a fox standing, in a forest, at night', negative: '', seed, ...size };
    const painted = await painter.paint({ ...asked, steps: Number(steps), guidance: 1, count: Number(count) });
    for (const picture of painted.pictures) {
      await writeFile(join(out, `${picture.seed}.png`), await encodePng({ ...picture, channels: 3 }));
    }
  };
  await paint(1);
  const cold = performance.now();
  const { user, system } = process.cpuUsage();
  await paint(100);
  const warm = performance.now() - cold;
  console.log(JSON.stringify({ cold: cold / 1000, cpu: (user + system) / 1e6, warm: warm / 1000 }));
} finally {
  await workplace.close();
}
