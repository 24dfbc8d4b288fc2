import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Uploads } from '../../src/core/serve/uploads.ts';
import { createStudio } from '../../src/core/studio.ts';
import { temporaryFolder } from '../helpers/build-lab.ts';
import { drawPicture, useFilmLab } from '../helpers/film-lab.ts';

const lab = useFilmLab();

/** Files as authors have them, by what ffmpeg is told to make. */
async function make(name: string, ...args: string[]): Promise<string> {
  const path = join(lab.folder, name);
  await lab.tools.run(['-v', 'error', '-y', ...args, `file:${path}`]);
  return path;
}

const TUNE = ['-f', 'lavfi', '-i', "aevalsrc='0.3*sin(2*PI*220*t)*(0.6+0.4*sin(2*PI*t))|0.3*sin(2*PI*330*t):d=8'"];

async function openStudio() {
  const data = temporaryFolder();
  const studio = createStudio({ data });
  onTestFinished(() => studio.close());
  const router = await studio.router();
  const { projectId } = await call(router.library.create, { from: 'text', text: 'Pearl sang.' });
  const uploads = new Uploads(join(data, 'uploads'));
  return {
    ...{ data, studio, router, projectId },
    upload: async (path: string, name: string) => {
      const body = (async function* () {
        await Promise.resolve();
        yield readFileSync(path);
      })();
      return (await uploads.receive(name, body)).uploadId;
    },
  };
}

describe('music of the author’s own', () => {
  it('would catch music that is lost on the way into a project, out of it in a pack, or cannot be heard there', async () => {
    const { data, studio, router, projectId, upload } = await openStudio();
    const cover = drawPicture(join(lab.folder, 'cover.pgm'), { width: 32, height: 32 }, (x) => x * 8);
    const withCover = [...TUNE, '-i', cover, '-map', '0:a', '-map', '1:v', '-c:a', 'flac', '-c:v', 'png'];
    const song = await make('song.flac', ...withCover, '-disposition:v', 'attached_pic', '-metadata', 'artist=me');
    const uploadId = await upload(song, 'song.flac');
    const added = await call(router.project.addMusic, { projectId, uploadId });
    expect(added).toMatchObject({ name: 'song.flac', seconds: 8 });
    expect(await call(router.project.addMusic, { projectId, uploadId })).toEqual(added);
    const { asset, name } = added;
    const edit = { type: 'set-project', set: { music: 'own', ownMusic: { asset, name } } } as const;
    const { document } = await call(router.project.edit, { projectId, edit });
    expect(document).toMatchObject({ music: 'own', ownMusic: { asset, name } });

    const heard = await call(router.sounds.listen, { projectId });
    expect(heard.seconds).toBe(8);
    const response = await studio.serve(new Request(`http://localhost${heard.sound}`));
    expect(response?.headers.get('content-type')).toMatch(/audio\/(?:x-)?wav/);
    expect((await response!.arrayBuffer()).byteLength).toBe(44 + 8 * 48_000 * 4);

    const pack = await call(router.library.pack, { projectId });
    const bytes = readFileSync(join(data, 'downloads', pack.url.split('/')[3]!, pack.fileName));
    const packed = join(lab.folder, 'packed.storyloom');
    writeFileSync(packed, bytes);
    const source = { from: 'upload', uploadId: await upload(packed, pack.fileName) } as const;
    const copy = await call(router.library.create, source);
    expect((await call(router.project.open, { projectId: copy.projectId })).document).toEqual(document);
    expect(await call(router.sounds.listen, { projectId: copy.projectId })).toEqual(heard);
  });

  it('would catch a file that is no music and is found out when the film is mixed', async () => {
    const { router, projectId, upload } = await openStudio();
    const picture = await make('picture.png', '-f', 'lavfi', '-i', 'color=red:s=64x64', '-frames:v', '1');
    const silentFilm = await make('film.mp4', '-f', 'lavfi', '-i', 'color=red:s=64x64:d=6', '-pix_fmt', 'yuv420p');
    const short = await make('short.wav', '-f', 'lavfi', '-i', 'sine=d=1');
    const silent = await make('silent.wav', '-f', 'lavfi', '-i', 'anullsrc=r=8000', '-t', '6');
    const text = join(lab.folder, 'text.mp3');
    writeFileSync(text, 'This is a letter, and no music at all.\n'.repeat(400));
    const refused = [
      [picture, 'song.mp3', /song\.mp3 is a picture, not music/],
      [silentFilm, 'film.mp4', /film\.mp4 has no sound in it/],
      [short, 'short.wav', /short\.wav lasts only 1\.0 s/],
      [silent, 'silent.wav', /silent\.wav is silent/],
      [text, 'text.mp3', /text\.mp3 (?:is not a sound file|has no sound in it)/],
    ] as const;
    for (const [path, name, message] of refused) {
      const request = call(router.project.addMusic, { projectId, uploadId: await upload(path, name) });
      await expect(request, name).rejects.toMatchObject({
        code: 'input',
        message: expect.stringMatching(message) as string,
        data: { hint: expect.stringMatching(/Choose/) as string },
      });
    }
    const ownMusic = { asset: `${'0'.repeat(64)}.mka`, name: 'never.mp3' };
    const edit = { type: 'set-project', set: { ownMusic } } as const;
    await expect(call(router.project.edit, { projectId, edit })).rejects.toMatchObject({ code: 'not-found' });
    await expect(call(router.sounds.listen, { projectId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('would catch a sound of a film: music that comes in a video is taken alone', async () => {
    const { router, projectId, upload } = await openStudio();
    const video = ['-f', 'lavfi', '-i', 'color=red:s=64x64:d=8', ...TUNE, '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    const film = await make('with-sound.mp4', ...video);
    const added = await call(router.project.addMusic, { projectId, uploadId: await upload(film, 'holiday.mp4') });
    expect(added.asset).toMatch(/\.mka$/);
    expect(added.seconds).toBeCloseTo(8, 1);
  });
});

describe('a sound that is listened to before it is chosen', () => {
  it('would catch a bed that is made twice, or not at all', async () => {
    const { router } = await openStudio();
    const bed = await call(router.sounds.listen, { music: 'playful' });
    expect(bed.seconds).toBeGreaterThan(40);
    expect(await call(router.sounds.listen, { music: 'playful' })).toEqual(bed);
    const { sound } = await call(router.sounds.listen, { ambience: 'rain' });
    expect(sound).not.toBe(bed.sound);
    await expect(call(router.sounds.listen, { music: 'loud' } as never)).rejects.toMatchObject({ code: 'option' });
  });
});
