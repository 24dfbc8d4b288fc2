import { useCallback, useState } from 'react';
import type { Failure } from '../../../../shared/views.ts';
import { toFailure } from '../../../client/failure.ts';
import { useStudio } from '../../../client/studio.tsx';
import { uploadFile } from '../../../client/upload.ts';
import { useSession } from '../state/context.tsx';

/** Sends the author's sound file, has it checked and kept, and makes it the film's music. */
export function useOwnMusic() {
  const { client } = useStudio();
  const session = useSession();
  const [name, setName] = useState<string | undefined>(undefined);
  const [refusal, setRefusal] = useState<Failure | undefined>(undefined);

  const add = useCallback(
    async (file: File) => {
      const { projectId } = session;
      setName(file.name);
      setRefusal(undefined);
      try {
        const { uploadId } = await uploadFile(file);
        const music = await client.project.addMusic({ projectId, uploadId });
        const ownMusic = { asset: music.asset, name: music.name };
        await session.edit({ type: 'set-project', set: { music: 'own', ownMusic } });
      } catch (error) {
        setRefusal(toFailure(error));
      } finally {
        setName(undefined);
      }
    },
    [client, session],
  );
  return { add, /** Of the file under way. */ name, refusal };
}
