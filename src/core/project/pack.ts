/** A project as one .storyloom file: a zip with project.json, the author's own pictures and music (docs/project-file.md). */
import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { ProjectDocument } from '../../shared/project.ts';
import { assetsOf } from './document.ts';
import { makeFile } from './keep-file.ts';

export const DOCUMENT_ENTRY = 'project.json';
export const ASSETS_FOLDER = 'assets/';

/**
 * Streams the file to `target`, written aside and renamed; no picture is held in memory.
 * @param pathOf where an asset of the project lies
 * @throws StudioError `missing` when a picture is not there any more, `disk-full`, `permission`
 */
export async function packProject(
  document: ProjectDocument,
  pathOf: (asset: string) => string,
  target: string,
): Promise<void> {
  const assets = [...assetsOf(document)].sort();
  await checkPictures(document, pathOf);
  await makeFile(target, async (temporary) => {
    const zip = new ZipFile();
    const json = Buffer.from(`${JSON.stringify(document, undefined, 2)}\n`);
    zip.addBuffer(json, DOCUMENT_ENTRY);
    // Pictures are as small as they get.
    for (const asset of assets) zip.addFile(pathOf(asset), ASSETS_FOLDER + asset, { compress: false });
    zip.end();
    // yazl tells of a file it cannot read here and goes no further.
    zip.on('error', (error: Error) => {
      (zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void }).destroy(error);
    });
    await pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx', flush: true }));
  });
}

/** @throws StudioError `missing` when one of the author's own pictures, or their music, is not on the disk any more */
export async function checkPictures(document: ProjectDocument, pathOf: (asset: string) => string): Promise<void> {
  for (const asset of assetsOf(document)) {
    await access(pathOf(asset)).catch((cause: unknown) => lost(document, asset, cause));
  }
}

function lost({ scenes, ownMusic, recording }: ProjectDocument, asset: string, cause: unknown): never {
  const file = recording?.files.find((one) => one.asset === asset);
  if (file) {
    throw new StudioError(ErrorCode.missing, `The recording ${file.name} is not on the disk any more.`, {
      hint: 'Record it again, or have the narrator read its scenes, then try again.',
      data: { asset },
      cause,
    });
  }
  if (asset === ownMusic?.asset) {
    throw new StudioError(ErrorCode.missing, `Your music ${ownMusic.name} is not on the disk any more.`, {
      hint: 'Add the file again, or choose other music, then try again.',
      data: { asset },
      cause,
    });
  }
  const isIts = (takes: (typeof scenes)[number]['takes']): boolean =>
    takes.some((take) => take.kind === 'own' && take.asset === asset);
  const number = String(scenes.findIndex(({ takes }) => isIts(takes)) + 1);
  throw new StudioError(ErrorCode.missing, `A picture of your own in scene ${number} is not on the disk any more.`, {
    hint: `Remove that picture from scene ${number}, or add it again, then try again.`,
    data: { asset },
    cause,
  });
}
