import type { PaintStepView } from '../../../shared/painting.ts';
import { encodeWebp } from '../../media/raster.ts';
import type { PaintStep } from '../../providers/painter.ts';

/** It is as rough as a latent; what is lost beside that is not seen. */
const QUALITY = 70;

/** A step as it is sent to pages, its preview as an address that an `img` can show. */
export async function viewStep({ step, steps, preview }: PaintStep): Promise<PaintStepView> {
  if (!preview) return { step, steps };
  const webp = await encodeWebp({ ...preview, channels: 3 }, QUALITY);
  return { step, steps, preview: `data:image/webp;base64,${webp.toString('base64')}` };
}
