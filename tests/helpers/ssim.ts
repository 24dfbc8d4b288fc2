import type { MediaTools } from '../../src/core/media/tools.ts';

/** How alike two pictures or films of one size are, 1 for the same (Wang et al. 2004, by ffmpeg's filter): the mean of all planes. */
export async function ssimOf(tools: MediaTools, one: string, other: string): Promise<number> {
  const args = ['-hide_banner', '-v', 'info', '-nostdin', '-i', `file:${one}`, '-i', `file:${other}`];
  const { stderr } = await tools.run([...args, '-lavfi', '[0:v][1:v]ssim', '-f', 'null', '-']);
  const all = /SSIM .*All:([\d.]+|inf)/u.exec(stderr)?.[1];
  if (all === undefined) throw new Error(`ffmpeg says nothing of likeness: ${stderr}`);
  return Number(all);
}
