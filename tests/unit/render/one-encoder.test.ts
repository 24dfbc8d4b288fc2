import { describe, expect, it } from 'vitest';
import { OneEncoder } from '../../../src/core/render/film/one-encoder.ts';
import { settleAll } from '../../../src/core/render/film/make.ts';
import { CancelledError, ErrorCode, StudioError } from '../../../src/shared/errors.ts';
import { filmOptionsSchema, type FilmOptions } from '../../../src/shared/film.ts';

const SOFTWARE = filmOptionsSchema.parse({});
const CARD: FilmOptions = { ...SOFTWARE, codec: 'h265', encoder: 'nvenc' };
const failed = () => new StudioError(ErrorCode.tool, 'ffmpeg ended', { data: { encoderFailed: 'out of memory' } });

/** Films five scenes; `compose` says what comes of scene 0..4. Segments are told by their encoder. */
async function filmed(
  compose: (scene: number, by: FilmOptions, signal: AbortSignal) => Promise<void>,
  {
    instead = SOFTWARE,
    cancel = new AbortController(),
  }: { instead?: FilmOptions | undefined; cancel?: AbortController } = {},
): Promise<{ encoders: string[]; notice: string | undefined }> {
  const stop = new AbortController();
  const encoder = new OneEncoder(5, CARD, instead, AbortSignal.any([cancel.signal, stop.signal]));
  const segments = [0, 1, 2, 3, 4].map((scene) =>
    encoder.make(`scene ${String(scene + 1)}`, async (by, signal) => {
      await compose(scene, by, signal);
      return by.encoder;
    }),
  );
  await settleAll(segments, stop);
  return { encoders: await Promise.all(segments), notice: encoder.notice };
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

describe('OneEncoder', () => {
  it.each([0, 1, 2, 3, 4])('would catch a film of two encoders when the card fails at scene %i', async (at) => {
    for (const pace of [0, 1, 7]) {
      const { encoders, notice } = await filmed(async (scene, by) => {
        await turns(scene * pace);
        if (scene === at && by.encoder !== 'software') throw failed();
      });
      expect(encoders).toEqual(Array.from({ length: 5 }, () => 'software'));
      expect(notice).toBe(
        `H.265 by NVENC failed at scene ${String(at + 1)} (out of memory): the whole film was encoded as H.264 by software.`,
      );
    }
  });

  it('would catch a card that works and is not used, or what it encodes for nothing after it failed', async () => {
    expect(await filmed(() => Promise.resolve())).toEqual({
      encoders: Array.from({ length: 5 }, () => 'nvenc'),
      notice: undefined,
    });
    let stopped = 0;
    await filmed(async (scene, by, signal) => {
      if (by.encoder === 'software') return;
      if (scene === 2) throw failed();
      await new Promise<void>((_, reject) => {
        signal.addEventListener('abort', () => {
          stopped += 1;
          reject(new CancelledError());
        });
      });
    });
    expect(stopped).toBe(4);
  });

  it('would catch a failure of something else, of software, or a cancel that is taken for the card’s', async () => {
    const full = new StudioError(ErrorCode.diskFull, 'The disk is full.');
    await expect(filmed((scene) => (scene === 3 ? Promise.reject(full) : Promise.resolve()))).rejects.toBe(full);
    const again = failed();
    await expect(filmed((_, by) => Promise.reject(by.encoder === 'software' ? again : failed()))).rejects.toBe(again);
    const cancel = new AbortController();
    const cancelled = filmed(
      async (scene) => {
        if (scene === 1) cancel.abort();
        await turns(3);
        throw failed();
      },
      { cancel },
    );
    await expect(cancelled).rejects.toThrow();
  });
});
