import { copyFile, constants, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { assetSchema, idSchema } from '../../shared/project.ts';
import { storageErrorOnDisk } from '../store/storage-error.ts';

/**
 * The files of projects on disk:
 *
 *     DATA/projects/ID/project.json      a copy of the document, should the database be lost
 *     DATA/projects/ID/assets/SHA256.EXT the author's own pictures, and the cover
 *     DATA/projects/.NAME                being taken out of a .storyloom file
 */
export class ProjectFolders {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** @throws StudioError `not-found` for what cannot be an id */
  of(projectId: string): string {
    return join(this.root, checked(idSchema.safeParse(projectId).success, projectId));
  }

  assetsOf(projectId: string): string {
    return join(this.of(projectId), 'assets');
  }

  assetPath(projectId: string, asset: string): string {
    return join(this.assetsOf(projectId), checked(assetSchema.safeParse(asset).success, asset));
  }

  copyOf(projectId: string): string {
    return join(this.of(projectId), 'project.json');
  }

  /** Into a project that is new. Without bytes being read where the disk can share them. */
  async copyAssets(from: string, to: string, assets: Iterable<string>): Promise<void> {
    try {
      await mkdir(this.assetsOf(to), { recursive: true });
      for (const asset of assets) {
        await copyFile(this.assetPath(from, asset), this.assetPath(to, asset), constants.COPYFILE_FICLONE);
      }
    } catch (error) {
      await this.remove(to);
      throw await storageErrorOnDisk(error, this.root);
    }
  }

  async remove(projectId: string): Promise<void> {
    await rm(this.of(projectId), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

function checked(isPlain: boolean, name: string): string {
  if (isPlain) return name;
  throw new StudioError(ErrorCode.notFound, `There is nothing called ${JSON.stringify(name)}.`);
}
