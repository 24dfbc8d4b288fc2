import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { withPngTexts } from '../../../src/core/media/png-text.ts';

describe('texts in a PNG', () => {
  it('would catch texts that another program cannot read, letters that become others, or a picture that is harmed', async () => {
    const png = await sharp({ create: { width: 8, height: 6, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const texts = {
      parameters: 'a fox, café\nSteps: 4, Seed: 7',
      Comment: 'лиса 狐 🦊 at night',
      Empty: '',
    };
    const bytes = withPngTexts(png, texts);
    const { comments, width, height } = await sharp(bytes, { failOn: 'warning' }).metadata();
    expect([width, height]).toEqual([8, 6]);
    // libpng tells of no text that is empty.
    const known = Object.fromEntries((comments ?? []).map(({ keyword, text }) => [keyword, text]));
    expect(known).toMatchObject({ Comment: texts.Comment });
    expect(bytes.includes(Buffer.from(`parameters\0${texts.parameters}`, 'latin1'))).toBe(true);
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
  });
});
