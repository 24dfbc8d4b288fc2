import { stat } from 'node:fs/promises';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { LanguageModel } from '../../writer/models/language-model.ts';
import type { LlamaOwner } from './llama.ts';

/** A model file on this machine. Its memory is the owner's, who lets one model in at a time. */
export function createGgufModel(
  owner: LlamaOwner,
  { id, name, file }: { id: string; name: string; file: string },
): LanguageModel {
  return {
    id,
    name,
    async complete(completion) {
      const size = (await stat(file).catch(() => undefined))?.size;
      if (size === undefined) {
        throw new StudioError(ErrorCode.notFound, `The model’s file is not there any more: ${file}`, {
          hint: 'Put it back, or choose another writer.',
        });
      }
      return owner.complete(file, size, completion);
    },
  };
}
