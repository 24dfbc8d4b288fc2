import { useCallback, useState } from 'react';
import type { Failure } from '../../../../shared/views.ts';
import { toFailure } from '../../../client/failure.ts';
import { useStudio } from '../../../client/studio.tsx';
import { uploadFile } from '../../../client/upload.ts';
import { useEditor, useSession } from '../state/context.tsx';

/** Sends the author's picture, has it checked and kept, and puts it into the scene that was on the stage. */
export function useOwnPicture() {
  const { client } = useStudio();
  const session = useSession();
  const [name, setName] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<{ readonly sceneId: string; readonly failure: Failure } | undefined>(
    undefined,
  );
  const shown = useEditor((state) => state.shown);

  const add = useCallback(
    async (file: File) => {
      const { projectId, state } = session;
      const sceneId = state.shown;
      setName(file.name);
      setRefused(undefined);
      try {
        const { uploadId } = await uploadFile(file);
        const picture = await client.project.addPicture({ projectId, uploadId });
        await session.edit({
          type: 'add-own-picture',
          sceneId,
          asset: picture.asset,
          name: picture.name,
          fit: 'crop',
        });
      } catch (error) {
        setRefused({ sceneId, failure: toFailure(error) });
      } finally {
        setName(undefined);
      }
    },
    [client, session],
  );
  // What was wrong with a picture is said at the scene that it was meant for.
  const refusal = refused?.sceneId === shown ? refused.failure : undefined;
  return { add, /** Of the file under way. */ name, refusal };
}
